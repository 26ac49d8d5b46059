import * as z from 'zod';
import { lawOn } from '../../codes/law-in-force.ts';
import { refusalWithoutChildReferral } from '../../contact/urgent/child-at-risk.ts';
import { refusalWithDangerOpen } from '../../contact/urgent/danger-now.ts';
import { openSteps, settleStep } from '../../journey/workflow.ts';
import { accept, refuse } from '../../outcome.ts';
import type { CaseState, OpenCase } from '../case-state.ts';
import type { CaseDecision, Moment } from '../change.ts';
import { duesOf, toClosed } from './close.ts';

const Reason = z.string().trim().min(1).max(4_000);

/** What is asked before somebody's no is taken for an answer. */
export const Declining = z
  .strictObject({
    reason: Reason,
    /** Whether the person has capacity to decide to decline (Mental Capacity Act 2005 s2-s3). */
    hasCapacity: z.boolean(),
    capacityReason: Reason.optional(),
    isAbuseSuspected: z.boolean(),
    isItTheCost: z.boolean(),
    /** Advice on what else helps, and how to come back (Care Act 2014 s11(3)-(4)). */
    howToComeBack: Reason,
  })
  .meta({ id: 'Declining' });
export type Declining = z.infer<typeof Declining>;

/** Ends a case because the person declines or withdraws, at whatever step. Refuses
 * `capacity-check-needed` where the person lacks capacity to decline or abuse is suspected: an
 * assessment then goes on all the same (Care Act 2014 s11(2)); `case-closed` when it has ended. */
export function withdraw(state: CaseState, declining: Declining, moment: Moment): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended already.');
  const protects =
    refusalToRelease(declining) ??
    refusalByFinding(state) ??
    refusalWithoutChildReferral(state) ??
    refusalWithDangerOpen(state);
  if (protects) return protects;
  const left = leaveAssessment(state, moment);
  return accept({
    type: 'withdrawn',
    body: {
      ...declining,
      outcome: 'nfa-support-declined',
      rule: lawOn(moment.today, {
        careAct: 'Care Act 2014 s11',
        before: 'Mental Capacity Act 2005 s1; NHS and Community Care Act 1990 s47(1)',
      }),
      supportEndedOn: state.live ? moment.today : null,
    },
    next: toClosed(left, moment.today, 'nfa-support-declined'),
    dues: duesOf(state),
  });
}

/** Why a no may not be taken for an answer; `at` is where in the input the declining stands. */
export function refusalToRelease(declining: Declining, at = '') {
  if (!declining.hasCapacity) {
    return refuse(
      'capacity-check-needed',
      'The person lacks capacity to decline: what is in their best interests goes on (s11(2)(a)).',
      `${at}/hasCapacity`,
    );
  }
  return declining.isAbuseSuspected
    ? refuse(
        'capacity-check-needed',
        'Abuse or neglect is suspected: the assessment goes on (Care Act 2014 s11(2)(b)).',
        `${at}/isAbuseSuspected`,
      )
    : undefined;
}

/** What was found about capacity to decline stands until a newer finding says otherwise. */
export function refusalByFinding(state: OpenCase) {
  const found = state.capacity.declining;
  return found && !found.hasCapacity
    ? refuse(
        'capacity-check-needed',
        'The person was found to lack capacity to decline: record a newer finding, or go on (s11(2)(a)).',
        '/hasCapacity',
      )
    : undefined;
}

/** Withdrawing during the assessment is a verdict of that step, so that its machine ends by
 * itself. */
function leaveAssessment(state: OpenCase, moment: Moment): OpenCase {
  if (!openSteps(state.workflow).includes('assess-needs')) return state;
  const settled = settleStep(state.workflow, {
    step: 'assess-needs',
    verdict: 'withdrawn',
    event: moment.event,
    by: moment.actor.id,
    on: moment.today,
  });
  return settled.accepted ? { ...state, workflow: settled.value } : state;
}
