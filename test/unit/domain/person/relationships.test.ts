import { describe, expect, test } from 'vitest';
import { noFacts, type PersonFacts } from '#shared/domain/person/facts/person-facts.ts';
import {
  endRelationship,
  NewRelationship,
  recordRelationship,
} from '#shared/domain/person/facts/record-relationship.ts';
import type { Relationship } from '#shared/domain/person/facts/relationship.ts';
import { by } from '#test/support/people.ts';

const moment = by('adviser-1');
const [ada, bea] = ['person0000001', 'person0000002'];

function related(changes: object, id = 'relation000001'): Relationship {
  const usual = { kind: 'child', care: 'none', from: '2026-01-01' };
  return { ...NewRelationship.parse({ ...usual, ...changes }), id };
}
const onRecord = (personId: string) => ({ with: { kind: 'on-record', personId } });
const named = (name: string) => ({ with: { kind: 'named', name } });

/** What stands on both records afterwards. */
function both(relationship: Relationship, facts: PersonFacts = noFacts, other = noFacts) {
  const decided = recordRelationship(
    { personId: ada, facts },
    { personId: bea, facts: other },
    relationship,
    moment,
  );
  if (!decided.accepted) throw new Error(JSON.stringify(decided.refusal));
  return { own: decided.value.next, others: decided.value.other?.next ?? noFacts };
}

describe('a relationship of two people on record', () => {
  test.each([
    ['child', 'parent'],
    ['parent', 'child'],
    ['grandparent', 'grandchild'],
    ['grandchild', 'grandparent'],
    ['sibling', 'sibling'],
    ['spouse-or-partner', 'spouse-or-partner'],
  ])('of a %s stands on the other record as %s', (kind, inverse) => {
    const { own, others } = both(related({ ...onRecord(bea), kind }));
    expect(own.relationships[0]).toMatchObject({ kind, with: { personId: bea } });
    expect(others.relationships[0]).toMatchObject({ kind: inverse, with: { personId: ada } });
  });

  test.each([
    ['they-care-for-person', 'person-cares-for-them'],
    ['person-cares-for-them', 'they-care-for-person'],
    ['each-other', 'each-other'],
    ['none', 'none'],
  ])('in which care is %s is seen there as %s', (care, inverse) => {
    expect(both(related({ ...onRecord(bea), care })).others.relationships[0]?.care).toBe(inverse);
  });

  test('makes nobody the next of kin of whoever named them so', () => {
    const chosen = { isNextOfKin: true, isEmergencyContact: true, liveTogether: true };
    const { own, others } = both(related({ ...onRecord(bea), ...chosen }));
    expect(own.relationships[0]).toMatchObject(chosen);
    expect(others.relationships[0]).toMatchObject({
      isNextOfKin: false,
      isEmergencyContact: false,
      liveTogether: true,
    });
  });

  test('is recorded once, from whichever side', () => {
    const { own, others } = both(related(onRecord(bea)));
    const again = related(onRecord(bea), 'relation000002');
    const side = { personId: bea, facts: others };
    expect(recordRelationship({ personId: ada, facts: own }, side, again, moment)).toMatchObject({
      refusal: { kind: 'already-recorded' },
    });
    const turned = related(onRecord(ada), 'relation000003');
    const from = { personId: ada, facts: own };
    expect(recordRelationship(side, from, turned, moment)).toMatchObject({
      refusal: { kind: 'already-recorded' },
    });
  });

  test('ends on both records, on a day since it began and up to today', () => {
    const { own, others } = both(related(onRecord(bea)));
    const end = (on: string) =>
      endRelationship(
        { personId: ada, facts: own },
        { personId: bea, facts: others },
        { id: 'relation000001', input: { on, reason: 'They moved apart.' } },
        moment,
      );
    expect(end('2026-07-08')).toMatchObject({
      value: { next: { relationships: [] }, other: { next: { relationships: [] } } },
    });
    for (const wrong of ['2025-12-31', '2026-07-09']) {
      expect(end(wrong)).toMatchObject({ refusal: { pointer: '/on' } });
    }
  });

  test('is with somebody else, and has begun', () => {
    const self = { personId: ada, facts: noFacts };
    expect(recordRelationship(self, self, related(onRecord(ada)), moment)).toMatchObject({
      refusal: { pointer: '/with/personId' },
    });
    const later = related({ ...onRecord(bea), from: '2026-07-09' });
    expect(recordRelationship(self, undefined, later, moment)).toMatchObject({
      refusal: { pointer: '/from' },
    });
  });
});

describe('a carer', () => {
  const cares = { care: 'person-cares-for-them' };
  const caringFor = (count: number): PersonFacts => ({
    ...noFacts,
    relationships: Array.from({ length: count }, (_none, place) =>
      related({ ...named(`Adult ${place}`), ...cares }, `relation1${place}0000`),
    ),
  });

  test('is linked to three adults, and a fourth is refused by name', () => {
    const link = (count: number) =>
      recordRelationship(
        { personId: ada, facts: caringFor(count) },
        undefined,
        related({ ...named('One more'), ...cares }),
        moment,
      );
    expect(link(2).accepted).toBe(true);
    expect(link(3)).toMatchObject({ refusal: { kind: 'cared-for-limit' } });
  });

  test('is held to three from the side of the adult too', () => {
    const decided = recordRelationship(
      { personId: bea, facts: noFacts },
      { personId: ada, facts: caringFor(3) },
      related({ ...onRecord(ada), care: 'they-care-for-person' }),
      moment,
    );
    expect(decided).toMatchObject({ refusal: { kind: 'cared-for-limit' } });
  });

  test('may know as many others as anybody', () => {
    const friend = related({ ...named('A friend'), kind: 'friend' });
    const side = { personId: ada, facts: caringFor(3) };
    expect(recordRelationship(side, undefined, friend, moment).accepted).toBe(true);
  });
});
