import { type RunState, roundOf } from '#shared/domain/run/run-state.ts';
import { areAllCounted, type DonePart } from '#shared/stores/money/runs/run-parts.ts';

/** Whether every agreement was looked at and every part counted, after which a run can be approved. */
export function isPrepared(run: RunState, parts: readonly DonePart[]): boolean {
  const isCounting = run.status === 'draft' || run.status === 'cancelling';
  return !isCounting || areAllCounted(parts, roundOf(run));
}
