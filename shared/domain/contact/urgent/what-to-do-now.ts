import * as z from 'zod';
import type { Instant } from '../../calendar/london-time.ts';
import { isOpenAt, type OfficeHours } from '../../calendar/office-hours.ts';
import type { ContactMade } from '../contact.ts';
import { isSomebodyInDanger } from './urgency.ts';

/** What cannot wait until somebody has read the contact. */
export const DoNow = z
  .strictObject({
    because: z.enum(['immediate-danger', 'urgent', 'child-at-risk']),
    say: z.string(),
    call: z.array(z.strictObject({ who: z.string(), phone: z.string() })),
  })
  .meta({ id: 'DoNow' });
export type DoNow = z.infer<typeof DoNow>;

interface Numbers {
  readonly officeHours: OfficeHours;
  readonly adultSocialCarePhone: string;
  readonly outOfHoursPhone: string;
  readonly safeguardingPhone: string;
  readonly childrensServicesPhone: string;
}

/** What whoever made the contact is asked to do at once: 999 in immediate danger, then whoever answers
 * at that moment, who is called about what is urgent too; and children's services for a child of whom they have not been told. */
export function whatToDoNow(
  contact: Pick<ContactMade, 'risks' | 'childAtRisk' | 'isUrgent'>,
  at: Instant,
  numbers: Numbers,
): DoNow[] {
  const dutyTeam = { who: 'Emergency duty team, out of hours', phone: numbers.outOfHoursPhone };
  const isOpen = isOpenAt(numbers.officeHours, at);
  const danger: DoNow = {
    because: 'immediate-danger',
    say: 'If anybody is in danger now, call 999 before anything else. Do not wait for us to read this.',
    call: [
      { who: 'Police, ambulance or fire service', phone: '999' },
      isOpen ? { who: 'Safeguarding adults', phone: numbers.safeguardingPhone } : dutyTeam,
    ],
  };
  const urgent: DoNow = {
    because: 'urgent',
    say: 'If this cannot wait until we have read it, call us now. If anybody is hurt or in danger, call 999 first.',
    call: [
      { who: 'Police, ambulance or fire service', phone: '999' },
      isOpen ? { who: 'Adult social care', phone: numbers.adultSocialCarePhone } : dutyTeam,
    ],
  };
  const child: DoNow = {
    because: 'child-at-risk',
    say: "Tell children's services about the child now. If the child is in danger, call 999 first.",
    call: [
      { who: "Children's services", phone: numbers.childrensServicesPhone },
      ...(isOpen ? [] : [dutyTeam]),
    ],
  };
  const isChildUnknownToThem = contact.childAtRisk && !contact.childAtRisk.referredTo;
  const cannotWait = contact.isUrgent || contact.risks.some(({ howSoon }) => howSoon === 'today');
  const first = isSomebodyInDanger(contact) ? [danger] : cannotWait ? [urgent] : [];
  return [...first, ...(isChildUnknownToThem ? [child] : [])];
}
