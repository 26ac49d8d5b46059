import * as z from 'zod';
import { Reason } from '../eligibility/decision.ts';
import { EnteredPence, formatPounds, type SignedPence, sumPence } from '../money/pence.ts';
import { type Refused, refuse } from '../outcome.ts';
import type { AccountFigures } from './monitoring-state.ts';

/** How a direct payment was used over the days of a return, as its payee shows it. What stood on the
 * account before, and what was paid back, the council knows itself. */
export const MonitoringReturn = z
  .strictObject({
    /** What the account's statements say that the council paid in: compared with what it paid. */
    receivedPence: EnteredPence,
    /** What the person paid in besides: their contribution, or money of their own. */
    paidInPence: EnteredPence,
    spent: z.strictObject({
      wagesPence: EnteredPence,
      agencyPence: EnteredPence,
      /** Tax, national insurance, pension, payroll and insurance that were paid. */
      employerCostsPence: EnteredPence,
      activitiesPence: EnteredPence,
      otherPence: EnteredPence,
    }),
    closingPence: EnteredPence,
    /** What of the closing balance an employer still has to pay out of it. */
    reserve: z.strictObject({
      holidayPence: EnteredPence,
      redundancyPence: EnteredPence,
      taxPence: EnteredPence,
      insurancePence: EnteredPence,
    }),
    /** What of the spending the plan does not name, and what it was for. */
    outsidePlan: z
      .array(
        z.strictObject({
          what: Reason.meta({ examples: ['A new mattress.'] }),
          pence: EnteredPence.min(1),
        }),
      )
      .max(20)
      .default([]),
    /** Bank statements, payslips, invoices: where each is to be found. */
    evidence: z
      .array(z.string().trim().min(1).max(200))
      .min(1)
      .max(40)
      .meta({ examples: [['Bank statements of April to June, sent by post.']] }),
    note: z.string().trim().max(2000).optional(),
  })
  .meta({ id: 'MonitoringReturn' });
export type MonitoringReturn = z.infer<typeof MonitoringReturn>;

export function reserveOf({ reserve }: Pick<MonitoringReturn, 'reserve'>): number {
  return sumPence(Object.values(reserve));
}

export function outsidePlanOf({ outsidePlan }: Pick<MonitoringReturn, 'outsidePlan'>): number {
  return sumPence(outsidePlan.map(({ pence }) => pence));
}

/** Why the figures of a return cannot be right, with the difference to look for; undefined where they add
 * up to the penny. */
export function wrongFigures(
  input: MonitoringReturn,
  figures: AccountFigures,
): Refused | undefined {
  const { openingPence, receivedPence, paidBackPence } = figures;
  const amiss = input.receivedPence - receivedPence;
  if (amiss !== 0) {
    const paid = `The council paid ${formatPounds(receivedPence)} in those days`;
    return refuse('return-differs-from-payments', `${paid}: ${by(amiss)}.`, '/receivedPence');
  }
  const spentPence = sumPence(Object.values(input.spent));
  const expected = openingPence + receivedPence + input.paidInPence - spentPence - paidBackPence;
  const difference = input.closingPence - expected;
  if (difference !== 0) {
    const adds = `The account would close at ${pounds(expected)}`;
    return refuse('return-does-not-add-up', `${adds}: ${by(difference)}.`, '/closingPence');
  }
  if (reserveOf(input) > input.closingPence) {
    const over = formatPounds(reserveOf(input) - input.closingPence);
    const detail = `The reserve is ${over} above what is on the account.`;
    return refuse('return-does-not-add-up', detail, '/reserve');
  }
  if (outsidePlanOf(input) > spentPence) {
    const over = formatPounds(outsidePlanOf(input) - spentPence);
    const detail = `What is outside the plan is ${over} above all that was spent.`;
    return refuse('return-does-not-add-up', detail, '/outsidePlan');
  }
  return undefined;
}

function by(difference: SignedPence): string {
  return `the return says ${formatPounds(Math.abs(difference))} ${difference > 0 ? 'more' : 'less'}`;
}

function pounds(pence: SignedPence): string {
  return pence < 0 ? `minus ${formatPounds(-pence)}` : formatPounds(pence);
}
