import { logger } from '#shared/lambda/logger.ts';
import { paymentShards } from '#shared/stores/table/keys.ts';

interface PartOfRun {
  readonly runId: string;
  readonly shard: number;
}

/** Tells the log how far a run has come, once for each of its parts: a run of many agreements takes minutes,
 * in which whoever looks on sees that it moves. */
export function tellProgress(
  done: 'selected' | 'sent',
  { runId, shard }: PartOfRun,
  cursor: unknown,
): void {
  if (cursor !== null) return;
  logger.info(`a part of the run is ${done}`, { runId, part: shard + 1, of: paymentShards });
}
