import { ageOn, type CivilDate } from '../../calendar/civil-date.ts';
import type { ContactMade, ContactState } from '../contact.ts';

/** Whether somebody is in danger at this moment. */
export function isSomebodyInDanger({ risks }: Pick<ContactMade, 'risks'>): boolean {
  return risks.some(({ howSoon }) => howSoon === 'now');
}

/** What the front door must not lose sight of. Danger of today makes a contact urgent, whether
 * somebody said so or not: it jumps the queue (Care Act 2014 s19(3)). */
export function whatMustBeSeen(
  contact: ContactMade,
  on: { readonly today: CivilDate; readonly dateOfBirth: CivilDate | undefined },
): Pick<ContactState, 'isUrgent' | 'urgentBecause' | 'isDangerNow' | 'childAtRisk' | 'isUnder18'> {
  const { childAtRisk } = contact;
  const soon = contact.risks.find(({ howSoon }) => howSoon === 'now' || howSoon === 'today');
  const reason = (contact.isUrgent ? contact.urgentBecause : undefined) ?? soon?.what;
  return {
    isUrgent: contact.isUrgent || soon !== undefined,
    ...(reason === undefined ? {} : { urgentBecause: reason }),
    ...(isSomebodyInDanger(contact) && { isDangerNow: true }),
    ...(childAtRisk && { childAtRisk: childAtRisk.referredTo ? 'referred' : 'to-refer' }),
    // Somebody who turns 18 soon is assessed before (Care Act 2014 s58): allowed, and seen.
    ...(on.dateOfBirth !== undefined &&
      ageOn(on.dateOfBirth, on.today) < 18 && { isUnder18: true }),
  };
}
