import * as z from 'zod';
import { BudgetStatement } from '../../budget/amounts.ts';
import { CivilDate } from '../../calendar/civil-date.ts';
import { Pence } from '../../money/pence.ts';
import { authorInWords } from '../plan-author.ts';
import { WrittenPlan } from '../plan-input.ts';
import { planTotals } from '../plan-totals.ts';
import { PlanToCompare } from '../versions/compare-plans.ts';
import { ChangesInWords, changesSince } from './changes-in-words.ts';
import { LineInWords, lineInWords, outcomeInWords } from './line-in-words.ts';

/** What a statement needs of the body of a plan that was written. */
export const RecordedPlan = z.object({
  ...WrittenPlan.shape,
  statement: BudgetStatement,
  checkedAgainst: PlanToCompare.shape.checkedAgainst,
  /** The law of the day on which it was written. */
  rule: z.string(),
});
export type RecordedPlan = z.infer<typeof RecordedPlan>;

const Words = z.string();
const Cost = { weeklyPence: Pence, fourWeeklyPence: Pence, oneOffPence: Pence };

/** A plan in words that the person can read, with what the law says must stand in it (Care Act 2014
 * s25(1), s26). */
export const PlanStatement = z
  .strictObject({
    writtenOn: CivilDate,
    writtenBy: z.array(Words),
    outcomesWanted: z.array(Words),
    needs: z.array(
      z.strictObject({ need: Words, isEligible: z.boolean(), metBy: Words, how: Words }),
    ),
    lines: z.array(LineInWords),
    notCovered: z.array(z.strictObject({ outcome: Words, reason: Words })),
    budget: z.strictObject({
      ...Cost,
      personWeeklyPence: Pence,
      councilWeeklyPence: Pence,
      isContributionProvisional: z.boolean(),
      from: CivilDate,
    }),
    parts: z.array(z.strictObject({ holding: Words, ...Cost })),
    /** What each direct payment pays and how often (s25(2)). */
    directPayments: BudgetStatement.shape.directPayments,
    informalSupport: z.array(Words),
    risks: z.array(z.strictObject({ risk: Words, howManaged: Words })),
    contingency: z
      .strictObject({
        whoCovers: Words,
        phone: Words,
        councilStepsInWhen: Words,
        testedOn: CivilDate,
      })
      .nullable(),
    emergency: z.strictObject({ whatToDo: Words, phone: Words }),
    preventionAdvice: Words,
    /** The law of the day on which it was written. */
    rule: Words,
    /** What is another than in the version before; null in the first. */
    changes: ChangesInWords.nullable(),
  })
  .meta({ id: 'PlanStatement' });
export type PlanStatement = z.infer<typeof PlanStatement>;

const metBy = {
  council: 'The council',
  'carer-or-others': 'Family, friends or others',
  nhs: 'The NHS',
  person: 'You',
  'not-met': 'Nobody for now',
} as const satisfies Record<RecordedPlan['needs'][number]['metBy'], string>;

/** Says a recorded plan in words, and what is another than in the version before it. */
export function statePlan(plan: RecordedPlan, before: PlanToCompare | undefined): PlanStatement {
  const { writtenOn, outcomesWanted, risks, emergency, preventionAdvice, statement } = plan;
  return {
    writtenOn,
    writtenBy: [plan.author, ...(plan.alsoBy ?? [])].map(authorInWords),
    outcomesWanted,
    needs: plan.needs.map((need) => ({ ...need, metBy: metBy[need.metBy] })),
    lines: plan.lines.map(lineInWords),
    notCovered: plan.notCovered.map(({ outcome, reason }) => ({
      outcome: outcomeInWords(outcome),
      reason,
    })),
    budget: {
      ...planTotals(plan.lines).budget,
      personWeeklyPence: statement.personWeeklyPence,
      councilWeeklyPence: statement.councilWeeklyPence,
      isContributionProvisional: statement.isContributionProvisional,
      from: plan.budgetFrom,
    },
    parts: partsInWords(plan),
    directPayments: statement.directPayments,
    informalSupport: plan.informalSupport.map(({ who, whatTheyDo }) => `${who}: ${whatTheyDo}`),
    risks,
    contingency: plan.contingency ?? null,
    emergency,
    preventionAdvice,
    rule: plan.rule,
    changes: before === undefined ? null : changesSince(before, plan),
  };
}

function partsInWords({ lines, parts }: RecordedPlan): PlanStatement['parts'] {
  const { byPart } = planTotals(lines);
  const nothing = { weeklyPence: 0, fourWeeklyPence: 0, oneOffPence: 0 };
  return parts.map((part) => ({ holding: heldBy(part), ...(byPart[part.id] ?? nothing) }));
}

function heldBy(part: RecordedPlan['parts'][number]): string {
  switch (part.holding) {
    case 'council-managed':
      return 'The council arranges it for you';
    case 'third-party':
      return `${part.organisation} holds it for you`;
    case 'direct-payment':
      return part.payee.kind === 'self'
        ? 'A direct payment to you'
        : `A direct payment to ${part.payee.name}`;
  }
}
