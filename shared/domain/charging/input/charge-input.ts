import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import { Reason } from '../../eligibility/decision.ts';
import { EnteredPence } from '../../money/pence.ts';
import { AssessmentBasis } from '../assessment-basis.ts';
import { CapitalItem } from '../means/capital.ts';
import { DisabilityExpense } from '../means/disability-expenses.ts';
import { HousingCost } from '../means/housing-costs.ts';
import { Income } from '../means/income.ts';
import { CareLine, CareSetting } from './care-lines.ts';

/** The ages between which the law's amounts differ. */
const AgeGroup = z.enum(['18-to-24', '25-to-pension-age', 'pension-age']).meta({ id: 'AgeGroup' });

const Household = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single') }),
  z.strictObject({ kind: z.literal('lone-parent') }),
  z.strictObject({ kind: z.literal('couple'), partnerAgeGroup: AgeGroup }),
]);

/** Whether the council considers that the person would get each premium on income support, or for
 * a couple that one of them would (SI 2014/2672 reg 7(5) to (7)). */
const Premiums = z.strictObject({
  disability: z.boolean(),
  enhancedDisability: z.boolean(),
  carer: z.boolean(),
});

export const ChargedPerson = z
  .strictObject({
    assessedAs: z.enum(['person-with-care-needs', 'carer']).default('person-with-care-needs'),
    ageGroup: AgeGroup,
    household: Household,
    /** Children of the household for whom the person is responsible. */
    children: z.int().min(0).max(20).default(0),
    premiums: Premiums,
    hasCreutzfeldtJakobDisease: z.boolean().default(false),
  })
  .meta({ id: 'ChargedPerson' });
export type ChargedPerson = z.infer<typeof ChargedPerson>;

/** More left to one resident of a care home than the law's sum, and why. */
const HigherAllowance = z.strictObject({ weeklyPence: EnteredPence, reason: Reason });

/** All that a charge is worked from. The partner's own money is not asked for: a partner is never
 * assessed. */
export const ChargeInput = z
  .strictObject({
    /** The day for which it is worked: it decides whose amounts and which disregards hold. */
    on: CivilDate,
    person: ChargedPerson,
    setting: CareSetting,
    care: z.array(CareLine).min(1).max(60),
    assessment: AssessmentBasis,
    capital: z.array(CapitalItem).max(60).default([]),
    incomes: z.array(Income).max(60).default([]),
    housingCosts: z.array(HousingCost).max(20).default([]),
    disabilityExpenses: z.array(DisabilityExpense).max(60).default([]),
    /** Who arranges the care of somebody whose capital is over the limit. */
    selfFundingRoute: z.enum(['own-arrangements', 'asks-council', 'nobody-authorised']).optional(),
    /** The person is of the age and income at which the law leaves out the whole savings
     * disregard, whatever savings credit they receive (SI 2014/2672 Sch 1 para 40). */
    hasWholeSavingsDisregard: z.boolean().default(false),
    /** Whether the care goes on through the night. */
    hasNightCare: z.boolean().default(false),
    higherExpensesAllowance: HigherAllowance.optional(),
    /** What else is asked for, which this service refuses by name. */
    alsoAsked: z.array(z.enum(['top-up', 'deferred-payment'])).default([]),
  })
  .meta({ id: 'ChargeInput' });
export type ChargeInput = z.infer<typeof ChargeInput>;
