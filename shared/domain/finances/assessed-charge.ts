import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { Charge } from '../charging/charge.ts';
import { ChargeInput } from '../charging/input/charge-input.ts';
import { LocalKnobs } from '../charging/local/local-knobs.ts';
import { DifferenceStatement } from '../charging/recalculate.ts';
import { Reason } from '../eligibility/decision.ts';
import { Pence, SignedPence } from '../money/pence.ts';

const Version = z.int().positive();

export const FinancesStatus = z.enum(['assessed', 'provisional', 'refused']);
export type FinancesStatus = z.infer<typeof FinancesStatus>;

/** What the person is asked for from a day on. */
export const AskedFrom = z.strictObject({
  from: CivilDate,
  /** As it was worked for the care of that time; null for all that it costs. */
  weeklyPence: Pence.nullable(),
  /** As it follows a plan that costs more or less since; null for all that it costs. */
  mostWeeklyPence: Pence.nullable(),
});
export type AskedFrom = z.infer<typeof AskedFrom>;

/** The finances that stood before, and how what is asked for by the week moves from them. */
const Replaced = z.strictObject({
  event: Version.optional(),
  status: FinancesStatus,
  weeklyContributionPence: Pence.nullable(),
  differenceWeeklyPence: SignedPence.nullable(),
});

/** What an event that `records.finances` points to keeps of a charge under the Care Act: the body of
 * `finances-assessed`, and of any other event that works the charge anew. Replaying it is
 * `assessCharge(input, the book under charge.rateVersion, policy.local)`, which must give `charge`.
 * Whatever writes one keeps `finances` of the case in step by `contributionOf`. Events of earlier
 * code hold a contribution that was typed, and no charge: they do not parse as this. */
export const AssessedCharge = z.object({
  method: z.literal('care-act-2014'),
  status: FinancesStatus,
  assessedOn: CivilDate,
  appliesFrom: CivilDate,
  assessedByName: z.string(),
  /** Every input, care lines included; `on` is the day for which `charge` is worked. */
  input: ChargeInput,
  /** The plan whose lines were charged for; null where the finance officer gave the lines. */
  planVersion: Version.nullable(),
  /** Whether a later plan's cost is the limit of the charge without a new assessment. */
  followsPlan: z.boolean(),
  /** The council, and its own rules as they were. */
  policy: z.strictObject({ council: z.string(), local: LocalKnobs }),
  charge: Charge,
  /** Everything that was ever asked for, the newest charge last. */
  asked: z.array(AskedFrom),
  replaces: Replaced.nullable(),
  /** The time since support began that was charged for otherwise, week by week. */
  difference: DifferenceStatement.nullable(),
  /** Set where the person said later who arranges their care. */
  choice: z.strictObject({ chosenOn: CivilDate, how: Reason }).optional(),
  /** What the person was told of it beside the sum, in sentences. */
  explanation: z.array(z.string()).default([]),
  rule: z.string(),
});
export type AssessedCharge = z.infer<typeof AssessedCharge>;

/** What the case keeps of a charge, for the budget and what is paid from it: the most that is asked
 * for where it follows the plan's cost, else the very sum; null for all that the care costs. */
export function contributionOf({
  charge,
  followsPlan,
}: {
  readonly charge: Pick<Charge, 'weeklyPence' | 'mostWeeklyPence'>;
  readonly followsPlan: boolean;
}): Pence | null {
  return followsPlan ? charge.mostWeeklyPence : charge.weeklyPence;
}
