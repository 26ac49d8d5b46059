import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { type Signal, signalIn } from './bus-event.ts';
import { logger } from './logger.ts';
import { type BatchAnswer, type Change, changesIn, isStreamEvent } from './stream-event.ts';

interface Listener {
  onChanges(changes: readonly Change[]): Promise<BatchAnswer>;
  onSignal(signal: Signal): Promise<void>;
}

/** The function that listens: to the table's stream, and to the signals of the event buses. */
export function streamHandler(listener: Listener) {
  return middy()
    .use(injectLambdaContext(logger, { clearState: true }))
    .handler(async (event: unknown): Promise<BatchAnswer | undefined> => {
      if (isStreamEvent(event)) return listener.onChanges(changesIn(event));
      await listener.onSignal(signalIn(event));
      return undefined;
    });
}
