import type { SupportReason } from '#shared/domain/codes/support-reasons.ts';
import { outwardCode } from '#shared/domain/identity/postcode.ts';
import type { SuggestedTeam } from '#shared/domain/triage/referral.ts';
import type { Council } from '../schema.ts';
import { servesPlace, teamFor, type Whereabouts } from './find-team.ts';
import type { ReferralRule } from './referral-rules.ts';

/** What is known of a contact when a team is looked for. */
export interface ReferralFacts extends Whereabouts {
  readonly age: number | undefined;
  readonly about: 'adult' | 'carer';
  readonly supportReason: SupportReason | undefined;
  readonly isInHospital: boolean;
  readonly hasConcern: boolean;
  readonly isUrgent: boolean;
  readonly leadsTo: 'assess' | 'reablement';
}

/** The team to which the council's rules send a contact: the first rule that holds decides, and the
 * last holds for everybody. */
export function suggestTeam(council: Council, facts: ReferralFacts): SuggestedTeam {
  const rule = council.referralRules.find(({ when }) => holds(when, facts));
  const team = rule && teamOf(rule, council, facts);
  // A preset without either does not load.
  if (!rule || !team) throw new Error(`council ${council.id} has no rule for a contact`);
  const place = servesPlace(team, facts)
    ? ''
    : ' Nothing is known of the place that would tell one team of its kind from another.';
  return {
    team: team.id,
    name: team.name,
    rule: rule.id,
    why: `${rule.why}${place}`,
    restsOn: {
      age: facts.age ?? null,
      // As much of the address as patches are drawn by.
      outwardCode: facts.postcode === undefined ? null : outwardCode(facts.postcode),
    },
  };
}

function teamOf({ to }: ReferralRule, council: Council, facts: ReferralFacts) {
  if ('kind' in to) return teamFor(council, to.kind, facts);
  return council.teams.find(({ id }) => id === to.team);
}

function holds(when: ReferralRule['when'], facts: ReferralFacts): boolean {
  const { ageFrom = 0, ageBelow = Number.POSITIVE_INFINITY, supportReasons } = when;
  const asksForAge = when.ageFrom !== undefined || when.ageBelow !== undefined;
  const { age, supportReason } = facts;
  return (
    (!asksForAge || (age !== undefined && age >= ageFrom && age < ageBelow)) &&
    (!supportReasons || (supportReason !== undefined && supportReasons.includes(supportReason))) &&
    isAsWanted(when.about, facts.about) &&
    isAsWanted(when.isInHospital, facts.isInHospital) &&
    isAsWanted(when.hasConcern, facts.hasConcern) &&
    isAsWanted(when.isUrgent, facts.isUrgent) &&
    isAsWanted(when.leadsTo, facts.leadsTo)
  );
}

function isAsWanted<T>(wanted: T | undefined, known: T): boolean {
  return wanted === undefined || wanted === known;
}
