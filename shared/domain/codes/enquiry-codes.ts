import * as z from 'zod';

/** What a safeguarding enquiry concluded (Safeguarding Adults Collection, 2025-26). */
export const EnquiryConclusion = z
  .enum([
    'risk-identified-action-taken',
    'risk-identified-no-action',
    'inconclusive-action-taken',
    'inconclusive-no-action',
    'no-risk-action-taken',
    'no-risk-no-action',
    'ceased-at-individuals-request',
  ])
  .meta({ id: 'EnquiryConclusion' });
export type EnquiryConclusion = z.infer<typeof EnquiryConclusion>;

export const enquiryConclusionLabels = {
  'risk-identified-action-taken': 'Risk identified and action taken',
  'risk-identified-no-action': 'Risk identified and no action taken',
  'inconclusive-action-taken': 'Risk - assessment inconclusive and action taken',
  'inconclusive-no-action': 'Risk - assessment inconclusive and no action taken',
  'no-risk-action-taken': 'No risk identified and action taken',
  'no-risk-no-action': 'No risk identified and no action taken',
  'ceased-at-individuals-request': "Enquiry ceased at individual's request",
} satisfies Record<EnquiryConclusion, string>;

/** What became of a risk that was identified. */
export const RiskOutcome = z.enum(['remained', 'reduced', 'removed']).meta({ id: 'RiskOutcome' });
export type RiskOutcome = z.infer<typeof RiskOutcome>;

export const riskOutcomeLabels = {
  remained: 'Remained',
  reduced: 'Reduced',
  removed: 'Removed',
} satisfies Record<RiskOutcome, string>;

/** Whether the adult was asked which outcomes they wanted (Making Safeguarding Personal). */
export const WantedOutcomes = z
  .enum(['asked-and-expressed', 'asked-none-expressed', 'not-asked'])
  .meta({ id: 'WantedOutcomes' });
export type WantedOutcomes = z.infer<typeof WantedOutcomes>;

export const wantedOutcomesLabels = {
  'asked-and-expressed': 'Asked and expressed',
  'asked-none-expressed': 'Asked, none expressed',
  'not-asked': 'Not asked',
} satisfies Record<WantedOutcomes, string>;

/** How far the outcomes that the adult wanted were achieved (Making Safeguarding Personal). */
export const WantedOutcomesAchieved = z
  .enum(['fully', 'partially', 'not-achieved'])
  .meta({ id: 'WantedOutcomesAchieved' });
export type WantedOutcomesAchieved = z.infer<typeof WantedOutcomesAchieved>;

export const wantedOutcomesAchievedLabels = {
  fully: 'Fully',
  partially: 'Partially',
  'not-achieved': 'Not achieved',
} satisfies Record<WantedOutcomesAchieved, string>;
