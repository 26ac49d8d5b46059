import * as z from 'zod';
import { Slug } from '#shared/domain/allocation/policy-item.ts';
import { Questionnaire } from '#shared/domain/allocation/questionnaire.ts';
import { ReadyReckoner } from '#shared/domain/allocation/ready-reckoner.ts';
import { AllocationTable } from '#shared/domain/allocation/tables.ts';
import { Originator } from '#shared/domain/bacs/originator.ts';
import { Separation } from '#shared/domain/budget/two-keys.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { FirstReviewWeeks, ReviewIntervalMonths } from '#shared/domain/calendar/clocks.ts';
import { hoursInWords, OfficeHours } from '#shared/domain/calendar/office-hours.ts';
import { PayCalendar } from '#shared/domain/calendar/pay-calendar.ts';
import { TimeLimit } from '#shared/domain/calendar/time-limit.ts';
import { LocalKnobs } from '#shared/domain/charging/local/local-knobs.ts';
import { BillingSettings } from '#shared/domain/contribution-account/debt/billing-settings.ts';
import { FacsBand } from '#shared/domain/eligibility/facs-indicators.ts';
import { Step } from '#shared/domain/journey/steps.ts';
import { EnteredPence } from '#shared/domain/money/pence.ts';
import { MonitoringRule } from '#shared/domain/monitoring/monitoring-state.ts';
import { DuplicateRule } from '#shared/domain/person/compare-people.ts';
import { PurchaseCategory } from '#shared/domain/plan/spending/purchase-category.ts';
import { Priority } from '#shared/domain/waiting/priority.ts';
import { Information } from './information.ts';
import { Letters } from './letters/letters.ts';
import { Progress } from './letters/progress-words.ts';
import { Retention } from './retention.ts';
import { ReferralRule } from './teams/referral-rules.ts';
import { Phone, Team } from './teams/teams.ts';

/** The rules by which adults' eligibility is decided, and when. The threshold of FACS is the lowest
 * band whose needs the council meets. */
export const EligibilityRule = z.discriminatedUnion('scheme', [
  z.strictObject({
    scheme: z.literal('care-act-2014'),
    from: CivilDate,
    until: CivilDate.optional(),
  }),
  z.strictObject({
    scheme: z.literal('facs'),
    from: CivilDate,
    until: CivilDate,
    thresholdBand: FacsBand,
  }),
]);
export type EligibilityRule = z.infer<typeof EligibilityRule>;

/** Numbers that people can call, and when; the hours stand in words beside themselves, so that what
 * people read and what the service knows are one. */
const Contacts = z
  .strictObject({
    adultSocialCarePhone: Phone,
    officeHours: OfficeHours,
    /** The emergency duty team, which answers when the office does not. */
    outOfHoursPhone: Phone,
    safeguardingPhone: Phone,
    childrensServicesPhone: Phone,
    directPaymentsPhone: Phone,
  })
  .transform((contacts) => ({ ...contacts, openingHours: hoursInWords(contacts.officeHours) }));

/** Resource allocation: every version that was ever used stays, so that decisions can be
 * replayed. */
const AllocationPolicy = z.strictObject({
  questionnaires: z.array(Questionnaire).min(1),
  tables: z.array(AllocationTable).min(1),
  readyReckoners: z.array(ReadyReckoner),
  contingencyPercent: z.int().min(0).max(50),
});

/** How the council pays people directly, where no law says. */
const DirectPaymentSettings = z.strictObject({
  /** How many in a hundred of a payment are taken off at most for what was paid too much before. */
  recoveryPercentMax: z.int().min(0).max(100),
  /** How many weeks the wages of an assistant and the like are kept up while support is paused. */
  retainedWeeksMax: z.int().min(0).max(26),
  /** Working days after its check in which nothing is paid to an account that replaced another. */
  coolingOffWorkingDays: z.int().min(0).max(20),
  /** How payees show what became of the money. */
  returns: MonitoringRule,
  /** How soon what is asked back is to be paid. */
  payBackWithinDays: z.int().min(14).max(365),
});

/** All that one council decides for itself. Delegated limits and their holders are dated items in
 * the table instead, because they change from day to day. */
export const Council = z.strictObject({
  id: Slug,
  name: z.string().min(1).max(100),
  teams: z.array(Team).min(1),
  /** Where triage sends a contact, in order: the first rule that holds decides. */
  referralRules: z.array(ReferralRule).min(1).max(40),
  eligibility: z.array(EligibilityRule).min(1),
  reablement: z.enum(['before-eligibility', 'after-eligibility']),
  stepDueDays: z.record(Step, TimeLimit),
  /** How soon a second look at a decision is answered: no law says. */
  secondLookWithin: TimeLimit,
  /** How soon money is found for a plan above a cash limit: no law says, and the plan never waits. */
  cashLimitWithin: TimeLimit,
  /** How long the risk of a wait may go unlooked at, by priority. */
  riskReChecks: z.record(Priority, TimeLimit),
  /** The catalogue of small aids: the name of a file in `data`, loaded by what prescribes. */
  equipment: z.enum(['plain']),
  /** The versions of its assessment forms: files in `data`, loaded by what fills them in. Each that was
   * ever used stays, because answers belong to it. */
  assessmentForms: z
    .array(
      z.enum([
        'adult-assessment-2008-04-01',
        'adult-assessment-2015-04-01',
        'carer-assessment-2008-04-01',
        'carer-assessment-2015-04-01',
      ]),
    )
    .min(1),
  reviewWeeksFirst: FirstReviewWeeks,
  reviewMonthsLater: ReviewIntervalMonths,
  payCalendar: PayCalendar.extend({ payLeadWorkingDays: z.int().min(3).max(15) }),
  directPayments: DirectPaymentSettings,
  /** The account that payments go out of, by Bacs. */
  payingAccount: Originator,
  urgentSupport: z.strictObject({
    limitWeeklyPence: EnteredPence,
    expiryDays: z.int().min(1).max(42),
    secondKeyWorkingDays: z.literal(2),
  }),
  ras: AllocationPolicy,
  charging: z.strictObject({
    /** Before 2015 a contribution is a dated decision that a person takes and signs. */
    scheme: z.enum(['care-act-2014', 'fairer-charging']),
    /** What a person pays until they are assessed: support never waits for the assessment. */
    provisionalWeeklyPence: EnteredPence,
    /** What the council leaves to people beyond the law: nothing, unless its preset says so. */
    local: LocalKnobs.default({}),
  }),
  /** How what people contribute is billed, and what is done about what is not paid. */
  billing: BillingSettings,
  /** How many per cent more than was ordered a period may come to before a second person says so. */
  actualsTolerancePercent: z.int().min(0).max(50),
  /** Weeks of budget that may stand on a direct payment account before a surplus is looked at. */
  surplusWeeks: z.int().min(4).max(11),
  exclusions: z.array(PurchaseCategory),
  /** Nights at home below which two stays in a care home count as one (statutory guidance, ch.
   * 12). */
  careHomeGapDays: z.int().min(1).max(56),
  separation: Separation,
  duplicates: DuplicateRule,
  costCentres: z
    .array(z.strictObject({ id: Slug, name: z.string().min(1) }))
    .min(1)
    .max(50),
  retention: Retention,
  letters: Letters,
  /** How to get a letter in another format or language: the names of the languages follow. */
  otherFormats: z.string().min(1).max(300),
  /** How people are told where they stand. */
  progress: Progress,
  information: Information,
  /** Days that a contact which somebody began and did not send is kept for them. */
  contactDraftDays: z.int().min(1).max(90),
  /** Languages that letters and calls are offered in, as IETF tags. */
  languages: z.array(z.string().regex(/^[a-z]{2,3}(-[A-Z][A-Za-z]{1,3})?$/)).min(1),
  contacts: Contacts,
});
export type Council = z.infer<typeof Council>;
