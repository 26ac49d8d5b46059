import * as z from 'zod';
import { WhereYouAre } from '#shared/contracts/where-you-are.ts';
import { OpenAppointment } from '#shared/domain/appointment/open-appointment.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { Channel, type ContactState } from '#shared/domain/contact/contact.ts';
import { Remark, Sentences } from '#shared/domain/contact/text.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';

const Told = {
  whatIsHappening: Sentences,
  whatMatters: Sentences.optional(),
  urgentBecause: Remark.optional(),
  selfHelpTried: Sentences.optional(),
  whoElseHelps: Sentences.optional(),
};

/** A contact in the words in which it is read back or printed: what was told, what matters, what we
 * will do, by when, and who to call. */
export const ContactSummarySheet = z
  .strictObject({
    reference: z.string().nullable(),
    council: z.string(),
    on: CivilDate,
    channel: Channel,
    whatYouToldUs: z.strictObject(Told),
    whatHappensNext: WhereYouAre,
    callsWeOwe: z.array(z.strictObject({ by: CivilDate })),
    appointments: z.array(
      OpenAppointment.pick({ kind: true, on: true, from: true, to: true, place: true }),
    ),
  })
  .meta({ id: 'ContactSummarySheet' });
export type ContactSummarySheet = z.infer<typeof ContactSummarySheet>;

const ToldInContact = z.object(Told);

interface Following {
  readonly council: { readonly name: string };
  readonly whatHappensNext: WhereYouAre;
  readonly callsWeOwe?: readonly { readonly by: CivilDate }[];
  readonly appointments?: readonly OpenAppointment[];
}

export function summaryOfContact(
  contact: RecordedEvent<ContactState>,
  { council, whatHappensNext, callsWeOwe = [], appointments = [] }: Following,
): ContactSummarySheet {
  return {
    reference: contact.after.receipt,
    council: council.name,
    on: civilDateInLondon(contact.at),
    channel: contact.after.channel,
    whatYouToldUs: ToldInContact.parse(contact.body),
    whatHappensNext,
    callsWeOwe: callsWeOwe.map(({ by }) => ({ by })),
    appointments: appointments.map(({ kind, on, from, to, place }) => {
      return { kind, on, from, to, place };
    }),
  };
}
