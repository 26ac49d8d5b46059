import * as z from 'zod';
import type { CivilDate } from '../calendar/civil-date.ts';
import { EnteredPence } from '../money/pence.ts';
import { ChargedPerson, type ChargeInput } from './charge-input.ts';
import { CapitalItem } from './means/capital.ts';
import { CapitalKind } from './means/capital-kinds.ts';
import { HousingCost } from './means/housing-costs.ts';
import { Income } from './means/income.ts';

/** The kinds that need no day and no scheme to be judged. */
const EstimateCapitalKind = CapitalKind.exclude([
  'notional',
  'personal-injury-payment',
  'compensation-scheme',
  'benefit-arrears',
  'home-sale-proceeds',
  'business-being-sold',
]);

/** What somebody says who wants to know roughly what they would pay: no name, no date of birth and
 * no papers. Each kind of income, capital and cost is one entry. */
export const EstimateInput = z
  .strictObject({
    person: ChargedPerson.omit({ assessedAs: true, hasCreutzfeldtJakobDisease: true }),
    where: z.enum(['home', 'care-home']),
    careWeeklyPence: EnteredPence,
    hasNightCare: z.boolean().default(false),
    capital: z
      .array(
        CapitalItem.pick({ valuePence: true, holders: true, occupiedBy: true }).extend({
          kind: EstimateCapitalKind,
        }),
      )
      .max(20)
      .default([]),
    incomes: z
      .array(
        Income.pick({
          kind: true,
          pence: true,
          every: true,
          taxPence: true,
          isHigherRate: true,
        }),
      )
      .max(20)
      .default([]),
    housingCosts: z
      .array(HousingCost.pick({ kind: true, pence: true, every: true, metByBenefitPence: true }))
      .max(10)
      .default([]),
    disabilityExpensesWeeklyPence: EnteredPence.default(0),
  })
  .meta({
    id: 'EstimateInput',
    examples: [
      {
        person: {
          ageGroup: 'pension-age',
          household: { kind: 'single' },
          children: 0,
          premiums: { disability: false, enhancedDisability: false, carer: false },
        },
        where: 'home',
        careWeeklyPence: 28_750,
        capital: [{ kind: 'savings', valuePence: 1_500_000, holders: 1 }],
        incomes: [{ kind: 'state-pension', pence: 96_520, every: 'four-weeks', taxPence: 0 }],
        housingCosts: [{ kind: 'council-tax', pence: 120_000, every: 'year' }],
        disabilityExpensesWeeklyPence: 930,
      },
    ],
  });
export type EstimateInput = z.infer<typeof EstimateInput>;

const evidence = 'What you told us';

/** The estimate as a charge is worked from it, on that day. Somebody who asks about a care home is
 * taken to have moved in for good on that day. */
export function inputOfEstimate(told: EstimateInput, on: CivilDate): ChargeInput {
  const { where, careWeeklyPence, capital, incomes, housingCosts } = told;
  const expenses = told.disabilityExpensesWeeklyPence;
  return {
    on,
    person: {
      ...told.person,
      assessedAs: 'person-with-care-needs',
      hasCreutzfeldtJakobDisease: false,
    },
    setting: where === 'home' ? { kind: 'home' } : { kind: 'care-home', permanentSince: on },
    care: [
      {
        id: 'care',
        label: 'Your care',
        kind: 'care',
        weeklyPence: careWeeklyPence,
        paidByOthers: [],
      },
    ],
    assessment: { kind: 'full' },
    capital: capital.map((item, place) => ({
      ...item,
      id: `capital-${place}`,
      debtPence: 0,
      costsToSell: false,
      evidence,
    })),
    incomes: incomes.map((income, place) => ({
      ...income,
      id: `income-${place}`,
      isHalfPaidToPartner: false,
      evidence,
    })),
    housingCosts: housingCosts.map((cost, place) => ({ ...cost, id: `cost-${place}`, evidence })),
    disabilityExpenses:
      expenses === 0
        ? []
        : [
            {
              id: 'expenses',
              label: 'What your disability costs you',
              pence: expenses,
              every: 'week',
              evidence,
              reviewOn: on,
            },
          ],
    hasWholeSavingsDisregard: false,
    hasNightCare: told.hasNightCare,
    alsoAsked: [],
  };
}
