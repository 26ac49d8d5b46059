import { describe, expect, it } from 'vitest';
import { settleDifference } from '#shared/domain/allocation/difference.ts';
import { inForceOn, versionNamed } from '#shared/domain/allocation/policy-item.ts';
import {
  compareWithReckoner,
  ReadyReckoner,
  reckonWeeklyPence,
} from '#shared/domain/allocation/ready-reckoner.ts';
import { accept } from '#shared/domain/outcome.ts';

const reckoner = ReadyReckoner.parse({
  version: 'reckoner-1',
  effectiveFrom: '2010-04-01',
  provenance: 'synthetic',
  prices: [
    { service: 'home-care', name: 'Home care', hourlyPence: 1450 },
    { service: 'sitting', name: 'Night sitting', hourlyPence: 1001 },
  ],
});

describe('The ready reckoner', () => {
  it.each([
    ['no help', {}, 0],
    ['an hour', { 'home-care': 60 }, 1450],
    ['ten and a half hours', { 'home-care': 630 }, 15_225],
    ['a fraction of a penny, in the person’s favour', { sitting: 50 }, 835],
    ['two kinds of help', { 'home-care': 60, sitting: 60 }, 2451],
  ])('prices %s', (_, help, weeklyPence) => {
    expect(reckonWeeklyPence(reckoner, help)).toEqual(accept(weeklyPence));
  });

  it('has no price for help that it does not list', () => {
    const refused = { refusal: { kind: 'answer-unknown', pointer: '/help/meals' } };
    expect(reckonWeeklyPence(reckoner, { meals: 60 })).toMatchObject(refused);
    expect(compareWithReckoner(1, reckoner, { meals: 60 })).toMatchObject(refused);
  });

  it.each([
    [2000, 550],
    [1450, 0],
    [1000, -450],
  ])('is shown beside an indicative budget of %s pence', (indicative, difference) => {
    expect(compareWithReckoner(indicative, reckoner, { 'home-care': 60 })).toEqual(
      accept({
        help: { 'home-care': 60 },
        readyReckonerVersion: 'reckoner-1',
        readyReckonerWeeklyPence: 1450,
        differenceWeeklyPence: difference,
      }),
    );
  });
});

describe('A final amount', () => {
  const explained = { reason: 'Two workers are needed to lift.', agreedBy: 'manager-1' };

  it('that is the indicative one needs no reason', () => {
    const same = { indicativeWeeklyPence: 62_000, finalWeeklyPence: 62_000 };
    expect(settleDifference(same)).toEqual(accept({ ...same, differenceWeeklyPence: 0 }));
  });

  it.each([
    ['a penny more', 62_001, 1],
    ['a penny less', 61_999, -1],
  ])('that is %s needs a reason and who agreed', (_, finalWeeklyPence, differenceWeeklyPence) => {
    const amounts = { indicativeWeeklyPence: 62_000, finalWeeklyPence };
    expect(settleDifference(amounts)).toMatchObject({ refusal: { kind: 'reason-needed' } });
    expect(settleDifference(amounts, explained)).toEqual(
      accept({ ...amounts, differenceWeeklyPence, explained }),
    );
  });
});

describe('Policy by date', () => {
  const old = { version: 'one', effectiveFrom: '2020-04-01' };
  const newer = { version: 'two', effectiveFrom: '2021-04-01' };

  it.each([
    ['2020-04-01', old],
    ['2021-03-31', old],
    ['2021-04-01', newer],
    ['2030-01-01', newer],
  ])('on %s is the newest that has begun', (date, expected) => {
    expect(inForceOn([newer, old], date, 'ready reckoner')).toEqual(accept(expected));
    expect(inForceOn([old, newer], date, 'ready reckoner')).toEqual(accept(expected));
  });

  it('is refused before the first begins', () => {
    expect(inForceOn([old, newer], '2020-03-31', 'ready reckoner')).toMatchObject({
      refusal: {
        kind: 'policy-not-in-force',
        detail: 'No ready reckoner is in force on 2020-03-31.',
      },
    });
  });

  it('is found again by the version that a decision names', () => {
    expect(versionNamed([old, newer], 'one')).toEqual(accept(old));
    expect(versionNamed([old, newer], 'three')).toMatchObject({
      refusal: { kind: 'policy-not-in-force' },
    });
  });
});
