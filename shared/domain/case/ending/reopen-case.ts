import * as z from 'zod';
import { lawOn } from '../../codes/law-in-force.ts';
import { Reason } from '../../eligibility/decision.ts';
import { beginPlanning } from '../../journey/begin-planning.ts';
import { beginReassessment } from '../../journey/begin-reassessment.ts';
import type { Step } from '../../journey/steps.ts';
import type { Workflow } from '../../journey/workflow.ts';
import { accept, type Outcome, type Refused, refuse } from '../../outcome.ts';
import type { CaseState, ClosedCase, OpenCase } from '../case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../change.ts';
import { handOff, type TakenOnBy } from '../tasks/hand-off.ts';
import { takenUpAgain } from './taken-up-again.ts';

export const CaseReopening = z
  .strictObject({
    askedBy: z.enum(['person', 'carer', 'representative', 'council']),
    reason: Reason,
    appearanceOfNeed: z.strictObject({ isPresent: z.literal(true), reason: Reason }),
    /** The team that takes the case on; left out, the one that had it. */
    team: z.string().min(1).max(80).optional(),
    /** What a practitioner finds still true, so that it is not asked again. */
    stillStands: z.strictObject({
      assessment: z.boolean(),
      eligibility: z.boolean(),
      indicativeBudget: z.boolean(),
      reason: Reason,
    }),
  })
  .meta({ id: 'CaseReopening' });
export type CaseReopening = z.infer<typeof CaseReopening>;

/** Verdicts on eligibility after which support is planned. */
const plannedVerdicts = ['eligible', 'eligible-met-otherwise', 'met-under-power'];

/** Takes up a closed case again because the person comes back or their needs change (Care Act 2014
 * s11(3)-(4)): a new round of the journey, with what still stands carried into it. Refuses
 * `wrong-stage` for a case that is open or ended with a death, and `invalid-input` when something
 * is said to stand that does not. */
export function reopenCase(
  state: CaseState,
  input: CaseReopening,
  settings: { readonly teams: readonly { readonly id: string }[] },
  moment: Moment,
): CaseDecision {
  if (state.status === 'open') return refuse('wrong-stage', 'The case is open.');
  const wrong = refusalOf(state, input, settings);
  if (wrong) return wrong;
  const workflow = workflowOf(state, input, moment);
  if (!workflow.accepted) return workflow;
  const { closedOn, outcome } = state;
  const { assessment, eligibility, indicativeBudget } = input.stillStands;
  const { assessors = [], ...facts } = takenUpAgain(state, workflow.value, moment.today);
  const next: OpenCase = {
    ...facts,
    assessor: assessment ? state.assessor : null,
    ...(assessment && assessors.length > 0 && { assessors }),
    eligibility: eligibility ? state.eligibility : null,
    allocation: indicativeBudget ? state.allocation : null,
  };
  return accept({
    type: 'case-reopened',
    body: {
      ...input,
      closedOn,
      closedAs: outcome,
      outcome: eligibility ? 'progress-to-support-planning' : 'progress-to-assessment',
      rule: lawOn(moment.today, {
        careAct: 'Care Act 2014 s11(3)-(4)',
        before: 'NHS and Community Care Act 1990 s47(1)',
      }),
    },
    next: withRecord(handOff(next, takenOnBy(state, input), moment.today), 'triage', moment),
  });
}

/** The worker who knows the person goes on, unless another team takes the case on. */
function takenOnBy(state: ClosedCase, { team = state.team }: CaseReopening): TakenOnBy {
  return { team, worker: team === state.team ? state.allocatedTo : null };
}

function refusalOf(
  state: ClosedCase,
  { stillStands, team }: CaseReopening,
  settings: { readonly teams: readonly { readonly id: string }[] },
): Refused | undefined {
  if (state.outcome === 'nfa-deceased' && state.death?.status !== 'reversed') {
    return refuse('wrong-stage', 'A recorded death is reversed by two people, not by reopening.');
  }
  if (team !== undefined && !settings.teams.some(({ id }) => id === team)) {
    return refuse('invalid-input', `There is no team "${team}".`, '/team');
  }
  const assessed = state.workflow.verdicts['assess-needs']?.verdict === 'assessed';
  const decided = state.workflow.verdicts['decide-eligibility']?.verdict ?? '';
  const standing = {
    assessment: assessed,
    eligibility: stillStands.assessment && plannedVerdicts.includes(decided),
    indicativeBudget: stillStands.eligibility && state.allocation !== null,
  };
  for (const name of ['assessment', 'eligibility', 'indicativeBudget'] as const) {
    if (stillStands[name] && !standing[name]) {
      return refuse(
        'invalid-input',
        'There is nothing here that can stand.',
        `/stillStands/${name}`,
      );
    }
  }
  return undefined;
}

/** Triage is decided by the reopening itself; what stands behind it is not waited for again. */
function workflowOf(state: ClosedCase, input: CaseReopening, moment: Moment): Outcome<Workflow> {
  const { assessment, eligibility } = input.stillStands;
  const kept: Step[] = [];
  if (assessment) kept.push('assess-needs');
  if (eligibility) kept.push('decide-eligibility');
  const triaged = beginReassessment(state.workflow, kept, moment);
  return triaged.accepted && eligibility ? beginPlanning(state, triaged.value, moment) : triaged;
}
