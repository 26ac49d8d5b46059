import * as z from 'zod';
import { addDays } from '../../calendar/civil-date.ts';
import { Reason } from '../../eligibility/decision.ts';
import { accept, refuse } from '../../outcome.ts';
import type { CaseState, OpenCase, UrgentSupportState } from '../case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../change.ts';
import { hasDied } from '../ending/note-death.ts';
import type { UrgentSupportSettings } from './start-urgent-support.ts';
import { urgentLaw } from './urgent-law.ts';

export const UrgentSupportRenewal = z
  .strictObject({
    whyStillUrgent: Reason,
  })
  .meta({ id: 'UrgentSupportRenewal' });
export type UrgentSupportRenewal = z.infer<typeof UrgentSupportRenewal>;

/** Turns the first key to let confirmed urgent support go on for as many days as if it started today. No day is
 * added before the second key. Refuses `wrong-stage` where none is confirmed, `already-recorded` while a
 * renewal waits or where it lasts as long already, and `death-recorded`. */
export function renewUrgentSupport(
  state: CaseState,
  input: UrgentSupportRenewal,
  { urgentSupport: settings }: Pick<UrgentSupportSettings, 'urgentSupport'>,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  if (hasDied(state)) return refuse('death-recorded', 'Nobody is left to support.');
  const { urgentSupport: urgent } = state;
  if (urgent?.state === 'awaiting-second-key') {
    return refuse('wrong-stage', 'It waits for the second key to its start first.');
  }
  if (urgent?.state !== 'confirmed' || moment.today > urgent.expiresOn) {
    return refuse('wrong-stage', 'No urgent support is running: start it.');
  }
  if (urgent.renewal) {
    return refuse('already-recorded', 'A renewal waits for its second key.');
  }
  const until = addDays(moment.today, settings.expiryDays - 1);
  if (until <= urgent.expiresOn) {
    return refuse('already-recorded', `It lasts until ${urgent.expiresOn} already.`);
  }
  const renewal = { firstKeyBy: moment.actor.id, until };
  return accept({
    type: 'urgent-support-renewal-asked',
    body: { ...input, ...renewal, expiresOn: urgent.expiresOn, rule: urgentLaw(moment.today) },
    next: withRecord({ ...state, urgentSupport: { ...urgent, renewal } }, 'urgent-support', moment),
  });
}

/** The second key to a renewal: urgent support lasts until its new day. */
export function confirmRenewal(
  state: OpenCase,
  about: {
    readonly urgent: UrgentSupportState;
    readonly renewal: NonNullable<UrgentSupportState['renewal']>;
    readonly reason: string;
  },
  moment: Moment,
): CaseDecision {
  const { urgent, renewal, reason } = about;
  if (moment.today > urgent.expiresOn) {
    return refuse('wrong-stage', `It ended on ${urgent.expiresOn}: start it again.`);
  }
  if (renewal.firstKeyBy === moment.actor.id) {
    return refuse('same-person', 'The second key is held by somebody else than the first.');
  }
  const { renewal: _confirmed, timesRenewed = 0, ...kept } = urgent;
  const { weeklyPence } = urgent;
  const { firstKeyBy, until: expiresOn } = renewal;
  const keys = { firstKeyBy, secondKeyBy: moment.actor.id };
  const renewed = { ...kept, ...keys, expiresOn, timesRenewed: timesRenewed + 1 };
  return accept({
    type: 'urgent-support-renewed',
    body: { reason, firstKeyBy, weeklyPence, expiresOn, rule: urgentLaw(moment.today) },
    next: withRecord({ ...state, urgentSupport: renewed }, 'urgent-support', moment),
    dues: [{ due: 'urgent-support', on: expiresOn }],
  });
}
