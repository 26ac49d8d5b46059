import * as z from 'zod';
import { accept, type Outcome, refuse } from '../outcome.ts';

/** How far the two keys stand apart: a council setting. */
export const Separation = z.enum(['standard', 'strict']).meta({ id: 'Separation' });
export type Separation = z.infer<typeof Separation>;

/** Who has already had a hand in a plan, as person ids. */
export interface Hands {
  /** Whoever wrote or recorded the plan. */
  readonly authorIds: readonly string[];
  /** Whoever assessed the needs. */
  readonly assessorIds: readonly string[];
  /** Whoever found out what the person can pay. */
  readonly financesBy?: string | undefined;
}

export interface Keys {
  readonly practitionerId?: string | undefined;
  readonly budgetManagerId?: string | undefined;
}

/** Whether a person may turn the practitioner's key. The allocated practitioner may have helped to
 * write the plan and may recommend it; a strict council asks for another one than the author and
 * the assessor. Refuses `same-person`. */
export function mayTurnPractitionerKey(
  personId: string,
  hands: Hands,
  separation: Separation,
): Outcome<string> {
  if (separation === 'strict' && hands.authorIds.includes(personId)) {
    return refuse('same-person', 'The plan is authorised by somebody other than its author.');
  }
  if (separation === 'strict' && hands.assessorIds.includes(personId)) {
    return refuse('same-person', 'The plan is authorised by somebody other than the assessor.');
  }
  return accept(personId);
}

/** Whether a person may turn the budget manager's key: in every council they are neither the plan's
 * author, nor the assessor, nor whoever turned the practitioner's key; a strict council asks besides for
 * another one than whoever found out what the person can pay. Refuses `same-person`, and
 * `two-keys-missing` while the practitioner's key has not been turned. */
export function mayTurnBudgetKey(
  personId: string,
  hands: Hands,
  { practitionerId, separation }: { practitionerId: string | undefined; separation: Separation },
): Outcome<string> {
  if (practitionerId === undefined) {
    return refuse('two-keys-missing', 'The practitioner authorises the plan first.');
  }
  if (personId === practitionerId) {
    return refuse('same-person', 'The two keys are turned by two different people.');
  }
  if (hands.authorIds.includes(personId)) {
    return refuse('same-person', 'Whoever wrote at the plan does not turn the second key.');
  }
  if (hands.assessorIds.includes(personId)) {
    return refuse('same-person', 'Whoever assessed the person does not turn the second key.');
  }
  if (separation === 'strict' && hands.financesBy === personId) {
    return refuse(
      'same-person',
      'Whoever assessed what the person can pay does not turn the second key.',
    );
  }
  return accept(personId);
}

/** Whether both keys are turned, by two people. Nothing is paid and no support is arranged without
 * them, urgent support apart (Care Act 2014 s19(3)). Refuses `two-keys-missing` and
 * `same-person`. */
export function checkTwoKeys(
  keys: Keys,
): Outcome<{ readonly practitionerId: string; readonly budgetManagerId: string }> {
  const { practitionerId, budgetManagerId } = keys;
  if (practitionerId === undefined || budgetManagerId === undefined) {
    const missing = practitionerId === undefined ? 'practitioner' : 'budget manager';
    return refuse('two-keys-missing', `The ${missing} has not authorised the plan.`);
  }
  if (practitionerId === budgetManagerId) {
    return refuse('same-person', 'The two keys are turned by two different people.');
  }
  return accept({ practitionerId, budgetManagerId });
}
