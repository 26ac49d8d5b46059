import type * as z from 'zod';
import { loadChargingRates } from '#shared/council/load/load-charging-rates.ts';
import { assessCharge } from '#shared/domain/charging/assess-charge.ts';
import type { Charge } from '#shared/domain/charging/charge.ts';
import { ChargeInput } from '#shared/domain/charging/input/charge-input.ts';
import type { LocalKnobs } from '#shared/domain/charging/local/local-knobs.ts';
import type { Outcome } from '#shared/domain/outcome.ts';

export const book = await loadChargingRates();

export type Asked = z.input<typeof ChargeInput>;
type AskedIncome = NonNullable<Asked['incomes']>[number];
type AskedCapital = NonNullable<Asked['capital']>[number];

/** Somebody of 30 who lives alone in 2024-25, with care for 500.00 a week and nothing else. */
export const plain: Asked = {
  on: '2024-10-01',
  person: {
    ageGroup: '25-to-pension-age',
    household: { kind: 'single' },
    premiums: { disability: false, enhancedDisability: false, carer: false },
  },
  setting: { kind: 'home' },
  care: [{ id: 'care', label: 'Help at home', kind: 'care', weeklyPence: 50_000 }],
  assessment: { kind: 'full' },
};

export const noPremiums = plain.person.premiums;

/** A person like the plain one, but for what is named. */
export function somebody(changed: Partial<Asked['person']>): Asked['person'] {
  return { ...plain.person, ...changed };
}

export function income(
  kind: AskedIncome['kind'],
  pence: number,
  changed: Partial<AskedIncome> = {},
): AskedIncome {
  return { id: kind, kind, pence, every: 'week', evidence: 'Letter seen', ...changed };
}

export function capital(
  kind: AskedCapital['kind'],
  valuePence: number,
  changed: Partial<AskedCapital> = {},
): AskedCapital {
  return { id: kind, kind, valuePence, evidence: 'Statement seen', ...changed };
}

export function expense(pence: number): NonNullable<Asked['disabilityExpenses']>[number] {
  return {
    id: `expense-${pence}`,
    label: 'Laundry',
    pence,
    every: 'week',
    evidence: 'Receipts',
    reviewOn: '2025-04-01',
  };
}

export function care(pence: number): Asked['care'] {
  return [{ id: 'care', label: 'Care', kind: 'care', weeklyPence: pence }];
}

export function outcomeOf(changed: Partial<Asked>, knobs: LocalKnobs = {}): Outcome<Charge> {
  return assessCharge(ChargeInput.parse({ ...plain, ...changed }), book, knobs);
}

export function chargeOf(changed: Partial<Asked>, knobs: LocalKnobs = {}): Charge {
  const charge = outcomeOf(changed, knobs);
  if (!charge.accepted) throw new Error(`${charge.refusal.kind}: ${charge.refusal.detail}`);
  return charge.value;
}

/** What the lines that work the charge add up to. */
export function sumOfLines({ lines }: Charge): number {
  return lines
    .filter(({ section }) => section !== 'care' && section !== 'capital')
    .reduce((sum, { countedPence }) => sum + countedPence, 0);
}
