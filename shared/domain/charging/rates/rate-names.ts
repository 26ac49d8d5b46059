import * as z from 'zod';

/** Every amount that a charge may rest on and that the government may change from year to year. */
export const RateName = z
  .enum([
    'capital-limit-upper',
    'capital-limit-lower',
    'guarantee-single-18-to-24',
    'guarantee-single-25-to-pension-age',
    'guarantee-single-pension-age',
    'guarantee-couple-18-or-over',
    'guarantee-couple-pension-age',
    'guarantee-child',
    'disability-premium-single',
    'disability-premium-couple',
    'enhanced-disability-premium-single',
    'enhanced-disability-premium-couple',
    'carer-premium',
    'personal-expenses-allowance',
    'savings-credit-disregard-single',
    'savings-credit-disregard-couple',
    'night-care-gap',
  ])
  .meta({ id: 'RateName' });
export type RateName = z.infer<typeof RateName>;

/** What each amount is called where somebody reads it. */
export const rateLabels = {
  'capital-limit-upper': 'the upper capital limit',
  'capital-limit-lower': 'the lower capital limit',
  'guarantee-single-18-to-24': 'the minimum income guarantee, single, aged 18 to 24',
  'guarantee-single-25-to-pension-age':
    'the minimum income guarantee, single, aged 25 to pension-credit age',
  'guarantee-single-pension-age': 'the minimum income guarantee, single, of pension-credit age',
  'guarantee-couple-18-or-over':
    'the minimum income guarantee, each of a couple, aged 18 to pension-credit age',
  'guarantee-couple-pension-age':
    'the minimum income guarantee, each of a couple, one or both of pension-credit age',
  'guarantee-child': 'the minimum income guarantee, each child',
  'disability-premium-single': 'the disability premium, single',
  'disability-premium-couple': 'the disability premium, couple',
  'enhanced-disability-premium-single': 'the enhanced disability premium, single',
  'enhanced-disability-premium-couple': 'the enhanced disability premium, couple',
  'carer-premium': 'the carer premium',
  'personal-expenses-allowance': 'the personal expenses allowance',
  'savings-credit-disregard-single': 'the savings credit disregard, single',
  'savings-credit-disregard-couple': 'the savings credit disregard, couple',
  'night-care-gap': 'the gap between the higher and the lower rate of disability benefits',
} satisfies Record<RateName, string>;
