import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { peopleRoutes } from '#functions/people/routes.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import { factsOf } from '#shared/domain/person/person-state.ts';
import { Office } from '#test/support/office.ts';
import { register } from '#test/support/people.ts';

const adviser = { id: 'adviser-1', role: 'adviser' } as const;
const manager = { id: 'manager-1', role: 'team-manager' } as const;
const lead = { id: 'lead-1', role: 'safeguarding-lead' } as const;
const administrator = { id: 'administrator-1', role: 'administrator' } as const;
const [ada, bea] = ['person0000001', 'person0000002'];
const ofAda = { params: { personId: ada } };

let office: Office;
beforeEach(async () => {
  office = new Office(peopleRoutes);
  await register(office.ports, ada);
  await register(office.ports, bea, 'Bea');
});

function bodyOf(reply: Reply): Record<string, unknown> {
  if (!reply.accepted) throw new Error(JSON.stringify(reply.refusal));
  return z.record(z.string(), z.unknown()).parse(reply.value.body);
}

const factsSeenBy = async (who: typeof adviser | typeof lead, personId = ada) =>
  bodyOf(await office.asStaff(who, 'read-person-facts', { params: { personId } }));

const daughter = {
  with: { kind: 'on-record', personId: bea },
  kind: 'child',
  care: 'they-care-for-person',
  from: '2026-01-01',
};
const relate = () => office.asStaff(adviser, 'record-relationship', { ...ofAda, body: daughter });

describe('a relationship of two people on record', () => {
  test('stands on both records under one id, and ends on both', async () => {
    const relationshipId = String(bodyOf(await relate())['created']);
    expect(await factsSeenBy(adviser)).toMatchObject({
      relationships: [{ id: relationshipId, kind: 'child', with: { personId: bea } }],
    });
    expect(await factsSeenBy(adviser, bea)).toMatchObject({
      relationships: [{ id: relationshipId, kind: 'parent', care: 'person-cares-for-them' }],
    });
    const body = { on: office.today, reason: 'She has moved away.' };
    const params = { personId: bea, relationshipId };
    bodyOf(await office.asStaff(adviser, 'end-relationship', { params, body }));
    expect(await factsSeenBy(adviser)).toMatchObject({ relationships: [] });
    expect(await factsSeenBy(adviser, bea)).toMatchObject({ relationships: [] });
  });

  test('is decided again where the other record was changed in between', async () => {
    const { people } = office.ports;
    const last = people.last.bind(people);
    let isFirst = true;
    people.last = async (id) => {
      const read = await last(id);
      if (id === bea && isFirst) {
        isFirst = false;
        const warning = { kind: 'dog', text: 'Ring first', source: 'Seen', reviewOn: '2027-01-01' };
        const personTold = { isTold: true, on: office.today };
        const body = { ...warning, personTold };
        await office.asStaff(adviser, 'record-warning', { params: { personId: bea }, body });
      }
      return read;
    };
    expect((await relate()).accepted).toBe(true);
    const after = await last(bea);
    expect(after && factsOf(after.after)).toMatchObject({
      warnings: [{ kind: 'dog' }],
      relationships: [{ kind: 'parent' }],
    });
  });

  test('names somebody whom there is', async () => {
    const nobody = { ...daughter, with: { kind: 'on-record', personId: 'nobody00000000' } };
    const reply = await office.asStaff(adviser, 'record-relationship', { ...ofAda, body: nobody });
    expect(reply).toMatchObject({ refusal: { pointer: '/with/personId' } });
  });
});

test('A warning that the safeguarding lead alone may read is shown to nobody else', async () => {
  const body = {
    kind: 'other',
    text: 'An allegation is being looked into.',
    source: 'Police',
    reviewOn: '2026-09-01',
    mayBeSeenBy: ['safeguarding-lead'],
    personTold: { isTold: false, whyNot: 'It would warn the person who is alleged.' },
  };
  bodyOf(await office.asStaff(lead, 'record-warning', { ...ofAda, body }));
  expect(await factsSeenBy(adviser)).toMatchObject({ warnings: [] });
  expect(await factsSeenBy(lead)).toMatchObject({ warnings: [{ kind: 'other' }] });
});

describe('equality facts', () => {
  const answers = { religionOrBelief: 'buddhist', gender: 'prefer-not-to-say' };
  const keep = (body: object = answers) =>
    office.asStaff(adviser, 'record-equality-facts', { ...ofAda, body });
  const read = async () =>
    bodyOf(await office.asStaff(administrator, 'read-equality-facts', ofAda));
  const events = async () => (await office.ports.people.page(ada, 0, 100)).events;

  test('are kept apart: the history tells that they were given, and not one of them', async () => {
    bodyOf(await keep());
    expect(await read()).toMatchObject({ facts: { answers, recordedOn: office.today } });
    const told = JSON.stringify(await events());
    expect(told).toContain('equality-facts-recorded');
    for (const value of Object.values(answers)) expect(told).not.toContain(value);
    expect(JSON.stringify(await factsSeenBy(adviser))).not.toContain('buddhist');
  });

  test('cannot be found from what the history keeps of the request', async () => {
    bodyOf(await keep());
    const first = (await events()).at(-1)?.request;
    const other = new Office(peopleRoutes);
    await register(other.ports, ada);
    const pointer = async () => 'EQUALITY#of-another-key';
    Object.assign(other.ports.pseudonyms, { pointer });
    await other.asStaff(adviser, 'record-equality-facts', { ...ofAda, body: answers });
    const second = (await other.ports.people.last(ada))?.request;
    expect(first).not.toBe(second);
  });

  test('are each voluntary, and each question says why it is asked', async () => {
    for (const [field, answer] of Object.entries(answers)) bodyOf(await keep({ [field]: answer }));
    const { questions } = z
      .looseObject({ questions: z.array(z.looseObject({ field: z.string(), why: z.string() })) })
      .parse(await read());
    expect(questions).toHaveLength(5);
    for (const { why } of questions) expect(why).toMatch(/^To see whether .{20,}\.$/);
  });

  test('are not kept where nothing was answered', async () => {
    expect((await keep({})).accepted).toBe(false);
    expect((await events()).map(({ type }) => type)).not.toContain('equality-facts-recorded');
  });

  test('are erased from the record, by the person as by the council', async () => {
    bodyOf(await keep());
    bodyOf(await office.asResident(ada, 'erase-my-equality-facts'));
    expect(await read()).toMatchObject({ facts: null });
    expect((await events()).map(({ type }) => type)).toContain('equality-facts-erased');
  });

  test.each(['adviser', 'practitioner', 'budget-manager', 'team-manager', 'finance-officer'])(
    'are not read by a %s, who takes part in decisions',
    (role) => {
      const reads = peopleRoutes.find(({ id }) => id === 'read-equality-facts');
      expect(reads?.roles).not.toContain(role);
    },
  );
});

describe('a death', () => {
  const died = { diedOn: '2026-07-01', source: 'The ward called.', proof: 'reported' };
  const record = (changes: object = {}) =>
    office.asStaff(adviser, 'record-death', { ...ofAda, body: { ...died, ...changes } });

  test('recorded a second time is answered, and nothing is written', async () => {
    const first = bodyOf(await record());
    expect(bodyOf(await record())).toEqual(first);
    expect((await office.ports.people.last(ada))?.sequence).toBe(first['event']);
  });

  test('is taken back by two people, and the answer says what is left to finance', async () => {
    const body = { reason: 'It was her neighbour.' };
    bodyOf(await record());
    bodyOf(await office.asStaff(manager, 'ask-to-reverse-death', { ...ofAda, body }));
    expect(await office.asStaff(manager, 'reverse-death', { ...ofAda, body })).toMatchObject({
      refusal: { kind: 'same-person' },
    });
    const other = { ...manager, id: 'manager-2' };
    const reversed = bodyOf(await office.asStaff(other, 'reverse-death', { ...ofAda, body }));
    expect(JSON.stringify(reversed['whatFollows'])).toContain('until finance releases');
  });
});

test('Access needs are replaced only by whoever has read the newest', async () => {
  const body = {
    needs: { informationFormats: ['braille'] },
    identifiedBy: 'person-said',
    sharing: { personAgrees: false, with: [] },
    met: null,
    reviewOn: '2027-01-08',
  };
  const record = (ifMatch?: number) =>
    office.asStaff(adviser, 'record-access-needs', { ...ofAda, body, ifMatch });
  const { event } = bodyOf(await record());
  expect(await record()).toMatchObject({ refusal: { kind: 'version-missing' } });
  expect(await record(1)).toMatchObject({ refusal: { kind: 'version-stale' } });
  expect((await record(Number(event))).accepted).toBe(true);
});
