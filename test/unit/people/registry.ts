import { caseRoutes } from '#functions/cases/routes.ts';
import { openCaseOf } from '#functions/contact/opening/open-case.ts';
import { contactRoutes } from '#functions/contact/routes.ts';
import { flagDuplicatesOf } from '#functions/people/duplicates/flag-duplicates.ts';
import { giveCasesOf } from '#functions/people/follow-merge.ts';
import { giveEqualityOf } from '#functions/people/merges/give-equality.ts';
import { renameInRelationshipsOf } from '#functions/people/merges/rename-in-relationships.ts';
import { takeOverProvisionalOf } from '#functions/people/merges/take-over-provisional.ts';
import { peopleRoutes } from '#functions/people/routes.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import type { Item } from '#shared/stores/table/table.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { Office } from '#test/support/office.ts';
import { aContact } from '#test/support/requests.ts';

export const adviser = { id: 'adviser-1', role: 'adviser' } as const;
export const duty = { id: 'duty-1', role: 'duty-manager' } as const;
export const manager = { id: 'manager-1', role: 'team-manager' } as const;
export const reason = 'As the person told us.';

export const marigold = {
  givenName: 'Marigold',
  familyName: 'Quillfeather',
  dateOfBirth: '1944-03-09',
  nhsNumber: '943 476 5919',
  postcode: 'ZZ1 1ZZ',
};

/** A refusal's kind, or the body of the answer. */
export function told(reply: Reply): unknown {
  return reply.accepted ? reply.value.body : reply.refusal.kind;
}

export function bodyOf(reply: Reply): Record<string, unknown> {
  if (!reply.accepted) throw new Error(JSON.stringify(reply.refusal));
  return Object(reply.value.body);
}

/** An office with the routes of people and of contacts. */
export function openRegistry(): Office {
  return new Office([...peopleRoutes, ...contactRoutes, ...caseRoutes]);
}

export async function register(office: Office, details: object): Promise<string> {
  const sent = { body: { details, reason } };
  return String(bodyOf(await office.asStaff(adviser, 'register-person', sent))['personId']);
}

/** The case of a contact by phone about somebody, once the stream has opened it. */
export async function takeContact(
  office: Office,
  person: object,
  personId?: string,
  said: object = {},
) {
  const body = { ...aContact, ...said, person, channel: 'phone', ...(personId && { personId }) };
  const taken = bodyOf(await office.asStaff(adviser, 'take-contact', { body }));
  await follow(office);
  return String(taken['caseId']);
}

export function itemsOf({ ports }: Office): readonly Item[] {
  if (!(ports.table instanceof MemoryTable)) throw new Error('not the table in memory');
  return ports.table.items;
}

/** Lets the stream bring everything that was written, over and over, until it changes nothing more. */
export async function follow(office: Office): Promise<void> {
  const { ports } = office;
  for (let before = -1; before !== itemsOf(office).length; ) {
    before = itemsOf(office).length;
    for (const item of itemsOf(office).filter(({ sk }) => sk.startsWith('EVENT#'))) {
      if (item.pk.startsWith('CONTACT#')) await openCaseOf(ports.contacts.read(item), ports);
      if (item.pk.startsWith('CASE#')) await takeOverProvisionalOf(ports.cases.read(item), ports);
      if (!item.pk.startsWith('PERSON#')) continue;
      await giveCasesOf(ports.people.read(item), ports);
      await giveEqualityOf(ports.people.read(item), ports);
      await renameInRelationshipsOf(ports.people.read(item), ports);
      await flagDuplicatesOf(ports.people.read(item), ports);
    }
  }
}
