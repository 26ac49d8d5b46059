import * as z from 'zod';
import type { CaseState } from '../case/case-state.ts';
import type { Step } from './steps.ts';

/** What whoever looks at a queue must see before they open anything, the gravest first. */
export const TaskFlag = z
  .enum(['danger-now', 'child-at-risk', 'under-18', 'do-not-call', 'no-message', 'has-open-case'])
  .meta({ id: 'TaskFlag' });
export type TaskFlag = z.infer<typeof TaskFlag>;

/** The flags of a case's step. Danger at the moment of the contact is answered at triage, and not
 * shown after it; a child stays in sight until children's services have been told. */
export function flagsOf(
  step: Step,
  {
    isDangerNow,
    childAtRisk,
    isUnder18,
    notSafe,
    besideCase,
  }: Pick<CaseState, 'isDangerNow' | 'childAtRisk' | 'isUnder18' | 'notSafe' | 'besideCase'>,
): TaskFlag[] {
  return [
    ...(isDangerNow && step === 'triage-contact' ? ['danger-now' as const] : []),
    ...(childAtRisk === 'to-refer' ? ['child-at-risk' as const] : []),
    ...(isUnder18 ? ['under-18' as const] : []),
    ...reachFlags({ notSafe }),
    ...(besideCase !== undefined && step === 'triage-contact' ? ['has-open-case' as const] : []),
  ];
}

/** What whoever is about to pick up the phone must know first. */
export function reachFlags({ notSafe = [] }: Pick<CaseState, 'notSafe'>): TaskFlag[] {
  return [
    ...(notSafe.includes('call') ? ['do-not-call' as const] : []),
    ...(notSafe.includes('message') ? ['no-message' as const] : []),
  ];
}
