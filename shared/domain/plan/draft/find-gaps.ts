import * as z from 'zod';
import { outcomeInWords } from '../statement/line-in-words.ts';
import type { DraftContent, DraftSections, UnfinishedLine } from './plan-draft.ts';

/** Something that a plan still lacks, and where it belongs. */
export const PlanGap = z
  .strictObject({ pointer: z.string(), detail: z.string() })
  .meta({ id: 'PlanGap' });
export type PlanGap = z.infer<typeof PlanGap>;

const lineWords = {
  kind: 'Say whether it is bought every week or once.',
  outcome: 'Say which outcome it serves.',
  activity: 'Say what is done or bought.',
  supporter: 'Say who gives it.',
  component: 'Say what kind of support it is.',
  purchase: 'Say what kind of purchase it is.',
  when: 'Say when it happens.',
  unit: 'Say what it is counted in.',
  unitsHundredths: 'Say how many there are, in hundredths.',
  unitPence: 'Say what one of them costs, in pence.',
  funding: 'Say who pays for it.',
} as const satisfies Partial<Record<keyof UnfinishedLine, string>>;

/** What every plan says (Care Act 2014 s25(1); statutory guidance, chapter 10). A list of risks or of
 * what family do may be empty, once somebody has said so. */
const sectionWords = {
  outcomesWanted: 'Say what the person wants to be able to do, in their own words.',
  needs: 'Say which needs were found, and how each is met.',
  informalSupport: 'Say what family and friends do, or that nobody does anything.',
  risks: 'Say what could go wrong and how that is managed, or that nothing could.',
  emergency: 'Say what happens in an emergency, and whom to call.',
  preventionAdvice: 'Say what can prevent, delay or reduce the needs.',
  budgetFrom: 'Say from which day the budget is meant to start.',
} as const satisfies Partial<Record<keyof DraftSections, string>>;

/** What a draft lacks before it can be recorded as a plan: eligible outcomes without a line, lines without
 * an outcome, what every plan says, and the contingency of a direct payment. None of it stops anybody from
 * saving. */
export function findGaps(
  content: DraftContent,
  eligibleOutcomes: readonly string[],
): readonly PlanGap[] {
  return [
    ...uncovered(content, eligibleOutcomes),
    ...content.lines.flatMap(lineGaps),
    ...missing(content, sectionWords, ''),
    ...budgetGaps(content),
  ];
}

function uncovered({ lines, notCovered = [] }: DraftContent, eligible: readonly string[]) {
  return eligible
    .filter((code) => ![...lines, ...notCovered].some(({ outcome }) => outcome === code))
    .map((code) => ({
      pointer: '/lines',
      detail: `${outcomeInWords(code)} (${code}) has neither a line nor a reason why not.`,
    }));
}

function lineGaps(line: UnfinishedLine, place: number): PlanGap[] {
  return missing(line, lineWords, `/lines/${place}`);
}

function missing(written: object, words: Readonly<Record<string, string>>, at: string): PlanGap[] {
  const said = new Map<string, unknown>(Object.entries(written));
  return Object.entries(words)
    .filter(([name]) => said.get(name) === undefined)
    .map(([name, detail]) => ({ pointer: `${at}/${name}`, detail }));
}

/** How the budget is held is talked through before the plan, a direct payment among the ways, and whoever
 * takes one knows who covers (Care Act 2014 s24, s31). */
function budgetGaps({ lines, parts = [], optionsDiscussed, contingency }: DraftContent): PlanGap[] {
  if (lines.length === 0) return [];
  const gaps: PlanGap[] = [];
  if (parts.length === 0) gaps.push({ pointer: '/parts', detail: 'Say who holds the budget.' });
  if (optionsDiscussed === undefined) {
    const detail = 'Say which ways of holding the budget were talked through, and with whom.';
    gaps.push({ pointer: '/optionsDiscussed', detail });
  }
  if (parts.some(({ holding }) => holding === 'direct-payment') && contingency === undefined) {
    const detail = 'A direct payment needs a tested contingency: who covers, whom to call.';
    gaps.push({ pointer: '/contingency', detail });
  }
  return gaps;
}
