import * as z from 'zod';
import { Id } from '#shared/contracts/case-answer.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import type { Council } from '#shared/council/schema.ts';
import type { ContactState } from '#shared/domain/contact/contact.ts';
import { CallFacts, mayTellWhatIsKnown } from '#shared/domain/contact/reaching/on-the-phone.ts';
import { ChildAtRiskMade } from '#shared/domain/contact/urgent/child-at-risk.ts';
import { HelpUnder18, helpUnder18 } from '#shared/domain/contact/urgent/under-18.ts';
import { DoNow, whatToDoNow } from '#shared/domain/contact/urgent/what-to-do-now.ts';
import { Risk } from '#shared/domain/contact/what-is-asked.ts';
import { ContactPerson } from '#shared/domain/contact/who-it-is-about.ts';
import { accept } from '#shared/domain/outcome.ts';
import { PersonDetails } from '#shared/domain/person/person-details.ts';
import type { PersonState } from '#shared/domain/person/person-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { Receipt } from '#shared/stores/people/pseudonyms.ts';

/** What whoever made a contact is told at once. */
export const ContactReceipt = z
  .strictObject({
    caseId: Id.optional(),
    /** Quote it on the phone. */
    reference: z.string(),
    /** Shows the progress of the contact: keep it as you would a password. */
    secret: z.string(),
    howToAskForAnAssessment: z.string(),
    /** What cannot wait; nothing in most contacts. */
    doNow: z.array(DoNow),
    /** Absent where the person is an adult, and where nobody may be told their age. */
    under18: HelpUnder18.optional(),
    /** What is on record of the person, so that nobody asks again: never after an identity check that
     * failed, and on the phone only after one that was passed. */
    known: PersonDetails.optional(),
  })
  .meta({ id: 'ContactReceipt' });

/** As much of a recorded contact as its answer rests on. */
const Recorded = z.looseObject({
  isUrgent: z.boolean(),
  risks: z.array(Risk),
  childAtRisk: ChildAtRiskMade.optional(),
  call: CallFacts.optional(),
  person: ContactPerson.optional(),
});

interface Answering {
  readonly receipt: Receipt;
  readonly known: RecordedEvent<PersonState> | undefined;
}

/** The answer to a contact: made from what was recorded, so that the same request gets the same
 * again. */
export function contactReceipt(
  { after, actor, at, body }: RecordedEvent<ContactState>,
  { receipt, known }: Answering,
  { contacts }: Council,
): Reply {
  const recorded = Recorded.parse(body);
  const mayTell = known && mayTellWhatIsKnown(recorded.call, after.channel === 'phone');
  // Whoever told us the birth date knows it; else their age is told like anything that is on record.
  const mayTellAge = recorded.person?.dateOfBirth !== undefined || mayTell;
  return accept({
    status: 201,
    location: `/public/receipts/${receipt.reference}`,
    body: {
      ...(actor.role === 'public' ? {} : { caseId: after.caseId }),
      ...receipt,
      // Everyone is told how to ask for an assessment (Care Act 2014 s9).
      howToAskForAnAssessment:
        'You can ask for an assessment of your needs at any time, whatever we advise: quote your reference.',
      doNow: whatToDoNow(recorded, at, contacts),
      ...(after.isUnder18 && mayTellAge ? { under18: helpUnder18(after.about, contacts) } : {}),
      ...(mayTell ? { known: known.after.details } : {}),
    },
  });
}
