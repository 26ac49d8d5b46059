import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import type { CaseState } from '../../case/case-state.ts';
import type { Moment } from '../../case/change.ts';
import { type Refused, refuse } from '../../outcome.ts';
import { Remark, Sentences, ShortText } from '../text.ts';

/** A child whom this contact gives cause to fear for. Whoever learns of it tells children's services
 * (Children Act 1989 s47; Children Act 2004 s11). */
export const ChildAtRisk = z
  .strictObject({
    whatIsFeared: Sentences,
    childName: ShortText.optional(),
    /** The child's age or date of birth, as far as it is known. */
    childAge: ShortText.optional(),
    whereTheChildIs: Remark.optional(),
  })
  .meta({ id: 'ChildAtRisk' });

/** Whom in children's services somebody told, and when. */
export const ChildReferral = z
  .strictObject({
    who: ShortText,
    on: CivilDate,
    /** The time in London. */
    at: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time, such as 09:30.')
      .meta({ examples: ['16:45'] }),
    reference: ShortText.optional(),
  })
  .meta({ id: 'ChildReferral' });
export type ChildReferral = z.infer<typeof ChildReferral>;

/** As staff record it: they refer before they go on. */
export const ReferredChildAtRisk = ChildAtRisk.extend({ referredTo: ChildReferral }).meta({
  id: 'ReferredChildAtRisk',
});

/** As it is recorded, by whichever way it came. */
export const ChildAtRiskMade = ChildAtRisk.extend({ referredTo: ChildReferral.optional() });
export type ChildAtRiskMade = z.infer<typeof ChildAtRiskMade>;

/** Nobody was told in the future. */
export function refusalOfDay(
  { on }: ChildReferral,
  today: CivilDate,
  pointer: string,
): Refused | undefined {
  return on > today
    ? refuse('invalid-input', 'Tell them first, and then say when.', pointer)
    : undefined;
}

/** Why triage may not go on: a child is at risk and nobody says whom they told, or when is not yet. */
export function refusalOfChildReferral(
  state: CaseState,
  referral: ChildReferral | undefined,
  { today }: Moment,
): Refused | undefined {
  return referral
    ? refusalOfDay(referral, today, '/childReferral/on')
    : refusalWithoutChildReferral(state);
}

/** Nothing at the front door ends or moves on while a child at risk is known and children's services
 * are not told (Children Act 2004 s11). */
export function refusalWithoutChildReferral({ childAtRisk }: CaseState): Refused | undefined {
  return childAtRisk === 'to-refer'
    ? refuse(
        'child-not-referred',
        "The contact raised a child at risk: tell children's services, and say at triage whom and when.",
        '/childReferral',
      )
    : undefined;
}
