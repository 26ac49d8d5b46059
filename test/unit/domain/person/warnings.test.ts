import { describe, expect, test } from 'vitest';
import {
  endWarning,
  NewWarning,
  recordWarning,
  reviewWarning,
  warningsFor,
} from '#shared/domain/person/facts/warning.ts';
import { by, factsAfter } from '#test/support/people.ts';

const today = '2026-07-08';
const moment = by('practitioner-1', today);
const warning = {
  kind: 'dog',
  text: 'The dog is friendly once it knows you; ring first.',
  source: 'Seen at a visit',
  reviewOn: '2027-01-08',
  personTold: { isTold: true, on: today },
};
const noted = (changes: object = {}, id = 'warning0000001') => {
  const input = NewWarning.parse({ ...warning, ...changes });
  return (facts: Parameters<typeof recordWarning>[0]) =>
    recordWarning(facts, { id, input }, moment);
};
const reviewedOn = (reviewOn: string) => (facts: Parameters<typeof reviewWarning>[0]) =>
  reviewWarning(facts, { id: 'warning0000001', input: { finding: 'Still so.', reviewOn } }, moment);

describe('a warning', () => {
  test.each([
    ['today', { reviewOn: today }, '/reviewOn'],
    ['a day past', { reviewOn: '2026-07-07' }, '/reviewOn'],
    ['a day after twelve months', { reviewOn: '2027-07-09' }, '/reviewOn'],
  ])('is not to be reviewed on %s', (_when, changes, pointer) => {
    expect(noted(changes)(factsAfter())).toMatchObject({
      refusal: { kind: 'invalid-input', pointer },
    });
  });

  test('may wait for its review until the very day twelve months on', () => {
    expect(noted({ reviewOn: '2027-07-08' })(factsAfter()).accepted).toBe(true);
  });

  test.each(['risk-to-staff', 'infection', 'dog'])(
    'of %s is never hidden from those who visit',
    (kind) => {
      const decision = noted({ kind, mayBeSeenBy: ['team-manager'] })(factsAfter());
      expect(decision).toMatchObject({ refusal: { pointer: '/mayBeSeenBy' } });
    },
  );

  test('that the person is not told of says why', () => {
    const withoutWhy = { ...warning, personTold: { isTold: false } };
    expect(NewWarning.safeParse(withoutWhy).success).toBe(false);
    const why = { isTold: false, whyNot: 'Telling him would put his sister at risk.' };
    const [kept] = factsAfter(noted({ personTold: why })).warnings;
    expect(kept).toMatchObject({ isPersonTold: false });
  });

  test('is not one of more than twenty', () => {
    const twenty = Array.from({ length: 20 }, (_none, place) => noted({}, `warning00000${place}`));
    expect(noted()(factsAfter(...twenty))).toMatchObject({ refusal: { kind: 'limit-reached' } });
  });
});

describe('warnings in force', () => {
  test('are late once the day of their review has passed, until they are reviewed', () => {
    const shown = (facts: ReturnType<typeof factsAfter>, on: string) =>
      warningsFor(facts, { roles: ['adviser'], today: on }).map(({ isOverdue }) => isOverdue);
    const facts = factsAfter(noted());
    expect(shown(facts, '2027-01-08')).toEqual([false]);
    expect(shown(facts, '2027-01-09')).toEqual([true]);
    expect(shown(factsAfter(noted(), reviewedOn('2027-03-01')), '2027-01-09')).toEqual([false]);
  });

  test('are shown to the roles that may read them and to nobody else', () => {
    const facts = factsAfter(noted({ kind: 'other', mayBeSeenBy: ['safeguarding-lead'] }));
    expect(warningsFor(facts, { roles: ['adviser'], today })).toEqual([]);
    expect(warningsFor(facts, { roles: ['adviser', 'safeguarding-lead'], today })).toHaveLength(1);
  });

  test('are no more once they have ended', () => {
    const end = { id: 'warning0000001', input: { reason: 'The dog has died.' } };
    expect(factsAfter(noted(), (facts) => endWarning(facts, end)).warnings).toEqual([]);
    expect(endWarning(factsAfter(), end)).toMatchObject({ refusal: { kind: 'not-found' } });
  });
});
