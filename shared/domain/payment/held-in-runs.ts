import * as z from 'zod';
import { addDays, CivilDate } from '../calendar/civil-date.ts';
import { Pence, sumPence } from '../money/pence.ts';
import { beginsAfterEnd } from './after-the-end.ts';
import type { LeftOut, Payment } from './payment.ts';

/** What an agreement was to be paid by one run. */
export const InRun = z.strictObject({
  runId: z.string(),
  payOn: CivilDate,
  payments: z.array(
    z.strictObject({
      name: z.string(),
      pence: Pence,
      /** The first day that it pays for; null for what is paid once. */
      from: CivilDate.nullable(),
    }),
  ),
});
export type InRun = z.infer<typeof InRun>;

/** What holds payments of an agreement back, and what runs were to pay it. */
interface Holding {
  readonly payUntil: CivilDate | null;
  readonly providerId?: string;
  readonly accountFrom?: CivilDate;
  readonly payStop?: object | undefined;
  readonly payeeHold?: object;
  readonly inRuns?: readonly InRun[];
}

/** What of a run is held back at present. */
export interface HeldInRun {
  readonly runId: string;
  readonly count: number;
  readonly pence: Pence;
  readonly reason: LeftOut['reason'];
  /** The day from which it may be sent, where only a new account has to wait. */
  readonly from: CivilDate | null;
}

/** An older run was sent long ago, or has waited for its approver through two others. */
const runsKept = 2;

/** What runs were to pay, with the payments that another has created. */
export function withNewRun(
  { inRuns = [] }: Holding,
  created: readonly Payment[],
): readonly InRun[] {
  const [first] = created;
  if (!first) return inRuns;
  const { runId, payOn } = first;
  const payments = created.map(({ name, amountPence, days }) => ({
    name,
    pence: amountPence,
    from: days?.from ?? null,
  }));
  const others = inRuns.filter((each) => each.runId !== runId);
  const before = inRuns.find((each) => each.runId === runId)?.payments ?? [];
  return [...others, { runId, payOn, payments: [...before, ...payments] }].slice(-runsKept);
}

/** The same without a payment that was taken out of its run. */
export function withoutPayment(
  { inRuns = [] }: Holding,
  { runId, name }: Pick<Payment, 'runId' | 'name'>,
): InRun[] {
  return inRuns.map((each) =>
    each.runId === runId
      ? { ...each, payments: each.payments.filter((payment) => payment.name !== name) }
      : each,
  );
}

// A run is approved within this time of the day on which it was to pay.
const daysToSend = 28;

/** What of each run would be withheld if it was sent now: all of it while the agreement is stopped or its
 * payee held, or waits for a new account; of one that has ended, the periods that begin after its last
 * day. It says what the transaction that sends money asks for. */
export function heldInRuns(head: Holding): readonly HeldInRun[] {
  return (head.inRuns ?? []).flatMap(({ runId, payOn, payments }) => {
    const { accountFrom } = head;
    const isStopped = head.payStop !== undefined || head.payeeHold !== undefined;
    const isWaiting = accountFrom !== undefined && accountFrom > addDays(payOn, -daysToSend);
    const held =
      isStopped || isWaiting ? payments : payments.filter(({ from }) => beginsAfterEnd(head, from));
    if (held.length === 0) return [];
    const pence = sumPence(held.map((payment) => payment.pence));
    const from = isStopped || !isWaiting ? null : accountFrom;
    return [{ runId, count: held.length, pence, reason: reasonOf(head, isWaiting), from }];
  });
}

function reasonOf({ payStop, payeeHold }: Holding, isWaiting: boolean): LeftOut['reason'] {
  if (payStop) return 'payment-stopped';
  if (payeeHold) return 'payee-held';
  return isWaiting ? 'account-cooling-off' : 'agreement-ended';
}
