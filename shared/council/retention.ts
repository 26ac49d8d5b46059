import * as z from 'zod';

/** The classes of record that a council keeps for different lengths of time. */
const RecordClass = z.enum([
  'contact-with-advice',
  'case',
  'carer-case',
  'assessment-draft',
  'safeguarding',
  'financial-assessment',
  'direct-payment',
  'payment',
  'audited-read',
]);

/** When the years begin, how many, and what happens at their end. A legal hold stops the clock. */
const RetentionRule = z.strictObject({
  trigger: z.enum(['recorded', 'case-closed', 'agreement-closed', 'financial-year-end', 'death']),
  years: z.int().min(1).max(100),
  action: z.enum(['erase', 'anonymise', 'review']),
});

export const Retention = z.record(RecordClass, RetentionRule);
export type Retention = z.infer<typeof Retention>;
