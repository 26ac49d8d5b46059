import { describe, expect, test } from 'vitest';
import { defineCouncil } from '#shared/council/define-council.ts';
import { example } from '#shared/council/presets/example.ts';
import { LocalKnobs } from '#shared/domain/charging/local/local-knobs.ts';
import { councils } from '#test/support/case-states.ts';

describe('What a council decides for itself about charges', () => {
  test.each(Object.entries(councils))('is nothing unless it says so: %s', (_, council) => {
    expect(council.charging.local).toEqual({});
  });

  test('is read from its preset', () => {
    const local = { disposableIncomePercent: 90 };
    const council = defineCouncil({ ...example, charging: { ...example.charging, local } });
    expect(council.charging.local).toEqual(local);
  });

  test.each([
    [{ weeklyMaximumPence: -1 }],
    [{ weeklyMaximumPence: 0.5 }],
    [{ disposableIncomePercent: 0 }],
    [{ disposableIncomePercent: 101 }],
    [{ guarantee: { percent: 99 } }],
    [{ nightCareDisregard: { benefits: [] } }],
    [{ somethingElse: true }],
  ])('is never %j', (local) => {
    expect(LocalKnobs.safeParse(local).success).toBe(false);
  });

  test('is named where the preset has it wrong', () => {
    const charging = { ...example.charging, local: { weeklyMaximumPence: -1 } };
    expect(() => defineCouncil({ ...example, charging })).toThrow(
      'charging.local.weeklyMaximumPence',
    );
  });
});
