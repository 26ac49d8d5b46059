import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { Pence, SignedPence } from '../money/pence.ts';
import { RateUsed } from './rates/rate-year.ts';

/** The parts of a charge in the order in which they are worked. */
export const ChargeSection = z.enum([
  'care',
  'capital',
  'income',
  'housing',
  'disability',
  'kept',
  'result',
]);
export type ChargeSection = z.infer<typeof ChargeSection>;

/** One line of the sum, which the person can check and question. */
export const ChargeLine = z
  .strictObject({
    section: ChargeSection,
    label: z.string(),
    /** As it was given: by the week, or as a sum where it is capital. */
    statedPence: SignedPence,
    /** What it adds to its section, or takes off. */
    countedPence: SignedPence,
    law: z.string(),
    rate: RateUsed.optional(),
    evidence: z.string().optional(),
  })
  .meta({ id: 'ChargeLine' });
export type ChargeLine = z.infer<typeof ChargeLine>;

export const ChargeBasis = z.enum([
  'nothing-chargeable',
  'means-tested',
  'full-cost',
  'light-touch',
  'provisional',
  'incomplete',
  'refused',
]);
export type ChargeBasis = z.infer<typeof ChargeBasis>;

/** What arranging the care is to the council, where the person's capital is over the limit. */
export const SelfFunding = z
  .strictObject({
    route: z.enum(['own-arrangements', 'asks-council', 'nobody-authorised', 'not-chosen']),
    councilsPart: z.enum(['advice', 'duty', 'power']),
    law: z.string(),
    arrangementFee: z.strictObject({ oneOffPence: Pence, yearlyPence: Pence }).optional(),
  })
  .meta({ id: 'SelfFunding' });
export type SelfFunding = z.infer<typeof SelfFunding>;

/** What a person pays by the week, and everything it rests on. */
export const Charge = z
  .strictObject({
    on: CivilDate,
    basis: ChargeBasis,
    weeklyPence: Pence,
    /** The most that is asked for whatever the care costs, so that a dearer plan is charged for
     * rightly; null where the person pays all of it. */
    mostWeeklyPence: Pence.nullable(),
    /** What the council arranges and may charge for, by the week: the most that anybody pays. */
    costOfCareWeeklyPence: Pence,
    councilWeeklyPence: Pence,
    capitalPence: Pence.nullable(),
    rateVersion: z.string(),
    disregardsVersion: z.string(),
    rule: z.string(),
    /** Why it is what it is, in a sentence. */
    reason: z.string(),
    lines: z.array(ChargeLine),
    selfFunding: SelfFunding.optional(),
    reviewOn: CivilDate.optional(),
    /** Expenses whose evidence is past its review date: they still count until somebody looks. */
    expensesToReview: z.array(z.string()),
  })
  .meta({ id: 'Charge' });
export type Charge = z.infer<typeof Charge>;
