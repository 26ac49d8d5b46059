import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';

export const agreementStatuses = [
  'requested',
  'checked',
  'signed',
  'active',
  'suspended',
  'closed',
] as const;

/** Where a direct payment agreement stands (Care Act 2014 s31-s33). */
export const AgreementState = z.strictObject({
  status: z.enum(agreementStatuses),
  caseId: z.string(),
  partId: z.string(),
  weeklyPence: z.int().nonnegative(),
  /** What is taken off before payment: the contribution of a net part, or nothing. */
  weeklyContributionPence: z.int().nonnegative(),
  signedOn: CivilDate.nullable(),
  startsOn: CivilDate.nullable(),
  isBankChecked: z.boolean(),
  /** Why nothing may be paid at present, or nothing. */
  payStop: z.string().nullable(),
});
export type AgreementState = z.infer<typeof AgreementState>;
