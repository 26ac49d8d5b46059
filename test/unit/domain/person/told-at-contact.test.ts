import { describe, expect, test } from 'vitest';
import { whatIsSafe } from '#shared/domain/contact/reaching/how-to-reach.ts';
import { noFacts, type PersonFacts } from '#shared/domain/person/facts/person-facts.ts';
import { recordRelationship } from '#shared/domain/person/facts/record-relationship.ts';
import {
  endRepresentative,
  NewRepresentative,
  recordRepresentative,
  signatoryFor,
} from '#shared/domain/person/facts/representative.ts';
import { type FactsOfContact, factsTold } from '#shared/domain/person/facts/told-at-contact.ts';
import { by } from '#test/support/people.ts';

const nothing = { language: 'English', needsInterpreter: false, carers: [], representatives: [] };
const cora = {
  name: 'Cora Example',
  relationship: 'Niece',
  phone: '01632 960 123',
  helpsWith: 'Shopping',
  isAbleToGoOn: 'yes' as const,
  wantsOwnAssessment: 'no' as const,
};
const ivo = {
  name: 'Ivo Pell',
  authority: 'deputy-property-and-affairs' as const,
  isRegistered: 'yes' as const,
  isPaperSeen: true,
};
const safe = { mayCall: false, mayText: false, mayLeaveMessage: false, mayWrite: true };
const [morning, noon] = ['2026-07-08T08:00:00.000Z', '2026-07-08T11:00:00.000Z'];

function tell(known: PersonFacts, said: Partial<FactsOfContact>, at = morning) {
  const idOf = (what: string, place: number) => `${what}00000000${place}`;
  return factsTold(known, { ...nothing, ...said }, { at, today: '2026-07-08', idOf });
}
const told = tell(noFacts, { carers: [cora], representatives: [ivo] }) ?? noFacts;

describe('what a contact tells of a person', () => {
  test('is on record as told and not seen, and nobody signs by it', () => {
    expect(told.relationships).toMatchObject([
      {
        with: { kind: 'named', name: 'Cora Example', phone: '01632 960 123' },
        care: 'they-care-for-person',
        toldAtContact: { on: '2026-07-08', inWords: 'Niece' },
      },
    ]);
    expect(told.representativesTold).toMatchObject([{ ...ivo, toldOn: '2026-07-08' }]);
    const id = 'representative000000000';
    const asked = { id, signature: 'financial-assessment', on: '2026-07-08' } as const;
    expect(signatoryFor(told, asked)).toBeUndefined();
  });

  test.each([
    ['nothing', {}],
    [
      'what is known already',
      { carers: [{ ...cora, name: 'example, CORA' }], representatives: [ivo] },
    ],
  ])('changes nothing by %s', (_what, said) => {
    expect(tell(told, said)).toBeUndefined();
  });

  test('is overtaken by what staff have seen', () => {
    const recorded = recordRepresentative(
      told,
      {
        id: 'seen00000001',
        input: NewRepresentative.parse({
          who: { kind: 'named', name: 'Ivo Pell' },
          kind: 'deputy-property-and-affairs',
          reference: 'COP-1',
          evidenceSeen: 'The sealed order.',
          seenBy: 'An officer',
          seenOn: '2026-07-08',
          from: '2026-01-01',
          until: null,
          maySign: ['financial-assessment'],
        }),
      },
      by('worker-1'),
    );
    expect(recorded).toMatchObject({
      value: { next: { representatives: [{}], representativesTold: [] } },
    });
    expect(
      recorded.accepted && tell(recorded.value.next, { representatives: [ivo] }),
    ).toBeUndefined();
    const [relationship] = told.relationships;
    const { toldAtContact: _told, ...seen } = relationship ?? expect.fail('no carer');
    const person = { personId: 'person000001', facts: told };
    const niece = { ...seen, id: 'seen00000002', kind: 'other-relative' as const };
    expect(recordRelationship(person, undefined, niece, by('worker-1'))).toMatchObject({
      value: { next: { relationships: [{ id: 'seen00000002' }] } },
    });
  });

  test('is ended like anything else on record, where it was wrong', () => {
    const ending = {
      id: told.representativesTold[0]?.id ?? '',
      input: { on: '2026-07-08', reason: 'No.' },
    };
    expect(endRepresentative(told, ending, by('worker-1'))).toMatchObject({
      value: { next: { representativesTold: [] } },
    });
  });
});

describe('how it is safe to reach a person', () => {
  test('is what was told last', () => {
    const first = tell(noFacts, { safeContact: safe }) ?? noFacts;
    expect(first.safeContact).toEqual({ ...safe, toldAt: morning });
    const then = tell(first, { safeContact: { ...safe, mayCall: true } }, noon);
    expect(then?.safeContact).toMatchObject({ mayCall: true, toldAt: noon });
    expect(tell(first, {}, noon)).toBeUndefined();
  });

  const onRecord = { ...safe, mayText: true, phone: '07700 900 123', toldAt: morning };
  const earlier = '2026-01-01T09:00:00.000Z';
  test.each([
    ['the record, where the contact said nothing', undefined, onRecord],
    ['the record, where it is newer', { safeContact: safe, at: earlier }, onRecord],
    [
      'the more careful of the two, where a later contact never reached the record',
      { safeContact: { ...safe, mayCall: true, mayText: false, phone: '07700 900 999' }, at: noon },
      { ...onRecord, mayText: false },
    ],
  ])('is by %s', (_what, said, expected) => {
    expect(whatIsSafe(onRecord, said)).toEqual(expected);
  });

  test('is no text, no message and no number by a contact that never reached the record', () => {
    const open = { mayCall: true, mayText: true, mayLeaveMessage: true, mayWrite: true };
    const said = { safeContact: { ...open, phone: '07700 900 999' }, at: noon };
    expect(whatIsSafe(null, said)).toEqual({
      ...open,
      mayText: false,
      mayLeaveMessage: false,
      toldAt: noon,
    });
    expect(whatIsSafe(null, undefined)).toBeUndefined();
  });
});
