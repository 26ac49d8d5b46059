import * as z from 'zod';
import { BudgetHolding } from '../../budget/holding.ts';
import { CivilDate } from '../../calendar/civil-date.ts';
import { Pence, SignedPence } from '../../money/pence.ts';

/** Why a line stands on a statement: it is the period's own, or what changed of an earlier one. */
export const LineReason = z
  .enum([
    'this-period',
    'not-billed-before',
    'care-reported-late',
    'care-corrected',
    'charge-changed',
    'days-changed',
  ])
  .meta({ id: 'ContributionLineReason' });
export type LineReason = z.infer<typeof LineReason>;

/** What one part comes to in one period: `pence` is what this statement bills for it, which for an earlier
 * period is the difference from what was billed before. */
export const StatementLine = z
  .strictObject({
    from: CivilDate,
    to: CivilDate,
    partId: z.string(),
    holding: BudgetHolding,
    days: z.int().nonnegative(),
    contributionPence: Pence,
    /** Null while what the care cost is not reported: it is billed later. */
    costPence: Pence.nullable(),
    pence: SignedPence,
    why: LineReason,
  })
  .meta({ id: 'ContributionStatementLine' });
export type StatementLine = z.infer<typeof StatementLine>;

/** What a person pays for four weeks of support, and how it was worked out. */
export const ContributionStatement = z
  .strictObject({
    from: CivilDate,
    to: CivilDate,
    issuedOn: CivilDate,
    dueOn: CivilDate,
    lines: z.array(StatementLine),
    totalPence: SignedPence,
    broughtForwardPence: SignedPence,
    /** Payments, credits and what was written off since the last statement; below 0 where more went back. */
    receivedPence: SignedPence,
    /** What is to be paid in all; below 0 it is the person's credit. */
    balancePence: SignedPence,
    isProvisional: z.boolean(),
    /** Support has ended, and all of it is billed. */
    isFinal: z.boolean(),
    explanation: z.array(z.string()),
    rule: z.string(),
  })
  .meta({ id: 'ContributionStatement' });
export type ContributionStatement = z.infer<typeof ContributionStatement>;
