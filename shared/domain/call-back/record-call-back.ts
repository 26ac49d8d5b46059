import * as z from 'zod';
import { addDays, CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision, Moment } from '../case/change.ts';
import { freeText } from '../contact/text.ts';
import { accept, refuse } from '../outcome.ts';
import type { OpenCallBack } from './open-call-back.ts';

const Words = freeText(2_000);

export const CallBackOutcome = z
  .discriminatedUnion('result', [
    z.strictObject({ result: z.literal('reached'), whatWasSaid: Words }),
    z.strictObject({ result: z.literal('left-message'), tryAgainOn: CivilDate.optional() }),
    z.strictObject({ result: z.literal('no-answer'), tryAgainOn: CivilDate }),
    z.strictObject({ result: z.literal('cancelled'), reason: Words }),
  ])
  .meta({ id: 'CallBackOutcome' });
export type CallBackOutcome = z.infer<typeof CallBackOutcome>;

const daysToTryAgainMax = 28;

/** Says what came of a call that was promised, on a closed case too. Refuses `not-found` where no
 * such call is owed, `message-not-safe` where a message was left although that is not safe, and
 * `invalid-input` for another try in the past or more than four weeks off. */
export function recordCallBack(
  state: CaseState,
  callBackId: string,
  outcome: CallBackOutcome,
  moment: Moment,
): CaseDecision {
  const callBack = (state.callBacks ?? []).find(({ id }) => id === callBackId);
  if (!callBack) return refuse('not-found', 'No such call is owed on this case.');
  // Who listens to the machine may be who harms them (Care Act 2014 s42; our duty of confidence).
  if (outcome.result === 'left-message' && !callBack.mayLeaveMessage) {
    return refuse(
      'message-not-safe',
      'It is not safe to leave a message at this number: record that nobody answered.',
      '/result',
    );
  }
  const again = nextTry(outcome);
  if (again !== undefined && !isSoon(again, moment)) {
    return refuse('invalid-input', 'Try again within four weeks from today.', '/tryAgainOn');
  }
  return accept({
    type: 'call-back-made',
    body: { ...outcome, callBackId },
    next: { ...state, callBacks: (state.callBacks ?? []).flatMap(whatRemains(callBack, again)) },
  });
}

/** The day of the next try, where the call is still owed. */
export function nextTry(outcome: CallBackOutcome): CivilDate | undefined {
  return 'tryAgainOn' in outcome ? outcome.tryAgainOn : undefined;
}

function isSoon(day: CivilDate, { today }: Moment): boolean {
  return day >= today && day <= addDays(today, daysToTryAgainMax);
}

function whatRemains(made: OpenCallBack, again: CivilDate | undefined) {
  return (each: OpenCallBack): OpenCallBack[] => {
    if (each.id !== made.id) return [each];
    return again === undefined ? [] : [{ ...each, by: again, tries: each.tries + 1 }];
  };
}
