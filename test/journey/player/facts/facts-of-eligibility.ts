import * as z from 'zod';
import { adultOutcomeLabels } from '#shared/domain/eligibility/adult-outcomes.ts';
import { carerOutcomeLabels } from '#shared/domain/eligibility/carer-outcomes.ts';
import { Determination } from '#shared/domain/eligibility/determination.ts';
import { eligibleNeeds } from '#shared/domain/eligibility/eligible-needs.ts';
import { facsIndicatorLabels } from '#shared/domain/eligibility/facs-indicators.ts';
import { counted } from '../words.ts';

const labels = {
  ...adultOutcomeLabels,
  ...carerOutcomeLabels,
  ...facsIndicatorLabels,
  'CARER-HEALTH': 'their own health is at risk',
};

const Decided = z.object({
  determination: Determination,
  whatFollows: z.object({
    waysToMeetNeeds: z.string().optional(),
    metBy: z.string().optional(),
    writtenAdvice: z.string().optional(),
  }),
});

/** What was found and by which threshold, the needs that are eligible, and what the person was told. */
export function factsOfDetermination(body: unknown): string[] {
  const read = Decided.safeParse(body);
  if (!read.success) return [];
  const { determination, whatFollows } = read.data;
  const { eligible } = determination;
  const { waysToMeetNeeds, metBy, writtenAdvice } = whatFollows;
  const needs = eligibleNeeds(determination).map((code) => labels[code]);
  return [
    `found: ${eligible ? 'eligible' : 'not eligible'}${byWhat(determination)}`,
    ...(needs.length > 0 ? [`eligible needs: ${needs.join('; ')}`] : []),
    ...(waysToMeetNeeds ? [`ways to meet needs: ${waysToMeetNeeds}`] : []),
    ...(metBy ? [`met otherwise: ${metBy}`] : []),
    ...(writtenAdvice ? [`written advice: ${writtenAdvice}`] : []),
  ];
}

function byWhat(determination: Determination): string {
  if (determination.scheme === 'facs') {
    const { band, inputs } = determination;
    const { threshold } = inputs;
    return `, ${bandAndThreshold({ band, threshold, isMet: determination.eligible })}`;
  }
  const count = determination.outcomesNotAchieved.length;
  const held = determination.conditions.filter((condition) => condition.held).length;
  return `, ${counted(count, 'outcome')} not achieved, ${held} of ${determination.conditions.length} conditions hold`;
}

interface BandFound {
  readonly band: string | null;
  readonly threshold: string;
  readonly isMet: boolean;
}

/** The band of FACS that was found, and where it stands to the council's threshold. */
export function bandAndThreshold({ band, threshold, isMet }: BandFound): string {
  const above = band === threshold ? 'at' : 'above';
  return `band ${band ?? 'none'}, ${isMet ? above : 'below'} the threshold of ${threshold}`;
}
