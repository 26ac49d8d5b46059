import { describe, expect, test } from 'vitest';
import type { DeathRecord } from '#shared/domain/case/ending/death.ts';
import {
  askToReverseDeath,
  confirmDeathReversal,
  recordDeath,
  saysDeathAlready,
} from '#shared/domain/person/facts/death.ts';
import type { PersonFacts } from '#shared/domain/person/facts/person-facts.ts';
import { by, factsAfter } from '#test/support/people.ts';

const died: DeathRecord = {
  diedOn: '2026-07-01',
  source: 'The ward called.',
  proof: 'confirmed-by-professional',
};
const recorded =
  (changes: Partial<DeathRecord> = {}, event = 2) =>
  (facts: PersonFacts) =>
    recordDeath(facts, { ...died, ...changes }, by('adviser-1', '2026-07-08', event));
const reason = { reason: 'It was her neighbour.' };
const asked = (who: string) => (facts: PersonFacts) => askToReverseDeath(facts, reason, by(who));
const confirmed = (who: string) => (facts: PersonFacts) =>
  confirmDeathReversal(facts, reason, by(who, '2026-07-08', 9));

describe('a death', () => {
  test('stands on the record with its proof and the event that holds its source', () => {
    expect(factsAfter(recorded()).death).toEqual({
      status: 'stands',
      diedOn: '2026-07-01',
      proof: 'confirmed-by-professional',
      event: 2,
      reversalAskedBy: null,
    });
  });

  test('is not of a day to come', () => {
    expect(recorded({ diedOn: '2026-07-09' })(factsAfter())).toMatchObject({
      refusal: { pointer: '/diedOn' },
    });
  });

  test('said again changes nothing, on the same proof or less', () => {
    const facts = factsAfter(recorded());
    expect(saysDeathAlready(facts, died)).toBe(true);
    expect(saysDeathAlready(facts, { ...died, proof: 'reported' })).toBe(true);
    expect(saysDeathAlready(facts, { ...died, proof: 'registered' })).toBe(false);
    expect(saysDeathAlready(facts, { ...died, diedOn: '2026-07-02' })).toBe(false);
    expect(saysDeathAlready(factsAfter(), died)).toBe(false);
  });

  test('on better proof replaces the day that was reported, and on no better one is refused', () => {
    const certified = { proof: 'registered', diedOn: '2026-06-30' } as const;
    expect(factsAfter(recorded(), recorded(certified)).death).toMatchObject(certified);
    expect(recorded({ diedOn: '2026-06-30' })(factsAfter(recorded()))).toMatchObject({
      refusal: { kind: 'already-recorded' },
    });
  });
});

describe('the reversal of a death', () => {
  test('is asked by one person and confirmed by another', () => {
    const facts = factsAfter(recorded(), asked('adviser-1'));
    expect(facts.death).toMatchObject({ status: 'stands', reversalAskedBy: 'adviser-1' });
    expect(confirmed('adviser-1')(facts)).toMatchObject({ refusal: { kind: 'same-person' } });
    expect(factsAfter(recorded(), asked('adviser-1'), confirmed('manager-1')).death).toEqual({
      status: 'reversed',
      event: 9,
      reversedOn: '2026-07-08',
      askedBy: 'adviser-1',
      confirmedBy: 'manager-1',
    });
  });

  test.each([
    ['is asked where no death stands', asked('a'), [], 'wrong-stage'],
    ['is confirmed before anybody asked', confirmed('a'), [recorded()], 'wrong-stage'],
    ['is asked twice', asked('b'), [recorded(), asked('a')], 'already-recorded'],
    ['is confirmed twice', confirmed('c'), [recorded(), asked('a'), confirmed('b')], 'wrong-stage'],
  ])('is refused when it %s', (_when, decide, before, kind) => {
    expect(decide(factsAfter(...before))).toMatchObject({ refusal: { kind } });
  });

  test('asked for is void once better proof of the death comes', () => {
    const facts = factsAfter(recorded(), asked('adviser-1'), recorded({ proof: 'registered' }));
    expect(confirmed('manager-1')(facts)).toMatchObject({ refusal: { kind: 'wrong-stage' } });
  });

  test('leaves room for a death that is true', () => {
    const facts = factsAfter(recorded(), asked('a'), confirmed('b'), recorded({}, 12));
    expect(facts.death).toMatchObject({ status: 'stands', event: 12 });
  });
});
