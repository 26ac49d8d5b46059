import type { CouncilInput } from './define-council.ts';

/** Days that each step may take, unless a preset says otherwise. */
export const usualStepDueDays: CouncilInput['stepDueDays'] = {
  'triage-contact': { count: 1, unit: 'working-days' },
  reablement: { count: 42, unit: 'days' },
  'assess-needs': { count: 28, unit: 'days' },
  'decide-eligibility': { count: 5, unit: 'working-days' },
  'assess-finances': { count: 28, unit: 'days' },
  'write-support-plan': { count: 28, unit: 'days' },
  'authorise-plan': { count: 5, unit: 'working-days' },
  'authorise-budget': { count: 5, unit: 'working-days' },
  'arrange-support': { count: 10, unit: 'working-days' },
  'start-support': { count: 10, unit: 'working-days' },
  'carry-out-review': { count: 28, unit: 'days' },
  'approve-payment-run': { count: 1, unit: 'working-days' },
};

/** How soon a second look at a decision is answered, unless a preset says otherwise: common practice,
 * for each council to confirm. */
export const usualSecondLookWithin: CouncilInput['secondLookWithin'] = {
  count: 20,
  unit: 'working-days',
};

/** How what people contribute is billed, unless a preset says otherwise: common practice, for each council
 * to confirm. */
export const usualBilling: CouncilInput['billing'] = {
  statementAfterDays: 10,
  payWithinDays: 28,
  reminderAfterDays: 14,
  remindersMax: 2,
  disputeReviewWithin: { count: 20, unit: 'working-days' },
  howToPay:
    'You can pay by Direct Debit, by bank transfer, by card or in cash. Call us to ask how.',
};

/** How soon money is found for a plan above a cash limit, unless a preset says otherwise: for each
 * council to confirm. */
export const usualCashLimitWithin: CouncilInput['cashLimitWithin'] = {
  count: 10,
  unit: 'working-days',
};

/** How soon somebody looks again at what a wait risks, unless a preset says otherwise: common
 * practice, for each council to confirm. */
export const usualRiskReChecks: CouncilInput['riskReChecks'] = {
  red: { count: 2, unit: 'working-days' },
  amber: { count: 14, unit: 'days' },
  green: { count: 28, unit: 'days' },
};

/** How long records are kept, unless a preset says otherwise: common practice, for each council's
 * own schedule to confirm. */
export const usualRetention: CouncilInput['retention'] = {
  'contact-with-advice': { trigger: 'recorded', years: 3, action: 'erase' },
  case: { trigger: 'case-closed', years: 8, action: 'review' },
  'carer-case': { trigger: 'case-closed', years: 8, action: 'review' },
  // What stands of it is in the case; this is who wrote and changed which answer on the way there.
  'assessment-draft': { trigger: 'case-closed', years: 1, action: 'erase' },
  safeguarding: { trigger: 'case-closed', years: 10, action: 'review' },
  'financial-assessment': { trigger: 'financial-year-end', years: 7, action: 'erase' },
  'direct-payment': { trigger: 'agreement-closed', years: 7, action: 'erase' },
  payment: { trigger: 'financial-year-end', years: 7, action: 'anonymise' },
  'audited-read': { trigger: 'recorded', years: 6, action: 'erase' },
};

/** How people are paid directly, unless a preset says otherwise: common practice, for each council to
 * confirm. */
export const usualDirectPayments: CouncilInput['directPayments'] = {
  recoveryPercentMax: 50,
  retainedWeeksMax: 8,
  coolingOffWorkingDays: 2,
  // Each quarter, after a year of clean returns each half year, and after another year once a year.
  returns: {
    steps: [
      { months: 3, cleanReturns: 4 },
      { months: 6, cleanReturns: 2 },
      { months: 12, cleanReturns: 1 },
    ],
    evidenceDays: 28,
  },
  payBackWithinDays: 28,
};

/** What most councils do not pay for unless a practitioner names the outcome that it serves. */
export const usualExclusions: CouncilInput['exclusions'] = [
  'gambling',
  'debt',
  'alcohol',
  'tobacco',
];

/** Cost centres by what the support is for: configuration, which never changes what anybody
 * gets. */
export const usualCostCentres: CouncilInput['costCentres'] = [
  { id: 'older-people', name: 'Older people' },
  { id: 'physical-disability', name: 'Physical disability' },
  { id: 'learning-disability', name: 'Learning disability' },
  { id: 'mental-health', name: 'Mental health' },
  { id: 'carers', name: 'Carers' },
];

/** An account that is nobody's, made of numbers that are published as a test case: a council puts its own
 * in its place, with the number that Bacs gave it. */
export function syntheticPayingAccount(name: string): CouncilInput['payingAccount'] {
  return { serviceUserNumber: '000000', name, sortCode: '107999', accountNumber: '88837491' };
}

/** The days on which an office answers. */
export const usualWeek: CouncilInput['contacts']['officeHours'][number]['days'] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
];

/** Days that an unsent contact is kept: four weeks to find a paper or to ask a daughter. */
export const usualContactDraftDays = 28;

/** How possible duplicates are found, unless a preset says otherwise: the NHS number alone, the name
 * with the birth date, or enough of the rest. */
export const usualDuplicates: CouncilInput['duplicates'] = {
  fields: [
    { field: 'nhs-number', weight: 10 },
    { field: 'name', weight: 4 },
    { field: 'date-of-birth', weight: 4 },
    { field: 'uprn', weight: 3 },
    { field: 'postcode', weight: 2 },
    { field: 'phone', weight: 2 },
    { field: 'email', weight: 2 },
  ],
  threshold: 8,
  similarNames: 'sound',
  linksExactMatches: false,
};
