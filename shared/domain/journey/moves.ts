import type { Machine, Step, VerdictOf } from './steps.ts';

/** Where a step's verdict leads: to the next step, or to the end of its branch. */
export type Destination = Step | 'end';

/** The permitted moves. The state machines draw the same edges, and a test holds the two
 * together. */
export const moves = {
  'triage-contact': {
    advice: 'end',
    'other-body': 'end',
    'open-case': 'end',
    declined: 'end',
    safeguarding: 'end',
    reablement: 'reablement',
    assess: 'assess-needs',
  },
  reablement: {
    independent: 'end',
    'declined-all': 'end',
    'ongoing-need': 'assess-needs',
    // Declining reablement, or being unsuitable for it, never closes the route to assessment.
    unsuitable: 'assess-needs',
    declined: 'assess-needs',
  },
  'assess-needs': {
    assessed: 'decide-eligibility',
    'reablement-first': 'reablement',
    withdrawn: 'end',
  },
  'decide-eligibility': {
    eligible: 'end',
    'eligible-met-otherwise': 'end',
    'met-under-power': 'end',
    'not-eligible': 'end',
    declined: 'end',
    'reablement-first': 'reablement',
  },
  'assess-finances': { assessed: 'end', provisional: 'end', refused: 'end' },
  'write-support-plan': { written: 'authorise-plan' },
  'authorise-plan': { authorised: 'authorise-budget', returned: 'write-support-plan' },
  'authorise-budget': {
    authorised: 'arrange-support',
    returned: 'write-support-plan',
    escalated: 'authorise-budget',
  },
  'arrange-support': { arranged: 'start-support' },
  'start-support': { started: 'end' },
  'carry-out-review': {
    'no-change': 'end',
    'change-plan': 'end',
    reassess: 'end',
    close: 'end',
    concern: 'end',
  },
  'approve-payment-run': { approved: 'end', rejected: 'end', 'nothing-to-pay': 'end' },
} as const satisfies { [S in Step]: Record<VerdictOf<S>, Destination> };

/** The steps at which each machine begins. Finances run beside the plan: they never gate
 * support. */
export const machineStarts = {
  journey: ['triage-contact'],
  'support-planning': ['assess-finances', 'write-support-plan'],
  review: ['carry-out-review'],
  'payment-run': ['approve-payment-run'],
} as const satisfies Record<Machine, readonly Step[]>;

export const machineOf = {
  'triage-contact': 'journey',
  reablement: 'journey',
  'assess-needs': 'journey',
  'decide-eligibility': 'journey',
  'assess-finances': 'support-planning',
  'write-support-plan': 'support-planning',
  'authorise-plan': 'support-planning',
  'authorise-budget': 'support-planning',
  'arrange-support': 'support-planning',
  'start-support': 'support-planning',
  'carry-out-review': 'review',
  'approve-payment-run': 'payment-run',
} as const satisfies Record<Step, Machine>;

export function destinationOf(step: Step, verdict: string): Destination | undefined {
  const edges: Readonly<Record<string, Destination>> = moves[step];
  return edges[verdict];
}

/** What a verdict takes back, so that a loop, or a machine started again, waits where people wait.
 * A plan sent back must be written again; a plan written again needs both keys again. */
const undoneBy: Readonly<Record<string, readonly Step[]>> = {
  'reablement/ongoing-need': ['assess-needs', 'decide-eligibility'],
  'assess-needs/assessed': ['decide-eligibility'],
  'assess-needs/reablement-first': ['reablement', 'decide-eligibility'],
  'decide-eligibility/reablement-first': ['reablement'],
  'write-support-plan/written': ['authorise-plan', 'authorise-budget'],
  'authorise-plan/returned': ['write-support-plan', 'authorise-budget'],
  'authorise-budget/returned': ['write-support-plan', 'authorise-plan'],
};

export function stepsUndoneBy(step: Step, verdict: string): readonly Step[] {
  return undoneBy[`${step}/${verdict}`] ?? [];
}
