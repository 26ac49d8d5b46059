import type { RunChange, RunTotals } from './run-change.ts';
import type { RunState } from './run-state.ts';

export interface SentTotals {
  readonly approved: RunTotals;
  readonly sent: RunTotals;
  /** Payments that were held back because a stop came between approval and sending, or before. */
  readonly withheld: RunTotals;
}

/** Marks an approved run as sent. What was sent and what was withheld must add up to what was
 * approved, to the penny: throws otherwise, because a run that does not add up must not pass for
 * done. */
export function sendRun(run: RunState, totals: SentTotals): RunChange {
  const { approved, sent, withheld } = totals;
  const addsUp =
    sent.count + withheld.count === approved.count &&
    sent.pence + withheld.pence === approved.pence;
  if (!addsUp) throw new Error('the payments sent and withheld are not those that were approved');
  return { type: 'run-sent', body: totals, next: { ...run, status: 'sent' } };
}
