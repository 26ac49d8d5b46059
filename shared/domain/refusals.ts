/** Every way in which the service says no, named once. `shared/contracts/problems.ts` gives each
 * its one meaning in HTTP, and does not compile while a kind is missing there. */
export const refusalKinds = [
  // The request itself
  'invalid-input',
  'not-found',
  'not-permitted',
  'version-missing',
  'version-stale',
  'lost-race',
  'idempotency-key-missing',
  'idempotency-key-reused',
  'too-many-wrong-tries',
  // The journey
  'wrong-stage',
  'case-closed',
  'already-recorded',
  'appearance-of-need-needs-action',
  'reablement-not-offered-here',
  'urgent-is-red',
  'referral-needs-reason',
  'person-not-linked',
  'capacity-check-needed',
  'advocate-needed',
  // Eligibility
  'scheme-not-in-force',
  'determination-incomplete',
  'written-advice-needed',
  // Allocation
  'answer-unknown',
  'answer-missing',
  'policy-not-in-force',
  'table-unusable',
  'table-has-gap',
  'table-overlaps',
  'table-decreases',
  'points-out-of-range',
  'amount-out-of-range',
  'indicative-budget-not-given',
  // Plan, sign-off and budget
  'plan-incomplete',
  'outcome-not-covered',
  'line-cost-differs',
  'purchase-prohibited',
  'agreement-missing',
  'checks-incomplete',
  'same-person',
  'above-delegated-limit',
  'parts-do-not-add-up',
  'reason-needed',
  'two-keys-missing',
  'safeguarding-unresolved',
  'before-eighteenth-birthday',
  'support-not-started',
  'reduction-needs-reassessment',
  'urgent-support-limit',
  // Money out
  'agreement-not-signed',
  'bank-details-unchecked',
  'payment-stopped',
  'period-already-paid',
] as const;

export type RefusalKind = (typeof refusalKinds)[number];
