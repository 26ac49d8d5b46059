import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergePeople } from '#shared/domain/person/decide-duplicate.ts';
import { noFacts, type PersonFacts } from '#shared/domain/person/facts/person-facts.ts';
import type { WarningInForce } from '#shared/domain/person/facts/warning.ts';
import { detailFields, PersonDetails } from '#shared/domain/person/person-details.ts';
import {
  factsOf,
  newPerson,
  type PersonState,
  type PossibleDuplicate,
} from '#shared/domain/person/person-state.ts';
import { type Known, takeBackMerge, takeOver } from '#shared/domain/person/take-over.ts';

const survivorId = 'survivor0001';
const mergedId = 'merged000001';

const optional = (...values: readonly string[]) => fc.constantFrom(undefined, ...values);
const details = fc
  .record({
    givenName: fc.constantFrom('Marigold', 'Mary', 'Daisy'),
    familyName: fc.constantFrom('Quillfeather', 'Shaw'),
    dateOfBirth: optional('1944-03-09', '1944-09-03'),
    nhsNumber: optional('9434765919', '4010232137'),
    postcode: optional('ZZ1 1ZZ', 'ZZ2 2ZZ'),
    phone: optional('01632 960 123', '01632 960 456'),
    address: fc.constantFrom(undefined, ['7 Thimble Row'], ['1 Sample Street', 'Exampleton']),
    previousNames: fc.constantFrom(undefined, [{ givenName: 'Daisy', familyName: 'Shaw' }]),
  })
  .map((told) => PersonDetails.parse(JSON.parse(JSON.stringify(told))));

const flag = (personId: string): PossibleDuplicate => ({ personId, score: 8, agree: ['name'] });
const duplicates = fc.constantFrom<PossibleDuplicate[]>(
  [],
  [flag(mergedId)],
  [flag('third0000001'), flag(mergedId)],
);

const warning = (id: string): WarningInForce => ({
  id,
  kind: 'dog',
  text: 'Ring first.',
  source: 'Seen at a visit',
  reviewOn: '2027-01-08',
  recordedOn: '2026-07-08',
  recordedBy: 'practitioner-1',
  isPersonTold: true,
});
const tenant = [{ code: 'tenant' as const, from: '2026-07-08' }];
const facts = fc.constantFrom<(PersonFacts | undefined)[]>(
  undefined,
  { ...noFacts, warnings: [warning('warning00001')] },
  { ...noFacts, warnings: [warning('warning00001'), warning('warning00002')] },
  { ...noFacts, circumstances: { ...noFacts.circumstances, accommodation: tenant } },
);

const person = fc
  .record({
    details,
    recorded: facts,
    isProvisional: fc.boolean(),
    isNumberTaken: fc.boolean(),
    possibleDuplicates: duplicates,
    notDuplicates: fc.constantFrom<string[]>([], ['fourth000001'], [mergedId, 'fourth000001']),
  })
  .map(
    ({ details: told, recorded, isProvisional, isNumberTaken, ...marks }): PersonState => ({
      ...newPerson(told, { isProvisional, isNumberTaken }),
      ...(recorded && { facts: recorded }),
      ...marks,
    }),
  );

const pair = fc.tuple(person, person, fc.subarray([...detailFields])).filter(
  // A number is one record's alone.
  ([a, b]) =>
    !(a.holdsNhsNumber && b.holdsNhsNumber && a.details.nhsNumber === b.details.nhsNumber),
);

const reason = 'It is the same person.';
const known = (personId: string, state: PersonState, event = 2): Known => ({
  personId,
  state,
  event,
});

function merge(a: PersonState, b: PersonState, keepFromMerged: typeof detailFields = []) {
  const [survivor, merged] = [known(survivorId, a), known(mergedId, b)];
  return takeOver({ survivor, merged, keepFromMerged, reason });
}

function takeBack(survivor: PersonState, merged: PersonState, body: unknown) {
  return takeBackMerge(known(mergedId, merged, 3), known(survivorId, survivor, 3), {
    // As it is stored.
    body: JSON.parse(JSON.stringify(body)),
    reason,
  });
}

const lasting = ({ records: _records, recent: _recent, ...rest }: PersonState) => rest;

test('a merge that is reversed at once leaves both records as they were', () => {
  fc.assert(
    fc.property(pair, ([a, b, kept]) => {
      const { own, other } = merge(a, b, kept);
      const back = takeBack(own.next, other.next, other.body);
      expect(back.accepted && lasting(back.value.other.next)).toEqual(lasting(a));
      expect(back.accepted && lasting(back.value.own.next)).toEqual(lasting(b));
    }),
  );
});

test('after a merge one record holds the number, and no fact of either is lost unchosen', () => {
  fc.assert(
    fc.property(pair, ([a, b, kept]) => {
      const { own, other } = merge(a, b, kept);
      expect(other.next.mergedInto).toBe(survivorId);
      const warnings = [...factsOf(a).warnings, ...factsOf(b).warnings];
      expect(factsOf(own.next).warnings).toEqual(expect.arrayContaining(warnings));
      for (const field of detailFields.filter((name) => name !== 'previousNames')) {
        const chosen = kept.includes(field)
          ? (b.details[field] ?? a.details[field])
          : (a.details[field] ?? b.details[field]);
        expect(own.next.details[field]).toEqual(chosen);
      }
    }),
  );
});

describe('a merge', () => {
  const marigold = newPerson(
    PersonDetails.parse({ givenName: 'Marigold', familyName: 'Shaw', phone: '01632 960 123' }),
  );
  const mary = newPerson(
    PersonDetails.parse({
      givenName: 'Mary',
      familyName: 'Shaw',
      nhsNumber: '943 476 5919',
      phone: '01632 960 456',
    }),
  );

  test('lets a contact that nobody looked at make more careful only', () => {
    const open = { mayCall: true, mayText: true, mayLeaveMessage: true, mayWrite: true };
    const told = (safe: object, toldAt: string) => ({
      facts: { ...noFacts, safeContact: { ...open, ...safe, toldAt } },
    });
    const [then, now] = ['2026-07-01T09:00:00.000Z', '2026-07-08T09:00:00.000Z'];
    const known = { ...marigold, ...told({ mayCall: false }, then) };
    const looked = { ...mary, ...told({ mayWrite: false }, now) };
    const safeAfter = (other: PersonState) => factsOf(merge(known, other).own.next).safeContact;
    expect(safeAfter(looked)).toMatchObject({ mayCall: true, mayWrite: false });
    expect(safeAfter({ ...looked, isProvisional: true })).toMatchObject({
      mayCall: false,
      mayWrite: false,
    });
  });

  test('goes on finding the person by both names', () => {
    const { own } = merge(marigold, mary);
    expect(own.next.details.previousNames).toEqual([{ givenName: 'Mary', familyName: 'Shaw' }]);
  });

  test('hands the NHS number over with what only one record knew', () => {
    const { own } = merge(marigold, mary);
    expect(own.next.details.nhsNumber).toBe('9434765919');
    expect(own.next.holdsNhsNumber).toBe(true);
  });

  test('that is reversed leaves alone what somebody changed since', () => {
    const { own, other } = merge(marigold, mary, ['phone']);
    const changed = { ...own.next, details: { ...own.next.details, postcode: 'ZZ1 1ZZ' } };
    const back = takeBack(changed, other.next, other.body);
    const after = back.accepted ? back.value.other.next.details : undefined;
    expect(after).toEqual({ ...marigold.details, postcode: 'ZZ1 1ZZ' });
  });

  test('that is reversed takes back the warnings it brought, and leaves those noted since', () => {
    const warned = { ...mary, facts: { ...noFacts, warnings: [warning('warning00001')] } };
    const { own, other } = merge(marigold, warned);
    const noted = warning('warning00002');
    const warnings = [...factsOf(own.next).warnings, noted];
    const changed = { ...own.next, facts: { ...noFacts, warnings } };
    const back = takeBack(changed, other.next, other.body);
    expect(back.accepted && factsOf(back.value.other.next).warnings).toEqual([noted]);
    expect(back.accepted && factsOf(back.value.own.next)).toEqual(warned.facts);
  });

  test('waits until a death on one record is on the other too', () => {
    const death = {
      status: 'stands',
      diedOn: '2026-07-01',
      proof: 'reported',
      event: 2,
      reversalAskedBy: null,
    } as const;
    const dead = { ...mary, facts: { ...noFacts, death } };
    const decision = { decision: 'merge', survivor: survivorId, otherVersion: 1, reason } as const;
    const decide = (a: PersonState, b: PersonState) =>
      mergePeople(known(survivorId, a), known(mergedId, b), { ...decision, keepFromOther: [] });
    expect(decide(marigold, dead)).toMatchObject({ refusal: { kind: 'death-recorded' } });
    expect(decide(dead, marigold)).toMatchObject({ refusal: { kind: 'death-recorded' } });
    expect(decide(dead, dead).accepted).toBe(true);
  });

  test('is not reversed beneath a later one', () => {
    const { own, other } = merge(marigold, mary);
    const later = { ...own.next, merged: [...own.next.merged, 'third0000001'] };
    const back = takeBack(later, other.next, other.body);
    expect(back).toMatchObject({ accepted: false, refusal: { kind: 'wrong-stage' } });
  });
});
