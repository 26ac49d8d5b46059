import * as z from 'zod';
import type { KnownNeeds } from '#shared/domain/appointment/carry-needs.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { AccessNeeds } from '#shared/domain/codes/accessible-information.ts';
import { accessNeedsTold } from '#shared/domain/person/facts/access-needs.ts';
import { factsOf } from '#shared/domain/person/person-state.ts';
import type { Ports } from '../ports.ts';

const ToldAtContact = z.looseObject({
  accessNeeds: AccessNeeds.optional(),
  language: z.string().default('English'),
  needsInterpreter: z.boolean().default(false),
});

/** What the person needs so as to take part: from their record, and from the contact where what it told
 * stayed there. */
export async function knownNeedsOf(
  state: CaseState,
  today: CivilDate,
  { people, contacts }: Pick<Ports, 'people' | 'contacts'>,
): Promise<KnownNeeds | null> {
  const person = await people.last(state.personId);
  const onRecord = person ? factsOf(person.after).accessNeeds : null;
  if (!state.hasUncheckedNeeds) return onRecord;
  const contact = await contacts.at(state.contactId, 1);
  const told = contact && accessNeedsTold(onRecord, ToldAtContact.parse(contact.body), today);
  return told ?? onRecord;
}
