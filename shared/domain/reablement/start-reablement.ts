import * as z from 'zod';
import { addDays, addWeeks, CivilDate } from '../calendar/civil-date.ts';
import { reablementFreeUntil } from '../calendar/clocks.ts';
import type { CaseState, OpenCase } from '../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../case/change.ts';
import { Reason } from '../eligibility/decision.ts';
import { openSteps } from '../journey/workflow.ts';
import { accept, refuse } from '../outcome.ts';
import { reablementLaw } from './reablement-law.ts';

/** How independent the person is, by a tool that the council names: the same at start and end. */
export const ReablementScore = z
  .strictObject({
    tool: z.string().trim().min(1).max(100),
    score: z.int().min(0).max(1_000),
  })
  .meta({ id: 'ReablementScore' });

export const ReablementStart = z
  .strictObject({
    whyOffered: Reason,
    /** In the person's own words. */
    goals: z.array(Reason).min(1).max(20),
    scoreAtStart: ReablementScore,
    firstDay: CivilDate,
    plannedWeeks: z.int().min(1).max(12).default(6),
  })
  .meta({ id: 'ReablementStart' });
export type ReablementStart = z.infer<typeof ReablementStart>;

/** Starts reablement once the person has said yes. It is free for its first six weeks, whatever is
 * planned (SI 2014/2672 reg 3). Refuses `wrong-stage` where no reablement is waited for, and
 * `already-recorded` while one is under way. */
export function startReablement(
  state: CaseState,
  input: ReablementStart,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  if (!openSteps(state.workflow).includes('reablement')) {
    return refuse('wrong-stage', 'The case is not waiting for reablement.');
  }
  if (isReablementUnderWay(state)) {
    return refuse('already-recorded', 'Reablement has started already.');
  }
  if (input.firstDay > moment.today) {
    return refuse('invalid-input', 'A planned day is not a first day.', '/firstDay');
  }
  const freeUntil = reablementFreeUntil(input.firstDay);
  const plannedUntil = addDays(addWeeks(input.firstDay, input.plannedWeeks), -1);
  const next: OpenCase = {
    ...state,
    reablement: {
      startedOn: input.firstDay,
      freeUntil,
      plannedUntil,
      goals: input.goals.length,
      endedOn: null,
    },
  };
  return accept({
    type: 'reablement-started',
    body: {
      ...input,
      freeUntil,
      plannedUntil,
      rule: reablementLaw(input.firstDay),
    },
    next: withRecord(next, 'reablement', moment),
  });
}

export function isReablementUnderWay(state: CaseState): boolean {
  return state.reablement !== null && state.reablement.endedOn === null;
}
