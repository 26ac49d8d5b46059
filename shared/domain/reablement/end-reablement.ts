import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import type { CaseState, OpenCase } from '../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../case/change.ts';
import { duesOf, toClosed, toClosedUnlessLive } from '../case/ending/close.ts';
import { DeathRecord } from '../case/ending/death.ts';
import { wrongDeath } from '../case/ending/note-death.ts';
import type { EventOutcome } from '../codes/event-outcomes.ts';
import { Reason } from '../eligibility/decision.ts';
import { settleStep } from '../journey/workflow.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { reablementLaw } from './reablement-law.ts';
import { ReablementScore } from './start-reablement.ts';

const GoalResult = z.strictObject({
  result: z.enum(['achieved', 'partly-achieved', 'not-achieved']),
  note: z.string().trim().max(4_000).default(''),
});

const ended = {
  lastDay: CivilDate,
  scoreAtEnd: ReablementScore,
  /** What came of each goal, in the order in which the goals were set. */
  goals: z.array(GoalResult).max(20),
};

/** How reablement ended. */
export const ReablementEnd = z
  .discriminatedUnion('result', [
    z.strictObject({ result: z.literal('independent'), ...ended, howToComeBack: Reason }),
    z.strictObject({ result: z.literal('ongoing-need'), ...ended, reason: Reason }),
    z.strictObject({
      result: z.literal('admitted-to-hospital'),
      lastDay: CivilDate,
      hospital: z.string().trim().min(1).max(200),
      reason: Reason,
    }),
    z.strictObject({ result: z.literal('declined'), lastDay: CivilDate, reason: Reason }),
    z.strictObject({
      result: z.literal('died'),
      lastDay: CivilDate,
      /** Left out where the case knows of the death: the person's record says the rest. */
      death: DeathRecord.optional(),
    }),
  ])
  .meta({ id: 'ReablementEnd' });
export type ReablementEnd = z.infer<typeof ReablementEnd>;

/** What each outcome is to the journey, and in the national return. Nothing lapses by going into
 * hospital: the need is assessed, as it is for one who stops before the end. */
const consequences = {
  independent: { verdict: 'independent', code: 'nfa-support-ended-as-planned' },
  'ongoing-need': { verdict: 'ongoing-need', code: 'progress-to-assessment' },
  'admitted-to-hospital': { verdict: 'ongoing-need', code: 'admitted-to-hospital' },
  declined: { verdict: 'declined', code: 'progress-to-assessment' },
  died: { verdict: null, code: 'nfa-deceased' },
} as const satisfies Record<
  ReablementEnd['result'],
  { verdict: 'independent' | 'ongoing-need' | 'declined' | null; code: EventOutcome }
>;

/** Ends reablement that is under way. Refuses `wrong-stage` when none is, and `invalid-input` when
 * it would end before it began or in the future, when a goal is left without its result, or when the
 * death that ended it is still to come or not told of. */
export function endReablement(
  state: CaseState,
  input: ReablementEnd,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const under = endedState(state, input, moment);
  if (!under.accepted) return under;
  const { verdict, code } = consequences[input.result];
  const change = {
    type: 'reablement-ended',
    body: {
      ...input,
      outcome: code,
      // The letter that closes the case tells the person why.
      ...(input.result === 'independent' ? { reason: 'You manage by yourself again.' } : {}),
      rule: reablementLaw(moment.today),
    },
  } as const;
  if (verdict === null) {
    const next = toClosed(under.value, moment.today, code);
    return accept({ ...change, next, dues: duesOf(state) });
  }
  const settled = settleStep(under.value.workflow, {
    step: 'reablement',
    verdict,
    event: moment.event,
    by: moment.actor.id,
    on: moment.today,
  });
  if (!settled.accepted) return settled;
  const decided = { ...under.value, workflow: settled.value };
  if (verdict !== 'independent') return accept({ ...change, next: decided });
  const next = toClosedUnlessLive(decided, moment.today, code);
  return accept({ ...change, next, dues: next.status === 'closed' ? duesOf(state) : [] });
}

function endedState(state: OpenCase, input: ReablementEnd, moment: Moment): Outcome<OpenCase> {
  const { reablement } = state;
  if (reablement === null || reablement.endedOn !== null) {
    return refuse('wrong-stage', 'No reablement is under way.');
  }
  if (input.lastDay < reablement.startedOn || input.lastDay > moment.today) {
    const detail = 'The last day is from the first day of reablement up to today.';
    return refuse('invalid-input', detail, '/lastDay');
  }
  if ('goals' in input && input.goals.length !== reablement.goals) {
    const detail = `Say of each of the ${reablement.goals} goals what came of it.`;
    return refuse('invalid-input', detail, '/goals');
  }
  const refused = input.result === 'died' ? wrongDeath(state, input.death, moment) : undefined;
  if (refused) return refused;
  const ended: OpenCase = { ...state, reablement: { ...reablement, endedOn: input.lastDay } };
  return accept(withRecord(ended, 'reablement', moment));
}
