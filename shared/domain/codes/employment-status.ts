import * as z from 'zod';

/** Whether a person is in paid work, in the words of the national return (Client Level Data, release
 * 2, as the ASC-CLD-LA-Dashboard code of the Department of Health and Social Care reads them). */
export const EmploymentStatus = z
  .enum([
    'paid-under-16-hours',
    'paid-16-hours-or-more',
    'paid-hours-unknown',
    'not-paid-seeking-work',
    'not-paid-not-seeking-or-retired',
    'not-paid-voluntary-work',
    'unknown',
  ])
  .meta({ id: 'EmploymentStatus' });
export type EmploymentStatus = z.infer<typeof EmploymentStatus>;

/** The labels exactly as the return prints them. */
export const employmentStatusLabels = {
  'paid-under-16-hours': 'Paid: Less than 16 hours a week',
  'paid-16-hours-or-more': 'Paid: 16 or more hours a week',
  'paid-hours-unknown': 'Paid: Hours per week unknown',
  'not-paid-seeking-work': 'Not in Paid Employment (seeking work)',
  'not-paid-not-seeking-or-retired': 'Not in Paid Employment (not actively seeking work / retired)',
  'not-paid-voluntary-work': 'Not in Paid Employment (voluntary work only)',
  unknown: 'Unknown',
} satisfies Record<EmploymentStatus, string>;
