import * as z from 'zod';
import { Reason } from '../eligibility/decision.ts';
import { type Refused, refuse } from '../outcome.ts';

/** How soon somebody must be seen, the soonest first. */
export const Priority = z.enum(['red', 'amber', 'green']).meta({ id: 'Priority' });
export type Priority = z.infer<typeof Priority>;

export const PriorityChoice = z.strictObject({ level: Priority, reason: Reason });
export type PriorityChoice = z.infer<typeof PriorityChoice>;

/** Urgent needs may be met before anybody is assessed (Care Act 2014 s19(3)), so that nothing urgent
 * waits behind anything else: it is red for as long as it is urgent. */
export function refusalOfPriority(
  { level }: Pick<PriorityChoice, 'level'>,
  isUrgent: boolean,
  pointer: string,
): Refused | undefined {
  return isUrgent && level !== 'red'
    ? refuse('urgent-is-red', 'What is urgent is red for as long as it is urgent.', pointer)
    : undefined;
}

/** The priority where triage names none. Nobody is put last without somebody's reason. */
export function usualPriority(isUrgent: boolean): PriorityChoice {
  return isUrgent
    ? { level: 'red', reason: 'The contact is urgent.' }
    : { level: 'amber', reason: 'Not urgent, and nobody has given a reason for another priority.' };
}
