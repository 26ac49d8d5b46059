import * as z from 'zod';
import { SupportReason } from '../codes/support-reasons.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';

/** What the council's rules of referral ask besides what is known of the person. */
export const ReferralAnswers = z.strictObject({
  supportReason: SupportReason.optional(),
  isInHospital: z.boolean().default(false),
  /** The ward in which the person lives, where patches are drawn by wards. */
  ward: z.string().trim().min(1).max(80).optional(),
});
export type ReferralAnswers = z.infer<typeof ReferralAnswers>;

export const Referral = ReferralAnswers.extend({
  /** The team that takes the case on: an id of the council's. Left out, the one that its rules
   * suggest. */
  team: z.string().min(1).max(80).optional(),
  /** Why it goes there; needed where the rules suggest another team. */
  reason: Reason.optional(),
});
export type Referral = z.infer<typeof Referral>;

/** The team that the council's rules suggest, and why. */
export interface SuggestedTeam {
  readonly team: string;
  readonly name: string;
  readonly rule: string;
  readonly why: string;
  /** What the rules knew of the person. */
  readonly restsOn: { readonly age: number | null; readonly outwardCode: string | null };
}

export interface ChosenTeam extends Referral {
  readonly team: string;
  readonly reason: string;
  readonly isOverridden: boolean;
  readonly suggested: SuggestedTeam;
}

/** The team that a contact is referred to. Refuses `invalid-input` for a team that does not exist, and
 * `referral-needs-reason` for another than the suggested one without a reason. */
export function chooseTeam(
  referral: Referral,
  suggested: SuggestedTeam,
  teams: readonly { readonly id: string }[],
): Outcome<ChosenTeam> {
  const { team = suggested.team, reason } = referral;
  if (!teams.some(({ id }) => id === team)) {
    return refuse('invalid-input', `There is no team "${team}".`, '/referral/team');
  }
  const isOverridden = team !== suggested.team;
  if (isOverridden && reason === undefined) {
    return refuse(
      'referral-needs-reason',
      `The rules suggest ${suggested.name}: ${suggested.why} Say why it goes elsewhere.`,
      '/referral/reason',
    );
  }
  return accept({ ...referral, team, reason: reason ?? suggested.why, isOverridden, suggested });
}
