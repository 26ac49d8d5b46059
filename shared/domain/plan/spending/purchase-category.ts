import * as z from 'zod';

/** What a line buys, chosen by the person who writes it. The limits on a budget look at this code
 * and never at free text: a word such as "flooring" says nothing about whether the law allows
 * it. */
export const PurchaseCategory = z
  .enum([
    'personal-care',
    'support-at-home',
    'support-outside-home',
    'day-activity',
    'replacement-care',
    'care-home-stay',
    'meals',
    'transport',
    'equipment',
    'home-adaptation',
    'learning-or-work',
    'leisure',
    'holiday',
    'household-goods',
    'employer-national-insurance',
    'employer-pension',
    'employee-holiday-and-sickness-cover',
    'employer-insurance',
    'payroll',
    'employee-training',
    'employee-criminal-record-check',
    'direct-payment-management',
    'other-support',
    'nhs-healthcare',
    'housing-duty',
    'illegal',
    'gambling',
    'debt',
    'alcohol',
    'tobacco',
  ])
  .meta({ id: 'PurchaseCategory' });
export type PurchaseCategory = z.infer<typeof PurchaseCategory>;
