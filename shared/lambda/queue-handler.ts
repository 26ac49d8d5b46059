import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import * as z from 'zod';
import { describeFault, logger } from './logger.ts';
import type { BatchAnswer } from './stream-event.ts';

const QueueEvent = z.looseObject({
  Records: z.array(z.looseObject({ messageId: z.string(), body: z.string() })),
});
const BusMessage = z.looseObject({ detail: z.unknown() });

/** A function that takes events of the bus from a queue, each by itself: one that fails is brought
 * again and holds up none of the others. */
export function queueHandler(take: (detail: unknown) => Promise<void>) {
  return middy()
    .use(injectLambdaContext(logger, { clearState: true }))
    .handler(async (event: unknown): Promise<BatchAnswer> => {
      const failed: { itemIdentifier: string }[] = [];
      for (const { messageId, body } of QueueEvent.parse(event).Records) {
        try {
          await take(BusMessage.parse(JSON.parse(body)).detail);
        } catch (fault) {
          logger.error('message not taken', { messageId, ...describeFault(fault) });
          failed.push({ itemIdentifier: messageId });
        }
      }
      return { batchItemFailures: failed };
    });
}
