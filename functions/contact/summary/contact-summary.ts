import * as z from 'zod';
import { WhereYouAre } from '#shared/contracts/where-you-are.ts';
import { OpenAppointment, placeInWords } from '#shared/domain/appointment/open-appointment.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { AccessNeeds } from '#shared/domain/codes/accessible-information.ts';
import { StaffCaredFor } from '#shared/domain/contact/cared-for.ts';
import { Channel, type ContactState } from '#shared/domain/contact/contact.ts';
import { needsInWords } from '#shared/domain/contact/questions/about-needs.ts';
import {
  ContactRepresentative,
  SafeContact,
  Sharing,
} from '#shared/domain/contact/reaching/how-to-reach.ts';
import { Remark, Sentences } from '#shared/domain/contact/text.ts';
import { CarerKnown, Glance, NeedsAtAGlance, Risk } from '#shared/domain/contact/what-is-asked.ts';
import { ContactPerson } from '#shared/domain/contact/who-it-is-about.ts';
import type { PersonDetails } from '#shared/domain/person/person-details.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';

const WhoItIsAbout = ContactPerson.pick({
  givenName: true,
  familyName: true,
  preferredName: true,
  description: true,
  dateOfBirth: true,
  address: true,
  postcode: true,
}).extend({ kind: z.enum(['adult', 'carer']) });

const told = {
  whatIsHappening: Sentences,
  whatMatters: Sentences.optional(),
  urgentBecause: Remark.optional(),
  selfHelpTried: Sentences.optional(),
  whoElseHelps: Sentences.optional(),
  risks: z.array(Risk).default([]),
  carers: z.array(CarerKnown).default([]),
  caredFor: z.array(StaffCaredFor).default([]),
  representatives: z.array(ContactRepresentative).default([]),
  /** What the person agreed to, and what not. */
  sharing: z.array(Sharing).default([]),
  accessNeeds: AccessNeeds.optional(),
  language: z.string().default('English'),
  needsInterpreter: z.boolean().default(false),
  safeContact: SafeContact.optional(),
};

/** A contact as it is read back or printed: whom it is about, what was told, what matters, what we will
 * do, by when, and who to call. */
export const ContactSummarySheet = z
  .strictObject({
    reference: z.string().nullable(),
    council: z.string(),
    on: CivilDate,
    channel: Channel,
    whoItIsAbout: WhoItIsAbout,
    whatYouToldUs: z.strictObject({
      ...told,
      /** Each thing that was spoken of, by the outcome or the area of life. */
      needs: z.array(z.strictObject({ what: z.string(), inWords: z.string(), glance: Glance })),
    }),
    whatHappensNext: WhereYouAre,
    callsWeOwe: z.array(z.strictObject({ by: CivilDate })),
    appointments: z.array(
      OpenAppointment.pick({ kind: true, on: true, from: true, to: true, place: true }),
    ),
  })
  .meta({ id: 'ContactSummarySheet' });
export type ContactSummarySheet = z.infer<typeof ContactSummarySheet>;

const ToldInContact = z.object({
  ...told,
  person: ContactPerson.optional(),
  needs: NeedsAtAGlance.optional(),
});

interface Following {
  readonly council: { readonly name: string };
  readonly whatHappensNext: WhereYouAre;
  /** What is on record of the person, where whoever reads this may be told. */
  readonly onRecord?: PersonDetails | undefined;
  readonly callsWeOwe?: readonly { readonly by: CivilDate }[];
  readonly appointments?: readonly OpenAppointment[];
}

export function summaryOfContact(
  contact: RecordedEvent<ContactState>,
  { council, whatHappensNext, onRecord, callsWeOwe = [], appointments = [] }: Following,
): ContactSummarySheet {
  const { person, needs, ...whatYouToldUs } = ToldInContact.parse(contact.body);
  return {
    reference: contact.after.receipt,
    council: council.name,
    on: civilDateInLondon(contact.at),
    channel: contact.after.channel,
    whoItIsAbout: { kind: contact.after.about, ...shown.parse({ ...onRecord, ...person }) },
    whatYouToldUs: { ...whatYouToldUs, needs: needsTold(needs) },
    whatHappensNext,
    callsWeOwe: callsWeOwe.map(({ by }) => ({ by })),
    appointments: appointments.map((each) => {
      const { kind, on, from, to } = each;
      return { kind, on, from, to, place: placeInWords(each) };
    }),
  };
}

const shown = WhoItIsAbout.omit({ kind: true }).strip();

function needsTold(
  needs: NeedsAtAGlance | undefined,
): ContactSummarySheet['whatYouToldUs']['needs'] {
  if (!needs) return [];
  const glances = needs.by === 'facs-domains' ? needs.domains : needs.outcomes;
  return Object.entries(glances).map(([what, glance]) => {
    return { what, inWords: needsInWords.get(what) ?? what, glance };
  });
}
