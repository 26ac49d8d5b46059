import type { Moment } from '../../case/change.ts';
import { accept, type Outcome, refuse } from '../../outcome.ts';
import type { ProposedWriteOff } from '../../reclaim/reclaim-state.ts';
import {
  putUpToGiveUp,
  refusalToGiveUp,
  type WriteOffDecision,
  type WriteOffProposal,
} from '../../reclaim/write-off.ts';
import { noneOwedBack, type OrderChange, type OrderState, stillOwedBack } from '../order-state.ts';

/** Proposes to give up what an organisation was paid past its last day and owes back, or some of it. Refuses
 * `wrong-stage` while another proposal waits, and `above-what-is-owed`. */
export function proposeToGiveUp(
  order: OrderState,
  input: WriteOffProposal,
  moment: Moment,
): Outcome<OrderChange> {
  const owedBack = order.owedBack ?? noneOwedBack;
  const waiting = putUpToGiveUp(owedBack, input, stillOwedBack(owedBack), moment);
  if (!waiting.accepted) return waiting;
  const next = { ...order, owedBack: { ...owedBack, writeOff: waiting.value } };
  return accept({ type: 'write-off-proposed', body: input, next });
}

interface GivenUp extends OrderChange {
  readonly proposed: ProposedWriteOff;
}

/** The second key to it. Refuses `wrong-stage` where no proposal waits, `same-person` for whoever proposed it,
 * and `above-what-is-owed` where money has come in since, or the days are owed for after all. */
export function decideToGiveUp(
  order: OrderState,
  input: WriteOffDecision,
  moment: Moment,
): Outcome<GivenUp> {
  const { writeOff: proposed, ...owedBack } = order.owedBack ?? noneOwedBack;
  if (!proposed) return refuse('wrong-stage', 'No write-off waits to be decided.');
  const body = { ...input, ...proposed };
  if (input.verdict === 'rejected') {
    const next = { ...order, owedBack };
    return accept({ type: 'write-off-rejected', body, next, proposed });
  }
  const refused = refusalToGiveUp(proposed, stillOwedBack(owedBack), moment);
  if (refused) return refused;
  const { pence, cause } = proposed;
  const { lostPence = 0, neverOwedPence = 0 } = owedBack;
  const given =
    cause === 'cannot-be-recovered'
      ? { lostPence: lostPence + pence }
      : { neverOwedPence: neverOwedPence + pence };
  const next = { ...order, owedBack: { ...owedBack, ...given } };
  return accept({ type: 'write-off-approved', body, next, proposed });
}
