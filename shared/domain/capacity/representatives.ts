import * as z from 'zod';
import { CivilDate, compareDates } from '../calendar/civil-date.ts';
import { Reason } from '../eligibility/decision.ts';
import type { CapacityDecision } from './capacity-record.ts';

/** By what right somebody acts for a person. */
export const RepresentativeKind = z
  .enum([
    'attorney-health-and-welfare',
    'attorney-property-and-affairs',
    'deputy-health-and-welfare',
    'deputy-property-and-affairs',
    'appointee',
    'authorised-person',
    'nominated-person',
    'advocate',
    'nearest-relative',
    'informal',
  ])
  .meta({ id: 'RepresentativeKind' });
export type RepresentativeKind = z.infer<typeof RepresentativeKind>;

/** Somebody who acts for a person, with the evidence that was seen and the days it covers. */
export const Representative = z
  .strictObject({
    personId: z.string().trim().min(1).max(128),
    kind: RepresentativeKind,
    evidenceSeen: Reason,
    from: CivilDate,
    /** The last day, or null while no end is known. */
    until: CivilDate.nullable(),
  })
  .meta({ id: 'Representative' });
export type Representative = z.infer<typeof Representative>;

/** A power is limited to its kind (Mental Capacity Act 2005 s9(1), s11, s16(2)). An appointee
 * handles benefits and nothing else (SI 1987/1968 reg 33), so that no decision here is theirs. An
 * authorised person is one whom the council accepts to run a direct payment (Care Act 2014
 * s32(4)). */
const welfare = ['attorney-health-and-welfare', 'deputy-health-and-welfare'] as const;
const property = ['attorney-property-and-affairs', 'deputy-property-and-affairs'] as const;
const kindsThatMayDecide = {
  assessment: welfare,
  charging: property,
  'support-plan': welfare,
  'direct-payment': [...welfare, 'authorised-person'],
  move: welfare,
  money: property,
  declining: welfare,
} as const satisfies Record<CapacityDecision, readonly RepresentativeKind[]>;

/** What a representative may put their name to. */
export const Signature = z
  .enum([
    'assessment',
    'plan-agreement',
    'direct-payment-agreement',
    'financial-assessment',
    'moving-home',
  ])
  .meta({ id: 'Signature' });
export type Signature = z.infer<typeof Signature>;

/** The decision that each signature carries out. */
const decisionSigned = {
  assessment: 'assessment',
  'plan-agreement': 'support-plan',
  'direct-payment-agreement': 'direct-payment',
  'financial-assessment': 'charging',
  'moving-home': 'move',
} as const satisfies Record<Signature, CapacityDecision>;

/** Whether somebody of this kind may ever sign this: whoever may take the decision, and for a direct
 * payment whom the person nominated to receive it (Care Act 2014 s31(1)). An advocate, a nearest
 * relative (Mental Health Act 1983 s26) and whoever helps informally speak for the person, and sign
 * nothing. */
export function maySignAs(kind: RepresentativeKind, signature: Signature): boolean {
  const kinds: readonly RepresentativeKind[] = kindsThatMayDecide[decisionSigned[signature]];
  const isPayee = kind === 'nominated-person' && signature === 'direct-payment-agreement';
  return isPayee || kinds.includes(kind);
}

/** The first representative in the list whose power covers this decision and that day, or
 * undefined. */
export function representativeFor(
  representatives: readonly Representative[],
  decision: CapacityDecision,
  on: CivilDate,
): Representative | undefined {
  const kinds: readonly RepresentativeKind[] = kindsThatMayDecide[decision];
  return representatives.find(
    ({ kind, from, until }) =>
      kinds.includes(kind) &&
      compareDates(from, on) <= 0 &&
      (until === null || compareDates(on, until) <= 0),
  );
}
