import * as z from 'zod';
import { formatPounds, Pence, sumPence } from '../money/pence.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';

const Name = z.string().trim().min(1).max(200);
const Key = z.string().trim().min(1).max(80);

/** Who receives a direct payment: the person, somebody they nominate (Care Act 2014 s31(2)), or an
 * authorised person where they lack capacity to request it (s32). */
export const Payee = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('self') }),
    z.strictObject({ kind: z.literal('nominated'), personId: Key, name: Name }),
    z.strictObject({ kind: z.literal('authorised'), personId: Key, name: Name }),
  ])
  .meta({ id: 'Payee' });
export type Payee = z.infer<typeof Payee>;

/** Net: the contribution is taken off before the money goes out. Gross: it is invoiced apart. */
export const ContributionBasis = z.enum(['net', 'gross']).meta({ id: 'ContributionBasis' });
export type ContributionBasis = z.infer<typeof ContributionBasis>;

const partFields = {
  id: Key,
  weeklyPence: Pence,
  oneOffPence: Pence,
  /** The share of the person's weekly contribution that belongs to this part. */
  contributionWeeklyPence: Pence,
};

/** One part of a personal budget. A contribution to what the council manages is always billed, so
 * only money that leaves the council can go out net. */
export const BudgetPart = z
  .discriminatedUnion('holding', [
    z.strictObject({
      ...partFields,
      holding: z.literal('direct-payment'),
      contribution: ContributionBasis,
      payee: Payee,
    }),
    z.strictObject({
      ...partFields,
      holding: z.literal('council-managed'),
      contribution: z.literal('gross'),
    }),
    z.strictObject({
      ...partFields,
      holding: z.literal('third-party'),
      contribution: ContributionBasis,
      /** The organisation that holds the Individual Service Fund. */
      organisation: Name,
    }),
  ])
  .meta({ id: 'BudgetPart' });
export type BudgetPart = z.infer<typeof BudgetPart>;

/** The cost to the council of meeting the needs, the person's share of it, and the parts in which
 * it is held (Care Act 2014 s26). */
export const PersonalBudget = z
  .strictObject({
    weeklyPence: Pence,
    oneOffPence: Pence,
    contributionWeeklyPence: Pence,
    /** True until the financial assessment is done: the contribution will be replaced from the
     * start. */
    isContributionProvisional: z.boolean(),
    parts: z.array(BudgetPart).max(20),
  })
  .meta({ id: 'PersonalBudget' });
export type PersonalBudget = z.infer<typeof PersonalBudget>;

type Summed = 'weeklyPence' | 'oneOffPence' | 'contributionWeeklyPence';
const summed = {
  weeklyPence: 'a week',
  oneOffPence: 'once',
  contributionWeeklyPence: 'a week of contribution',
} satisfies Record<Summed, string>;

function checkSums(budget: PersonalBudget): Outcome<PersonalBudget> {
  for (const field of ['weeklyPence', 'oneOffPence', 'contributionWeeklyPence'] as const) {
    const parts = sumPence(budget.parts.map((part) => part[field]));
    if (parts === budget[field]) continue;
    const detail =
      `The parts add up to ${formatPounds(parts)} ${summed[field]} and the budget is ` +
      `${formatPounds(budget[field])}.`;
    return refuse('parts-do-not-add-up', detail, `/${field}`);
  }
  return accept(budget);
}

/** Whether the parts add up to the budget: weekly, once, and the contribution, all in pence. No
 * part bears more contribution than it is worth, since nobody pays more than the care costs (Care
 * Act 2014 s14(4)), and each part has an id of its own. Refuses `parts-do-not-add-up`. */
export function checkBudget(budget: PersonalBudget): Outcome<PersonalBudget> {
  const ids = budget.parts.map((part) => part.id);
  for (const [index, part] of budget.parts.entries()) {
    const pointer = `/parts/${index}`;
    if (ids.indexOf(part.id) !== index) {
      return refuse('parts-do-not-add-up', `The part ${part.id} appears twice.`, `${pointer}/id`);
    }
    if (part.contributionWeeklyPence > part.weeklyPence) {
      const detail = `The contribution to ${part.id} is more than the part itself.`;
      return refuse('parts-do-not-add-up', detail, `${pointer}/contributionWeeklyPence`);
    }
  }
  return checkSums(budget);
}
