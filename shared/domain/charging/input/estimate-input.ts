import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import { EnteredPence } from '../../money/pence.ts';
import { accept, type Outcome, type Refused, refuse } from '../../outcome.ts';
import { CapitalItem } from '../means/capital.ts';
import { CapitalKind } from '../means/capital-kinds.ts';
import { HousingCost } from '../means/housing-costs.ts';
import { Income } from '../means/income.ts';
import type { CareSetting } from './care-lines.ts';
import { ChargedPerson, type ChargeInput } from './charge-input.ts';

/** The kinds that need no day and no scheme to be judged. */
const EstimateCapitalKind = CapitalKind.exclude([
  'notional',
  'personal-injury-payment',
  'compensation-scheme',
  'benefit-arrears',
  'home-sale-proceeds',
  'business-being-sold',
  'money-for-repairs',
  'home-to-be-moved-into',
  'tax-refund',
]);

/** Where the care would be, as somebody says it who does not know the law's words: a stay is meant to
 * end, and one of up to 8 weeks may be charged for as care at home is. */
const EstimateWhere = z.enum(['home', 'care-home', 'care-home-for-a-time', 'short-stay']);

/** What somebody says who wants to know roughly what they would pay: no name, no date of birth and
 * no papers. Each kind of income, capital and cost is one entry. */
export const EstimateInput = z
  .strictObject({
    /** The day for which it is worked, such as one in the coming year; today where none is said. */
    on: CivilDate.optional(),
    person: ChargedPerson.omit({ assessedAs: true, hasCreutzfeldtJakobDisease: true }),
    where: EstimateWhere,
    /** The day on which the person moved into the care home for good; the day of the estimate where
     * none is said. */
    livesThereSince: CivilDate.optional(),
    careWeeklyPence: EnteredPence,
    /** What the NHS pays of it, such as its contribution to nursing. */
    nhsWeeklyPence: EnteredPence.default(0),
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
          isHalfPaidToPartner: true,
        }),
      )
      .max(20)
      .default([]),
    housingCosts: z
      .array(HousingCost.pick({ kind: true, pence: true, every: true, metByBenefitPence: true }))
      .max(10)
      .default([]),
    disabilityExpensesWeeklyPence: EnteredPence.default(0),
    /** The income is too high for savings credit in full, and the law leaves the whole of its
     * disregard out. */
    hasWholeSavingsDisregard: z.boolean().default(false),
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

/** The estimate as a charge is worked from it, on the day that was asked for, or else today. Refuses
 * `invalid-input` for a stay in a care home that begins after that day. */
export function inputOfEstimate(told: EstimateInput, today: CivilDate): Outcome<ChargeInput> {
  const { on = today, livesThereSince = on, capital, incomes, housingCosts } = told;
  if (livesThereSince > on) {
    const detail = 'The stay begins after the day of the estimate: ask for a day of the stay.';
    return refuse('invalid-input', detail, '/livesThereSince');
  }
  return accept({
    on,
    person: {
      ...told.person,
      assessedAs: 'person-with-care-needs',
      hasCreutzfeldtJakobDisease: false,
    },
    setting: settingOf(told, on),
    care: careOf(told),
    assessment: { kind: 'full' },
    capital: capital.map((item, place) => ({
      ...item,
      id: `capital-${place}`,
      debtPence: 0,
      costsToSell: false,
      evidence,
    })),
    incomes: incomes.map((income, place) => ({ ...income, id: `income-${place}`, evidence })),
    housingCosts: housingCosts.map((cost, place) => ({ ...cost, id: `cost-${place}`, evidence })),
    disabilityExpenses: expensesOf(told, on),
    hasWholeSavingsDisregard: told.hasWholeSavingsDisregard,
    hasNightCare: told.hasNightCare,
    alsoAsked: [],
  });
}

/** Where in the estimate the thing stands that a charge could not be worked from: its one line of
 * care is written there as two amounts. */
export function pointedAtEstimate({ refusal }: Refused): Refused {
  const { kind, detail, pointer } = refusal;
  return refuse(kind, detail, pointer?.replace(/^\/care\/.*$/, '/nhsWeeklyPence'));
}

// As long as a stay may be and still be charged for as care at home is (SI 2014/2672 reg 8), and as
// long as one may be that is only for a time (reg 2).
const weeksOfShortStay = 8;
const weeksOfStay = 52;

function settingOf({ where, livesThereSince }: EstimateInput, on: CivilDate): CareSetting {
  switch (where) {
    case 'home':
      return { kind: 'home' };
    case 'care-home':
      return { kind: 'care-home', permanentSince: livesThereSince ?? on };
    case 'care-home-for-a-time':
      return {
        kind: 'care-home-for-a-time',
        expectedWeeks: weeksOfStay,
        usesHomeRules: false,
      };
    case 'short-stay':
      return {
        kind: 'care-home-for-a-time',
        expectedWeeks: weeksOfShortStay,
        usesHomeRules: true,
      };
  }
}

function careOf({ careWeeklyPence, nhsWeeklyPence }: EstimateInput): ChargeInput['care'] {
  const byNhs = { funder: 'nhs', weeklyPence: nhsWeeklyPence } as const;
  return [
    {
      id: 'care',
      label: 'Your care',
      kind: 'care',
      weeklyPence: careWeeklyPence,
      paidByOthers: nhsWeeklyPence === 0 ? [] : [byNhs],
    },
  ];
}

function expensesOf(
  { disabilityExpensesWeeklyPence: pence }: EstimateInput,
  on: CivilDate,
): ChargeInput['disabilityExpenses'] {
  if (pence === 0) return [];
  const label = 'What your disability costs you';
  return [{ id: 'expenses', label, pence, every: 'week', evidence, reviewOn: on }];
}
