import { describe, expect, it } from 'vitest';
import type { ChargeFrom } from '#shared/domain/charging/charge-over-time.ts';
import {
  askedBefore,
  daysBehind,
  differenceSince,
} from '#shared/domain/finances/what-was-asked.ts';
import { started } from '#test/support/plan-states.ts';

const first = '2026-07-20';
const nextPlan = '2026-08-03';
const today = '2026-08-17';

/** Support of 180.00 a week since 20 July; under a second plan since 3 August. */
function supported() {
  const { live } = started(first);
  if (!live) throw new Error('support has started');
  return { live: { ...live, startedOn: nextPlan, since: first } };
}

const due = (weeklyPence: number): ChargeFrom[] => [
  { from: first, weeklyPence, mostWeeklyPence: weeklyPence, rateVersion: 'rates-2026-27' },
];
const asked = (weeklyPence: number | null, mostWeeklyPence: number | null) => [
  { from: '2026-07-01', weeklyPence, mostWeeklyPence },
];

function charged(sums: ReturnType<typeof asked>, provisionalWeeklyPence = 0): number[] {
  const past = { asked: sums, provisionalWeeklyPence, appliesFrom: first, today };
  const statement = differenceSince(supported(), past, due(1));
  return statement?.weeks.map(({ chargedPence }) => chargedPence) ?? [];
}

describe('What was asked for', () => {
  it.each([
    ['as it was worked, until a plan changed the cost', asked(10_000, 20_000), [10_000, 18_000]],
    ['from means, whatever the plan cost', asked(3_000, 3_000), [3_000, 3_000]],
    ['all that it cost', asked(null, null), [18_000, 18_000]],
  ] as const)('is %s', (_, sums, [before, after]) => {
    expect(charged([...sums])).toEqual([before, before, after, after]);
  });

  it('is the council’s provisional sum while nobody had assessed anything', () => {
    expect(charged([], 500)).toEqual([500, 500, 500, 500]);
  });

  it.each([
    [{ appliesFrom: first, weeklyContributionPence: 4_200 }, 4_200],
    // The full cost had no amount of its own.
    [{ appliesFrom: first, refusal: 'He will not.' }, null],
  ])('is read from what earlier code recorded: %j', (body, pence) => {
    expect(askedBefore(body)).toEqual([
      { from: first, weeklyPence: pence, mostWeeklyPence: pence },
    ]);
  });
});

describe('The days behind a charge', () => {
  it.each([
    ['from the day on which it counts', '2026-08-10', { from: '2026-08-10', until: '2026-08-16' }],
    ['never from before support', '2026-01-01', { from: first, until: '2026-08-16' }],
    ['none of a charge from today on', today, undefined],
  ])('are %s', (_, appliesFrom, days) => {
    expect(daysBehind(supported(), { appliesFrom, today })).toEqual(days);
  });

  it('tell nothing where it is the same that was asked for', () => {
    const past = { asked: asked(3_000, 3_000), provisionalWeeklyPence: 0, today };
    expect(differenceSince(supported(), { ...past, appliesFrom: first }, due(3_000))).toBeNull();
  });
});
