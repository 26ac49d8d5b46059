import * as z from 'zod';
import type { PayPeriod } from '../calendar/pay-calendar.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { earliestPayDate } from '../payment/next-pay-date.ts';
import { draftRun } from './draft-run.ts';
import type { RunChange } from './run-change.ts';

export const RunRequest = z.strictObject({ reason: Reason }).meta({ id: 'PaymentRunRequest' });
export type RunRequest = z.infer<typeof RunRequest>;

/** A run between two runs of the calendar, as finance asks for it: nobody waits four weeks for what was held
 * back and is released, or came too late for its run. It pays what is not paid up to the end of the
 * current period, as soon as Bacs can carry it, under the same permanent keys as any other run. */
export function askForRun(period: PayPeriod, { reason }: RunRequest, moment: Moment): RunChange {
  const payOn = earliestPayDate(moment.today);
  const asked = { by: moment.actor.id, on: moment.today };
  const { type, next } = draftRun({ ...period, payDate: payOn });
  return {
    type,
    body: {
      reason,
      periodStart: period.start,
      periodEnd: period.end,
      payOn,
      rule: 'asked for by finance',
    },
    next: { ...next, asked },
  };
}
