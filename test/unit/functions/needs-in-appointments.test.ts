import { beforeEach, expect, test } from 'vitest';
import { appointmentRoutes } from '#functions/appointments/routes.ts';
import { openCaseOf } from '#functions/contact/opening/open-case.ts';
import { contactRoutes } from '#functions/contact/routes.ts';
import { peopleRoutes } from '#functions/people/routes.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { Office } from '#test/support/office.ts';
import { aContact } from '#test/support/requests.ts';

const adviser = { id: 'adviser-1', role: 'adviser' } as const;
const visit = {
  kind: 'home-visit',
  on: '2026-07-10',
  from: '10:00',
  to: '11:00',
  purpose: 'assessment',
  loneWorking: 'The duty desk is called at noon.',
};
const told = { language: 'Polish', needsInterpreter: true };

let office: Office;
beforeEach(() => {
  office = new Office([...contactRoutes, ...peopleRoutes, ...appointmentRoutes]);
});

function bodyOf(reply: Reply): Record<string, unknown> {
  if (!reply.accepted) throw new Error(JSON.stringify(reply.refusal));
  return Object(reply.value.body);
}

/** The case of a contact that says this, once the stream has opened it. */
async function contact(said: object): Promise<string> {
  const body = { ...aContact, channel: 'phone', ...told, ...said };
  const { caseId } = bodyOf(await office.asStaff(adviser, 'take-contact', { body }));
  const { table, contacts } = office.ports;
  if (!(table instanceof MemoryTable)) throw new Error('not the table in memory');
  for (const item of table.items.filter(({ pk }) => pk.startsWith('CONTACT#'))) {
    await openCaseOf(contacts.read(item), office.ports);
  }
  return String(caseId);
}

async function register(): Promise<unknown> {
  const details = { givenName: 'Marigold', familyName: 'Quillfeather' };
  const body = { details, reason: 'As the person told us.' };
  return bodyOf(await office.asStaff(adviser, 'register-person', { body }))['personId'];
}

const book = (caseId: string) =>
  office.asStaff(adviser, 'book-appointment', { params: { caseId }, body: visit });

test('An interpreter whom the first contact asked for is needed at the visit', async () => {
  expect(bodyOf(await book(await contact({})))).toMatchObject({ interpreter: 'needed' });
});

test('What stayed in the contact of somebody known is carried into the visit too', async () => {
  const personId = await register();
  const { person: _, ...others } = aContact;
  const caseId = await contact({ ...others, person: undefined, personId });
  expect(bodyOf(await book(caseId))).toMatchObject({ interpreter: 'needed' });
  const params = { personId: String(personId) };
  const facts = bodyOf(await office.asStaff(adviser, 'read-person-facts', { params }));
  expect(facts['accessNeeds']).toBeNull();
});

test('A visit to whoever needs nobody to interpret says so', async () => {
  const caseId = await contact({ language: 'English', needsInterpreter: false });
  expect(bodyOf(await book(caseId))).toMatchObject({ interpreter: 'not-needed', accessNeeds: [] });
});
