import * as z from 'zod';

/** The steps that people do, and every verdict with which each can end. One list, for the machines,
 * the tasks, the routes and the tests alike. */
export const verdictsByStep = {
  'triage-contact': [
    'advice',
    'other-body',
    'open-case',
    'declined',
    'safeguarding',
    'reablement',
    'assess',
  ],
  reablement: ['independent', 'declined-all', 'ongoing-need', 'unsuitable', 'declined'],
  'assess-needs': ['assessed', 'reablement-first', 'withdrawn'],
  'decide-eligibility': [
    'eligible',
    'eligible-met-otherwise',
    'met-under-power',
    'not-eligible',
    'declined',
    'reablement-first',
  ],
  'assess-finances': ['assessed', 'provisional', 'refused'],
  'write-support-plan': ['written'],
  'authorise-plan': ['authorised', 'returned'],
  'authorise-budget': ['authorised', 'returned', 'escalated'],
  'arrange-support': ['arranged'],
  'start-support': ['started'],
  'carry-out-review': ['no-change', 'change-plan', 'reassess', 'close', 'concern'],
  'approve-payment-run': ['approved', 'rejected', 'nothing-to-pay'],
} as const;

export type Step = keyof typeof verdictsByStep;
export type VerdictOf<S extends Step> = (typeof verdictsByStep)[S][number];

export const machines = ['journey', 'support-planning', 'review', 'payment-run'] as const;
export const Machine = z.enum(machines);
export type Machine = z.infer<typeof Machine>;

const stepNames = [
  'triage-contact',
  'reablement',
  'assess-needs',
  'decide-eligibility',
  'assess-finances',
  'write-support-plan',
  'authorise-plan',
  'authorise-budget',
  'arrange-support',
  'start-support',
  'carry-out-review',
  'approve-payment-run',
] as const satisfies readonly Step[];

export const Step = z.enum(stepNames).meta({ id: 'Step' });
