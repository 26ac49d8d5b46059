import * as z from 'zod';
import { Slug } from '#shared/domain/allocation/policy-item.ts';
import { SupportReason } from '#shared/domain/codes/support-reasons.ts';
import { TeamKind } from './teams.ts';

/** What must be known of a contact for a rule to hold: all that is named here. What nobody knows, such
 * as an age, holds for no rule that asks for it. */
const When = z.strictObject({
  ageFrom: z.int().min(0).max(120).optional(),
  ageBelow: z.int().min(1).max(120).optional(),
  about: z.enum(['adult', 'carer']).optional(),
  supportReasons: z.array(SupportReason).min(1).optional(),
  isInHospital: z.literal(true).optional(),
  hasConcern: z.literal(true).optional(),
  isUrgent: z.literal(true).optional(),
  leadsTo: z.enum(['assess', 'reablement']).optional(),
});

/** To which team a contact goes. A kind of team is the one of that kind whose patch the person lives
 * in. */
export const ReferralRule = z.strictObject({
  id: Slug,
  when: When,
  to: z.union([z.strictObject({ kind: TeamKind }), z.strictObject({ team: Slug })]),
  /** Told to whoever refers, in a sentence. */
  why: z.string().min(1).max(200),
});
export type ReferralRule = z.infer<typeof ReferralRule>;

interface Teams {
  readonly teams: readonly { readonly id: string; readonly kind: TeamKind }[];
  readonly referralRules: readonly ReferralRule[];
}

interface Fault {
  readonly field: string;
  readonly problem: string;
}

/** What is wrong with the rules of a council, each by its field: the first that holds decides, so
 * that the last must hold for everybody and none before it may. */
export function referralFaults({ teams, referralRules }: Teams): Fault[] {
  return referralRules.flatMap(({ when, to }, index) => {
    const field = `referralRules.${index}`;
    const faults: Fault[] = [];
    const isLast = index === referralRules.length - 1;
    if (isLast && !isForEverybody(when)) {
      faults.push({
        field: `${field}.when`,
        problem: 'is the last and does not hold for everybody',
      });
    }
    if (!isLast && isForEverybody(when)) {
      faults.push({ field: `${field}.when`, problem: 'leaves nobody to the rules after it' });
    }
    const { ageFrom, ageBelow } = when;
    if (ageFrom !== undefined && ageBelow !== undefined && ageBelow <= ageFrom) {
      faults.push({ field: `${field}.when.ageBelow`, problem: 'is not above ageFrom' });
    }
    const isThere = teams.some((team) =>
      'kind' in to ? team.kind === to.kind : team.id === to.team,
    );
    if (!isThere) faults.push({ field: `${field}.to`, problem: 'names no team of the council' });
    return faults;
  });
}

function isForEverybody(when: ReferralRule['when']): boolean {
  return Object.values(when).every((wanted) => wanted === undefined);
}
