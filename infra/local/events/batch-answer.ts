import * as z from 'zod';
import type { InvokeResult } from '../ports.ts';

const partialFailure = z.looseObject({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().nullish() })).nullish(),
});

/** The ids of the batch that the function did not manage. An answer that names an unknown id, or has
 * not the shape at all, fails the whole batch, as Lambda has it. */
export function failedItems(
  result: InvokeResult,
  ids: readonly string[],
  reportsItemFailures: boolean,
): ReadonlySet<string> {
  if (!result.ok) return new Set(ids);
  if (!reportsItemFailures || result.payload === null || result.payload === undefined) {
    return new Set();
  }
  const answer = partialFailure.safeParse(result.payload);
  if (!answer.success) return new Set(ids);
  const failed = (answer.data.batchItemFailures ?? []).map((item) => item.itemIdentifier ?? '');
  return new Set(failed.every((id) => ids.includes(id)) ? failed : ids);
}
