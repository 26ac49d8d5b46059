import * as z from 'zod';

/** The nine areas of well-being (Care Act 2014 s1(2)(a) to (i)), in the Act's order. */
export const WellBeingArea = z
  .enum([
    'personal-dignity',
    'health-and-emotional-well-being',
    'protection-from-abuse-and-neglect',
    'control-over-day-to-day-life',
    'participation',
    'social-and-economic-well-being',
    'relationships',
    'living-accommodation',
    'contribution-to-society',
  ])
  .meta({ id: 'WellBeingArea' });
export type WellBeingArea = z.infer<typeof WellBeingArea>;

export const wellBeingAreaLabels = {
  'personal-dignity': 'personal dignity',
  'health-and-emotional-well-being': 'physical and mental health and emotional well-being',
  'protection-from-abuse-and-neglect': 'protection from abuse and neglect',
  'control-over-day-to-day-life': 'control over day-to-day life',
  participation: 'participation in work, education, training or recreation',
  'social-and-economic-well-being': 'social and economic well-being',
  relationships: 'domestic, family and personal relationships',
  'living-accommodation': 'suitability of living accommodation',
  'contribution-to-society': 'contribution to society',
} satisfies Record<WellBeingArea, string>;
