import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { Pence, SignedPence } from '../money/pence.ts';

/** How often a payee shows how a direct payment was used: a council's own rule. */
export const MonitoringRule = z.strictObject({
  /** The months that a return is about, from the closest look to the loosest, and how many clean returns
   * one after the other lead to the next step. */
  steps: z
    .array(
      z.strictObject({
        months: z.int().min(1).max(12),
        cleanReturns: z.int().min(1).max(8),
      }),
    )
    .min(1)
    .max(4),
  /** Days after its last day within which a return is made with its evidence, and a question answered. */
  evidenceDays: z.int().min(14).max(90),
});
export type MonitoringRule = z.infer<typeof MonitoringRule>;

/** What the council's own books say of an account in the days of a return, in pence. */
export const AccountFigures = z
  .strictObject({
    /** What stood on it before, as the return before was found to close. */
    openingPence: Pence,
    /** What the council paid into it. */
    receivedPence: SignedPence,
    /** What was paid back to the council out of it. */
    paidBackPence: Pence,
  })
  .meta({ id: 'AccountFigures' });
export type AccountFigures = z.infer<typeof AccountFigures>;

/** What is kept of a return while it is looked at, and what it rests on. */
const MadeReturn = z.strictObject({
  /** The event that holds it in full. */
  event: z.int().positive(),
  by: z.string(),
  closingPence: Pence,
  /** What of it is kept for an employer's liabilities. */
  reservePence: Pence,
  /** What was spent on something that the plan does not name. */
  outsidePlanPence: Pence,
});

/** What the newest return that was looked at has shown. */
export const CheckedReturn = MadeReturn.omit({ by: true }).extend({
  from: CivilDate,
  to: CivilDate,
  verdict: z.enum(['clean', 'not-accepted']),
  /** What stands on the account beyond what a council lets stand there. */
  surplusPence: Pence,
});
export type CheckedReturn = z.infer<typeof CheckedReturn>;

/** How the use of a direct payment is watched (SI 2014/2871 reg 4; statutory guidance 12.24): the days that
 * the next return is about, and how far it has come. */
export const MonitoringState = z
  .strictObject({
    /** `waiting` until its days are over. */
    status: z.enum(['waiting', 'asked', 'overdue', 'made', 'queried']),
    from: CivilDate,
    to: CivilDate,
    /** The last day on which the payee is in time; null while nothing is asked of them. */
    due: CivilDate.nullable(),
    /** Worked out when the return is asked for. */
    figures: AccountFigures.nullable(),
    made: MadeReturn.nullable(),
    last: CheckedReturn.nullable(),
    /** Clean returns one after the other. */
    cleanReturns: z.int().nonnegative(),
  })
  .meta({ id: 'MonitoringState' });
export type MonitoringState = z.infer<typeof MonitoringState>;
