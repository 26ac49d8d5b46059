import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { describeFault, logger } from './logger.ts';

/** A function that is called by name, by a state machine or a schedule. A fault is logged without what
 * it was about, and thrown so that the caller's retries see it. */
export function taskHandler(run: (call: unknown) => Promise<unknown>) {
  return middy()
    .use(injectLambdaContext(logger, { clearState: true }))
    .handler(async (call: unknown): Promise<unknown> => {
      try {
        return await run(call);
      } catch (fault) {
        logger.error('task failed', describeFault(fault));
        throw fault;
      }
    });
}
