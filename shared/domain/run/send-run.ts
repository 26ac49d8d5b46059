import type { RunChange, RunTotals } from './run-change.ts';
import type { RunState, SentFile } from './run-state.ts';

export interface SentTotals {
  readonly approved: RunTotals;
  /** Payments that were taken out of the run before it was approved. */
  readonly withheldBefore: RunTotals;
  readonly sent: RunTotals;
  /** Payments that were held back because a stop came between approval and sending, or before. */
  readonly withheld: RunTotals;
}

/** Marks an approved run as sent, with the file that goes to the bank. What was sent and what was
 * withheld must add up to what was approved and what was taken out before, and the file to what was sent,
 * to the penny: throws otherwise, because a run that does not add up must not pass for done. */
export function sendRun(run: RunState, totals: SentTotals, file: SentFile | undefined): RunChange {
  const { approved, withheldBefore, sent, withheld } = totals;
  const addsUp =
    sent.count + withheld.count === approved.count + withheldBefore.count &&
    sent.pence + withheld.pence === approved.pence + withheldBefore.pence;
  if (!addsUp) throw new Error('the payments sent and withheld are not those that were approved');
  if ((file?.pence ?? 0) !== sent.pence)
    throw new Error('the payment file does not add up to the payments that were sent');
  const next: RunState = { ...run, status: 'sent', ...(file && { file }) };
  return { type: 'run-sent', body: { ...totals, file: file ?? null }, next };
}
