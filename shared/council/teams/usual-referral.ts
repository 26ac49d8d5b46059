import type { ReferralRule } from './referral-rules.ts';

/** Rules of referral that several presets share; each puts its own into an order. */

export const reablementToItsTeam: ReferralRule = {
  id: 'reablement',
  when: { leadsTo: 'reablement' },
  to: { kind: 'hospital-and-reablement' },
  why: 'Reablement is given by the team that also brings people home from hospital.',
};

export const fromHospital: ReferralRule = {
  id: 'in-hospital',
  when: { isInHospital: true },
  to: { kind: 'hospital-and-reablement' },
  why: 'The person is in hospital, where this team plans how people come home.',
};

export const concernToSafeguarding: ReferralRule = {
  id: 'safeguarding-concern',
  when: { hasConcern: true },
  to: { kind: 'safeguarding' },
  why: 'A safeguarding concern is raised: the team that makes the enquiry assesses too.',
};

export const mentalHealth: ReferralRule = {
  id: 'mental-health',
  when: { supportReasons: ['mental-health'] },
  to: { kind: 'mental-health' },
  why: 'The person mainly needs support with their mental health.',
};

export const urgentByPatch: ReferralRule = {
  id: 'urgent',
  when: { isUrgent: true },
  to: { kind: 'social-work' },
  why: 'Somebody must go today: the team nearest to the person goes, whatever the need.',
};

/** For everybody whom no rule before it sends elsewhere. */
export const byPatch: ReferralRule = {
  id: 'by-patch',
  when: {},
  to: { kind: 'social-work' },
  why: 'The social work team of the area in which the person lives.',
};

/** Young people on their way from children's services, until that birthday. */
export function youngAdultsBelow(ageBelow: number): ReferralRule {
  return {
    id: 'young-adult',
    when: { ageBelow },
    to: { kind: 'young-adults' },
    why: `The person is under ${ageBelow}, and this team goes with young people into adulthood.`,
  };
}
