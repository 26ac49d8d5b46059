import { type Pence, type SignedPence, scalePence } from '../../money/pence.ts';
import type { AgreementHead } from '../agreement-head.ts';
import { type DatedTerms, type Days, equalDays, type Worth, worthOf } from './equal-days.ts';

/** What days that are paid already still lack now that they are worth something else, in pence; below
 * nothing where they were paid too much. */
export function differenceBetween(old: DatedTerms, now: DatedTerms, days: Days): Worth {
  const before = worthOf(equalDays(old, days));
  const after = worthOf(equalDays(now, days));
  return {
    costPence: after.costPence - before.costPence,
    netPence: after.netPence - before.netPence,
  };
}

/** An agreement with a difference in what its days behind are worth: what was paid too much before is made
 * good first, then what they lack is paid once with the next run, and what was paid too much is taken
 * off the next payments. */
export function withDifference(
  head: AgreementHead,
  { netPence, costPence }: Worth,
  event: number,
): AgreementHead {
  const owedBack = owedBackOf(head);
  const lacking = netPence - owedBack.pence;
  const cost = costPence - owedBack.costPence;
  if (lacking <= 0) return owing(head, { pence: 0 - lacking, costPence: 0 - cost });
  const id = `difference-${event}`;
  const oneOff = { id, pence: lacking, ...(cost !== lacking && { costPence: cost }) };
  const free = owing(head, { pence: 0, costPence: 0 });
  return { ...free, oneOffs: [...free.oneOffs, oneOff] };
}

/** What is to be taken off payments, and what of the cost falls with it. */
export interface OwedBack {
  readonly pence: Pence;
  readonly costPence: SignedPence;
}

export function owedBackOf({ overpaidPence = 0, overpaidCostPence }: AgreementHead): OwedBack {
  return { pence: overpaidPence, costPence: overpaidCostPence ?? overpaidPence };
}

function owing(head: AgreementHead, { pence, costPence }: OwedBack): AgreementHead {
  const { overpaidPence: _before, overpaidCostPence: _costBefore, ...rest } = head;
  if (pence === 0 && costPence === 0) return rest;
  return {
    ...rest,
    overpaidPence: pence,
    ...(costPence !== pence && { overpaidCostPence: costPence }),
  };
}

/** What is taken off a payment of so much for what was paid too much before, at most so many in a hundred
 * of it, so that care goes on; and the agreement from then on. */
export function recoverFrom(
  head: AgreementHead,
  netPence: Pence,
  percentMax: number,
): { readonly taken: OwedBack; readonly head: AgreementHead } {
  const { pence, costPence } = owedBackOf(head);
  const percent = head.recoveryPercent ?? percentMax;
  const most = scalePence(netPence, { times: percent, over: 100 }, 'down');
  const taken = Math.min(pence, most);
  // The last of it takes all that is left of the cost.
  const takenCost =
    taken === pence ? costPence : scalePence(costPence, { times: taken, over: pence }, 'down');
  const left = { pence: pence - taken, costPence: costPence - takenCost };
  return { taken: { pence: taken, costPence: takenCost }, head: owing(head, left) };
}
