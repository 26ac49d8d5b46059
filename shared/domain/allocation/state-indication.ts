import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { formatPounds, Pence } from '../money/pence.ts';
import { DomainPoints, IndicativeBudget } from './indicative-budget.ts';
import { ReckonerComparison } from './ready-reckoner.ts';
import { shareByDomain } from './share-by-domain.ts';

const StatedBudget = z
  .strictObject({
    ...IndicativeBudget.pick({
      subject: true,
      questionnaireVersion: true,
      tableVersion: true,
      tableProvenance: true,
      points: true,
      adjustmentHundredths: true,
      remainingHundredths: true,
      grossWeeklyPence: true,
      contingencyWeeklyPence: true,
      indicativeWeeklyPence: true,
      netWeeklyPence: true,
      explanation: true,
    }).shape,
    /** Null while it is not assessed. */
    contributionWeeklyPence: Pence.nullable(),
    domains: z.array(
      DomainPoints.extend({
        /** The domain's share of the gross amount. */
        weeklyPence: Pence,
        note: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'StatedBudget' });
export type StatedBudget = z.infer<typeof StatedBudget>;

/** What the person is told of their carer's budget: its sum and what it rests on. How the carer's own
 * health and life were counted is the carer's to tell. */
const CarersSum = z
  .strictObject(
    IndicativeBudget.pick({
      questionnaireVersion: true,
      tableVersion: true,
      tableProvenance: true,
      indicativeWeeklyPence: true,
    }).shape,
  )
  .meta({ id: 'CarersIndicativeSum' });

/** An indicative budget as the person gets it: points, what was taken off and money by domain, and
 * what it means. */
export const IndicativeBudgetStatement = z
  .strictObject({
    title: z.string(),
    on: CivilDate,
    summary: z.array(z.string()),
    budget: StatedBudget,
    /** The carer's own, which is never added to the adult's. */
    carer: CarersSum.nullable(),
    /** Hours times price, where it was worked beside the points. */
    secondOpinion: z
      .strictObject({
        ...ReckonerComparison.omit({ help: true }).shape,
        words: z.string(),
      })
      .nullable(),
    notes: z.array(z.string()),
    rule: z.string(),
  })
  .meta({ id: 'IndicativeBudgetStatement' });
export type IndicativeBudgetStatement = z.infer<typeof IndicativeBudgetStatement>;

/** What an event keeps of an indicative budget that was worked. */
export const RecordedIndication = z.looseObject({
  allocation: IndicativeBudget,
  carerAllocation: IndicativeBudget.nullable(),
  readyReckoner: ReckonerComparison.nullable(),
  rule: z.string(),
});
export type RecordedIndication = z.infer<typeof RecordedIndication>;

/** Tells an indicative budget in the words and sums of a statement: what it rests on must be plain
 * to the person whom it is about (Savva v Kensington and Chelsea [2010] EWCA Civ 1209). */
export function stateIndication(recorded: RecordedIndication, on: CivilDate) {
  const { allocation, carerAllocation, readyReckoner, rule } = recorded;
  const isCarer = allocation.subject === 'carer';
  const sum = formatPounds(allocation.indicativeWeeklyPence);
  return {
    title: isCarer ? 'Your indicative budget as a carer' : 'Your indicative budget',
    on,
    summary: [
      `Your indicative budget is ${sum} a week.`,
      'It is a starting point for your support plan, and not a decision.',
    ],
    budget: budgetStated(allocation),
    carer: carerAllocation && sumOf(carerAllocation),
    secondOpinion: readyReckoner && opinionOf(readyReckoner),
    notes: notesOn(allocation, carerAllocation !== null),
    rule,
  } satisfies IndicativeBudgetStatement;
}

function sumOf({
  questionnaireVersion,
  tableVersion,
  tableProvenance,
  indicativeWeeklyPence,
}: IndicativeBudget): z.infer<typeof CarersSum> {
  return { questionnaireVersion, tableVersion, tableProvenance, indicativeWeeklyPence };
}

function budgetStated(budget: IndicativeBudget): StatedBudget {
  const { inputs, domains, contributionWeeklyPence = null, ...rest } = budget;
  const shares = shareByDomain(budget.grossWeeklyPence, domains);
  return {
    ...rest,
    contributionWeeklyPence,
    domains: domains.map((domain, place) => ({
      ...domain,
      weeklyPence: shares[place] ?? 0,
      ...noteOn(inputs.informalSupport[domain.domainId], domain.adjustmentHundredths),
    })),
  };
}

function noteOn(
  support: IndicativeBudget['inputs']['informalSupport'][string] | undefined,
  takenOffHundredths: number,
): { readonly note?: string } {
  if (support === undefined) return {};
  if (!support.isWilling || !support.isAble) {
    return { note: 'Nothing is taken off: whoever helps is not willing, or not able, to go on.' };
  }
  if (takenOffHundredths > 0) return { note: 'Family and friends help with this.' };
  return support.shareMet === 'none'
    ? {}
    : { note: 'Nothing is taken off: the help cannot be counted on for long.' };
}

function opinionOf({ help: _help, ...comparison }: ReckonerComparison) {
  const { readyReckonerWeeklyPence, differenceWeeklyPence } = comparison;
  const reckoned = formatPounds(readyReckonerWeeklyPence);
  const apart = formatPounds(Math.abs(differenceWeeklyPence));
  const against =
    differenceWeeklyPence === 0
      ? 'the same as the points give'
      : `${apart} ${differenceWeeklyPence > 0 ? 'less' : 'more'} than the points give`;
  const words = `Hours of help times their price come to ${reckoned} a week, ${against}.`;
  return { ...comparison, words };
}

function notesOn(budget: IndicativeBudget, hasCarers: boolean): string[] {
  const { contingencyWeeklyPence, contributionWeeklyPence, netWeeklyPence } = budget;
  return [
    'Your personal budget is what it costs to meet your needs. If this sum is not enough to do that, it goes up.',
    ...(contingencyWeeklyPence > 0
      ? [
          `${formatPounds(contingencyWeeklyPence)} a week is held back for what cannot be foreseen. Tell us when something changes.`,
        ]
      : []),
    contributionWeeklyPence === undefined
      ? 'What you pay towards it is worked out apart from this. Your support does not wait for that.'
      : `You pay ${formatPounds(contributionWeeklyPence)} a week towards it, and the council ${formatPounds(netWeeklyPence)}.`,
    ...(hasCarers
      ? ["Your carer's budget is worked out apart from yours. It takes nothing from it."]
      : []),
    ...(budget.tableProvenance === 'synthetic'
      ? ['The table of points and sums is an example, and no council has published it.']
      : []),
  ];
}
