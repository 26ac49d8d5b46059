import { beforeEach, expect, test } from 'vitest';
import { contactRoutes } from '#functions/contact/routes.ts';
import { peopleRoutes } from '#functions/people/routes.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import { Office } from '#test/support/office.ts';
import { aContact, aPerson } from '#test/support/requests.ts';

const adviser = { id: 'adviser-1', role: 'adviser' } as const;
const young = { ...aPerson, dateOfBirth: '2009-06-01', nhsNumber: undefined };

let office: Office;
beforeEach(() => {
  office = new Office([...contactRoutes, ...peopleRoutes]);
});

function bodyOf(reply: Reply): Record<string, unknown> {
  if (!reply.accepted) throw new Error(JSON.stringify(reply.refusal));
  return Object(reply.value.body);
}

const take = async (body: object) =>
  bodyOf(await office.asStaff(adviser, 'take-contact', { body: { channel: 'phone', ...body } }));

async function register(): Promise<unknown> {
  const { nhsNumber: _, ...details } = young;
  const body = { details, reason: 'As the person told us.' };
  return bodyOf(await office.asStaff(adviser, 'register-person', { body }))['personId'];
}

test('A contact about somebody under 18 is answered with who helps them until then', async () => {
  const { childrensServicesPhone } = office.ports.council.contacts;
  const { under18 } = await take({ ...aContact, person: young });
  expect(under18).toMatchObject({
    say: expect.stringContaining('needed as an adult. This is called a transition assessment.'),
    call: [{ who: "Children's services", phone: childrensServicesPhone }],
  });
});

test('A young carer is told of the assessment for the time as an adult carer', async () => {
  const { under18 } = await take({ ...aContact, about: 'carer', person: young });
  expect(under18).toMatchObject({ say: expect.stringContaining('as an adult carer.') });
});

test('An adult is told nothing of it', async () => {
  expect(await take(aContact)).not.toHaveProperty('under18');
});

test('The age on record is told to nobody who may not hear what is on record', async () => {
  const personId = await register();
  const { person: _, ...said } = aContact;
  expect(await take({ ...said, personId })).not.toHaveProperty('under18');
  const identity = { asked: ['name', 'date-of-birth'], isPassed: true };
  expect(await take({ ...said, personId, call: { identity } })).toHaveProperty('under18');
});
