import type * as z from 'zod';
import { loadChargingRates } from '#shared/council/load/load-charging-rates.ts';
import type { ChargingAbout } from '#shared/domain/finances/assess-by-care-act.ts';
import { CareActAssessment } from '#shared/domain/finances/care-act-assessment.ts';

/** A council with no rules of its own, and nothing assessed before. */
export const chargingAbout: ChargingAbout = {
  council: 'example',
  rules: { book: await loadChargingRates(), knobs: {} },
  provisionalWeeklyPence: 0,
  before: undefined,
  plan: undefined,
};

type Told = z.input<typeof CareActAssessment>;

/** A pensioner who lives alone, with help for 500.00 a week and so much left over to pay from in
 * 2026-27. */
export function meansOf(leftPence: number, others: Partial<Told> = {}): Told {
  return {
    method: 'care-act-2014',
    assessedOn: '2026-07-06',
    appliesFrom: '2026-07-06',
    assessedByName: 'Jonah Farthingale',
    person: {
      ageGroup: 'pension-age',
      household: { kind: 'single' },
      premiums: { disability: false, enhancedDisability: false, carer: false },
    },
    setting: { kind: 'home' },
    care: {
      from: 'lines',
      lines: [{ id: 'help', label: 'Help at home', kind: 'care', weeklyPence: 50_000 }],
    },
    assessment: { kind: 'full' },
    incomes: [
      {
        id: 'pension',
        kind: 'state-pension',
        pence: 24_145 + leftPence,
        every: 'week',
        evidence: 'Letter of the Department for Work and Pensions',
      },
    ],
    ...others,
  };
}

export function careActInput(leftPence: number, others: Partial<Told> = {}): CareActAssessment {
  return CareActAssessment.parse(meansOf(leftPence, others));
}
