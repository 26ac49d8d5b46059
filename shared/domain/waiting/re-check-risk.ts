import * as z from 'zod';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision, Moment } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, refuse } from '../outcome.ts';
import { listPlaceOf } from './case-list.ts';
import { PriorityChoice, refusalOfPriority } from './priority.ts';
import { type RiskReChecks, reCheckDueOn } from './waiting-list.ts';

export const RiskReCheck = z
  .strictObject({
    by: z.enum(['phone', 'video', 'visit', 'office', 'message']),
    /** Whom the team reached: a person who waits is asked, wherever they can be. */
    spokeWith: z.enum(['person', 'carer', 'representative', 'professional', 'nobody']),
    finding: Reason,
    /** As it is from now on, the same or another. */
    priority: PriorityChoice,
  })
  .meta({ id: 'RiskReCheck' });
export type RiskReCheck = z.infer<typeof RiskReCheck>;

/** Looks again at what waiting risks for a person (Care Act 2014 s1: well-being is promoted while
 * people wait, too). Refuses `wrong-stage` where the case is on no waiting list, `urgent-is-red`, and
 * `invalid-input` where nobody was reached and the priority would fall. */
export function reCheckRisk(state: CaseState, input: RiskReCheck, moment: Moment): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const { waiting, isUrgent } = state;
  if (waiting === null || listPlaceOf(state)?.list !== 'waiting') {
    return refuse('wrong-stage', 'The case is on no waiting list.');
  }
  const { level } = input.priority;
  const tooLow = refusalOfPriority(input.priority, isUrgent, '/priority/level');
  if (tooLow) return tooLow;
  if (input.spokeWith === 'nobody' && isLower(level, state.priority)) {
    const detail = 'Nobody was reached: the priority falls once somebody has said how it is.';
    return refuse('invalid-input', detail, '/priority/level');
  }
  return accept({
    type: 'risk-re-checked',
    body: { ...input, from: state.priority, lastCheckedOn: waiting.riskCheckedOn },
    next: {
      ...state,
      priority: level,
      waiting: { ...waiting, riskCheckedOn: moment.today, reCheckAsked: null },
    },
  });
}

function isLower(level: PriorityChoice['level'], than: CaseState['priority']): boolean {
  const order = ['green', 'amber', 'red', null];
  return order.indexOf(level) < order.indexOf(than);
}

/** Asks the team for a re-check that has fallen due: once, until it is done. Refuses `wrong-stage`
 * where the case has left the list, was asked for already, or has been looked at since. */
export function askForReCheck(
  state: CaseState,
  limits: RiskReChecks,
  moment: Moment,
): CaseDecision {
  const place = listPlaceOf(state);
  const { waiting } = state;
  if (waiting === null || place?.list !== 'waiting' || waiting.reCheckAsked !== null) {
    return refuse('wrong-stage', 'No re-check is to be asked for.');
  }
  const due = reCheckDueOn(waiting, state.priority, limits);
  if (due > moment.today) return refuse('wrong-stage', `The re-check is due on ${due}.`);
  return accept({
    type: 'risk-re-check-asked',
    body: { team: state.team, due, priority: state.priority, waitingSince: waiting.since },
    next: { ...state, waiting: { ...waiting, reCheckAsked: moment.event } },
  });
}
