import * as z from 'zod';
import type { AgreementChange, AgreementState } from '../agreement/agreement-state.ts';
import { addDays } from '../calendar/civil-date.ts';
import type { Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { EnteredPence } from '../money/pence.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { paymentLaw } from '../payment/payment-law.ts';
import { surplusOf } from './account-figures.ts';
import type { CheckedReturn, MonitoringRule, MonitoringState } from './monitoring-state.ts';
import { waitingReturn } from './return-period.ts';

/** The event of the return that was looked at. */
const made = z
  .int()
  .positive()
  .meta({ examples: [7] });

/** What an officer finds of a return. */
export const ReturnCheck = z
  .discriminatedUnion('verdict', [
    z.strictObject({
      verdict: z.literal('clean'),
      made,
      comment: Reason.meta({ examples: ['Each bill is there.'] }),
    }),
    /** What is asked, in words for the payee. */
    z.strictObject({
      verdict: z.literal('queried'),
      made,
      question: Reason.meta({ examples: ['What was the bill of 4 May for?'] }),
    }),
    z.strictObject({
      verdict: z.literal('not-accepted'),
      made,
      reasons: Reason.meta({ examples: ['No bill shows what 300 pounds were spent on.'] }),
      howToChallenge: Reason.meta({ examples: ['Call us within 28 days.'] }),
      /** What the evidence shows to be on the account. */
      closingPence: EnteredPence,
    }),
  ])
  .meta({ id: 'MonitoringReturnCheck' });
export type ReturnCheck = z.infer<typeof ReturnCheck>;

export interface ReturnChecked extends AgreementChange {
  readonly monitoring: MonitoringState;
}

/** Records what an officer finds of a return. A clean one lets the next be about longer, where a council's
 * steps say so; one that is not accepted begins the steps anew; a question leaves it with the payee.
 * Refuses `wrong-stage` where none was made, `version-stale` for another than the one that was looked at,
 * and `same-person` for whoever made it in the payee's place. */
export function checkReturn(
  agreement: AgreementState,
  about: {
    readonly check: ReturnCheck;
    readonly rule: MonitoringRule;
    readonly surplusWeeks: number;
  },
  moment: Moment,
): Outcome<ReturnChecked> {
  const { check, rule, surplusWeeks } = about;
  const { monitoring } = agreement;
  if (monitoring?.status !== 'made' || monitoring.made === null) {
    return refuse('wrong-stage', 'No return waits to be looked at.');
  }
  const { by, ...returned } = monitoring.made;
  if (returned.event !== check.made) {
    return refuse('version-stale', `The return is now event ${returned.event}.`, '/made');
  }
  if (by === moment.actor.id) {
    return refuse('same-person', 'Somebody other than who made the return looks at it.');
  }
  if (check.verdict === 'queried') {
    const due = addDays(moment.today, rule.evidenceDays);
    return decided('return-queried', { ...monitoring, status: 'queried', due }, { due });
  }
  const closingPence = 'closingPence' in check ? check.closingPence : returned.closingPence;
  const budget = { weeklyPence: agreement.weeklyPence, surplusWeeks };
  const last: CheckedReturn = {
    ...returned,
    from: monitoring.from,
    to: monitoring.to,
    verdict: check.verdict,
    closingPence,
    surplusPence: surplusOf({ ...returned, closingPence }, budget),
  };
  const cleanReturns = check.verdict === 'clean' ? monitoring.cleanReturns + 1 : 0;
  const next = waitingReturn({ from: addDays(monitoring.to, 1), cleanReturns, last }, rule);
  return decided('return-checked', next, { surplusPence: last.surplusPence, surplusWeeks });

  function decided(
    type: 'return-checked' | 'return-queried',
    to: MonitoringState,
    found: object,
  ): Outcome<ReturnChecked> {
    const body = { ...check, ...found, rule: paymentLaw('monitoring', moment.today) };
    return accept({ type, body, next: { ...agreement, monitoring: to }, monitoring: to });
  }
}
