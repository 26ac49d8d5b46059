import * as z from 'zod';
import {
  CallBackRequest,
  type CallBackSettings,
  requestCallBack,
} from '../../call-back/request-call-back.ts';
import { accept, refuse } from '../../outcome.ts';
import type { CaseState } from '../case-state.ts';
import type { CaseDecision, Moment } from '../change.ts';
import { handOff } from './hand-off.ts';

const Words = z.string().trim().min(1).max(2_000);
const shared = {
  team: z.string().min(1).max(80),
  reason: Words,
  /** What the caller heard about who helps them now, before the line was passed on. */
  toldCaller: Words,
};

/** A call that is passed on while the caller is on the line: somebody takes it and the case with it,
 * or nobody does and that team calls back. */
export const CaseTransfer = z
  .discriminatedUnion('answer', [
    z.strictObject({
      ...shared,
      answer: z.literal('accepted'),
      /** Who took the call, by the id that the council's sign-in gives. */
      worker: z.string().trim().min(1).max(128),
    }),
    z.strictObject({
      ...shared,
      answer: z.literal('not-taken'),
      callBack: CallBackRequest.omit({ team: true }),
    }),
  ])
  .meta({ id: 'CaseTransfer' });
export type CaseTransfer = z.infer<typeof CaseTransfer>;

/** Passes a call on, warm. The case goes to whoever accepts it; where nobody does it stays where it is,
 * and the call is owed by the team that was asked. Refuses `case-closed`, `already-recorded` for the
 * worker who has the case, `invalid-input` for a team that does not exist, and what a call-back would
 * be refused for. */
export function transferCase(
  state: CaseState,
  transfer: CaseTransfer,
  settings: CallBackSettings,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  if (!settings.teams.some(({ id }) => id === transfer.team)) {
    return refuse('invalid-input', `There is no team "${transfer.team}".`, '/team');
  }
  if (transfer.answer === 'not-taken') return owedBy(state, transfer, settings, moment);
  const { team, worker } = transfer;
  const from = { team: state.team, worker: state.allocatedTo };
  if (from.team === team && from.worker === worker) {
    return refuse('already-recorded', 'The case is with this worker already.');
  }
  const next = handOff(state, { team, worker }, moment.today);
  const isHandOff = next.handOffs > state.handOffs;
  return accept({
    type: 'case-transferred',
    body: { ...transfer, from, isHandOff, handOffs: next.handOffs },
    next,
  });
}

function owedBy(
  state: CaseState,
  { callBack, ...transfer }: Extract<CaseTransfer, { answer: 'not-taken' }>,
  settings: CallBackSettings,
  moment: Moment,
): CaseDecision {
  const promised = requestCallBack(state, { ...callBack, team: transfer.team }, settings, moment);
  if (!promised.accepted) {
    const { kind, detail, pointer } = promised.refusal;
    return refuse(kind, detail, pointer && `/callBack${pointer}`);
  }
  const { body, next } = promised.value;
  return accept({ type: 'transfer-not-taken', body: { ...Object(body), transfer }, next });
}
