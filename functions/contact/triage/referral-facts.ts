import type { ReferralFacts } from '#shared/council/teams/suggest-team.ts';
import { ageOn, type CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { Postcode } from '#shared/domain/identity/postcode.ts';
import type { ReferralAnswers } from '#shared/domain/triage/referral.ts';
import type { Ports } from '../../ports.ts';

interface Asked {
  readonly answers: ReferralAnswers;
  readonly hasConcern: boolean;
  readonly leadsTo: 'assess' | 'reablement';
  readonly today: CivilDate;
}

/** What the rules of referral ask, from the case and from the person's record. */
export async function referralFacts(
  state: CaseState,
  { answers, hasConcern, leadsTo, today }: Asked,
  ports: Pick<Ports, 'people'>,
): Promise<ReferralFacts> {
  const person = await ports.people.last(state.personId);
  const { dateOfBirth, postcode } = person?.after.details ?? {};
  return {
    age: dateOfBirth === undefined ? undefined : ageOn(dateOfBirth, today),
    about: state.kind,
    supportReason: answers.supportReason,
    isInHospital: answers.isInHospital,
    hasConcern: hasConcern || state.concern !== null,
    isUrgent: state.isUrgent,
    leadsTo,
    postcode: Postcode.safeParse(postcode).data,
    ward: answers.ward,
  };
}
