import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { describeFault, logger } from './logger.ts';

/** What a failed task says to its caller: the runtime writes it to the log, so it says nothing
 * more. */
class TaskFailed extends Error {
  override readonly name = 'TaskFailed';
}

/** A function that is called by name, by a state machine or a schedule. A fault is logged without
 * what it was about, and its caller's retries see only that there was one. */
export function taskHandler(run: (call: unknown) => Promise<unknown>) {
  return middy()
    .use(injectLambdaContext(logger, { clearState: true }))
    .handler(async (call: unknown): Promise<unknown> => {
      try {
        return await run(call);
      } catch (fault) {
        logger.error('task failed', describeFault(fault));
        throw new TaskFailed('see the log entry before this one');
      }
    });
}
