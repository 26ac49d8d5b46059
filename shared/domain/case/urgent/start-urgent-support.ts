import * as z from 'zod';
import { addDays } from '../../calendar/civil-date.ts';
import { urgentSupportSecondKeyDue } from '../../calendar/clocks.ts';
import { Reason } from '../../eligibility/decision.ts';
import { EnteredPence, formatPounds } from '../../money/pence.ts';
import { UrgentOrder } from '../../order/urgent-order.ts';
import { accept, refuse, refuseAll } from '../../outcome.ts';
import { type PurchaseRules, prohibitedAmong } from '../../plan/spending/prohibited.ts';
import { PurchaseCategory } from '../../plan/spending/purchase-category.ts';
import { purchaseFields } from '../../plan/spending/purchase-fields.ts';
import type { CaseState, OpenCase } from '../case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../change.ts';
import { isUrgentSupportRunning } from '../ending/close.ts';
import { hasDied } from '../ending/note-death.ts';
import { urgentLaw } from './urgent-law.ts';

export const UrgentSupportStart = z
  .strictObject({
    whyUrgent: Reason,
    /** What is done, by whom and when, from today on. */
    support: Reason,
    /** What is bought: what no plan may buy, urgent support may not either (Care Act 2014 s22-s23). */
    purchase: PurchaseCategory,
    exclusionOverride: purchaseFields.exclusionOverride,
    weeklyPence: EnteredPence.positive(),
    /** Left out where it is paid for elsewhere. */
    order: UrgentOrder.exactOptional(),
  })
  .meta({ id: 'UrgentSupportStart' });
export type UrgentSupportStart = z.infer<typeof UrgentSupportStart>;

export interface UrgentSupportSettings extends PurchaseRules {
  readonly urgentSupport: {
    readonly limitWeeklyPence: number;
    readonly expiryDays: number;
  };
  readonly costCentres: readonly { readonly id: string }[];
}

/** Meets urgent needs from the same day under one key, before assessment, finances or residence are
 * settled (Care Act 2014 s19(3)): the one exception to two keys, held in by a limit, a second key
 * within two working days and an expiry. Refuses `urgent-support-limit` above the council's limit,
 * `already-recorded` while some is running, `purchase-prohibited` for what no budget may buy, and
 * `same-person` where nobody confirmed what this person started before. */
export function startUrgentSupport(
  state: CaseState,
  input: UrgentSupportStart,
  settings: UrgentSupportSettings,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed')
    return refuse('case-closed', 'The case has ended: reopen it first.');
  if (hasDied(state)) return refuse('death-recorded', 'Nobody is left to support.');
  if (isUrgentSupportRunning(state)) {
    return refuse('already-recorded', 'Urgent support is running already: renew it.');
  }
  const { limitWeeklyPence, expiryDays } = settings.urgentSupport;
  if (input.weeklyPence > limitWeeklyPence) {
    const detail = `Under one key the council spends at most ${formatPounds(limitWeeklyPence)} a week.`;
    return refuse('urgent-support-limit', detail, '/weeklyPence');
  }
  const { order } = input;
  if (order && !settings.costCentres.some(({ id }) => id === order.costCentre)) {
    return refuse('invalid-input', 'The council has no such cost centre.', '/order/costCentre');
  }
  const bought = { purchase: input, at: '', isPaidDirectly: false };
  const faults = prohibitedAmong([bought], settings, moment.today);
  const prohibited = refuseAll(faults, (count) => `${count} rules speak against it.`);
  if (prohibited) return prohibited;
  const earlier = state.urgentSupport;
  const isUnconfirmed = earlier?.state === 'expired' && earlier.secondKeyBy === null;
  if (isUnconfirmed && earlier.firstKeyBy === moment.actor.id) {
    const detail = 'What you started before was never confirmed: somebody else decides this time.';
    return refuse('same-person', detail);
  }
  const urgentSupport = {
    state: 'awaiting-second-key',
    weeklyPence: input.weeklyPence,
    startedOn: moment.today,
    firstKeyBy: moment.actor.id,
    secondKeyBy: null,
    secondKeyDue: urgentSupportSecondKeyDue(moment.today),
    // The first day counts among the days that it may last.
    expiresOn: addDays(moment.today, expiryDays - 1),
    ...(order && { orderedIn: moment.event, costCentre: order.costCentre }),
  } as const;
  const next: OpenCase = { ...state, urgentSupport };
  return accept({
    type: 'urgent-support-started',
    body: {
      ...input,
      limitWeeklyPence,
      secondKeyDue: urgentSupport.secondKeyDue,
      expiresOn: urgentSupport.expiresOn,
      rule: urgentLaw(moment.today),
    },
    next: withRecord(next, 'urgent-support', moment),
    dues: [{ due: 'urgent-support', on: urgentSupport.secondKeyDue }],
  });
}
