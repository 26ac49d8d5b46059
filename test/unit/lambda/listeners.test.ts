import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, test } from 'vitest';
import type { Signal } from '#shared/lambda/bus-event.ts';
import { queueHandler } from '#shared/lambda/queue-handler.ts';
import type { Change } from '#shared/lambda/stream-event.ts';
import { streamHandler } from '#shared/lambda/stream-handler.ts';

// Only what our middleware reads of Lambda's context.
const context = { functionName: 'listener', awsRequestId: 'r-1' } as never;

describe('the function that listens to the table', () => {
  const changes: Change[] = [];
  const signals: Signal[] = [];
  const handler = streamHandler({
    async onChanges(brought) {
      changes.push(...brought);
      return { batchItemFailures: [] };
    },
    async onSignal(signal) {
      signals.push(signal);
    },
  });

  test('is given the new images of a batch, oldest first, and no removals', async () => {
    const record = (SequenceNumber: string, sk: string) => ({
      eventName: 'INSERT',
      dynamodb: { SequenceNumber, NewImage: marshall({ pk: 'CASE#1', sk, n: 1 }) },
    });
    const removal = { eventName: 'REMOVE', dynamodb: { SequenceNumber: '2' } };
    const Records = [record('1', 'EVENT#1'), removal, record('3', 'WORK#a')];
    expect(await handler({ Records }, context)).toEqual({ batchItemFailures: [] });
    expect(changes).toEqual([
      { sequenceNumber: '1', item: { pk: 'CASE#1', sk: 'EVENT#1', n: 1 } },
      { sequenceNumber: '3', item: { pk: 'CASE#1', sk: 'WORK#a', n: 1 } },
    ]);
  });

  test('hears of lost executions and of cases that are not settled', async () => {
    const lost = {
      'detail-type': 'Step Functions Execution Status Change',
      detail: { name: 'case_1_journey_1_1', status: 'FAILED' },
    };
    const detail = { owner: 'case', aggregateId: 'c1', first: 2, last: 5 };
    await handler(lost, context);
    await handler({ 'detail-type': 'case-unsettled', detail }, context);
    expect(signals).toEqual([
      { kind: 'execution-lost', execution: 'case_1_journey_1_1' },
      { kind: 'unsettled', ...detail },
    ]);
  });

  test.each([
    [{ 'detail-type': 'something else', detail: {} }],
    [{ 'detail-type': 'case-unsettled', detail: { owner: 'person', aggregateId: 'p' } }],
    [{}],
    [null],
  ])('fails on what no rule sends it: %j', async (event) => {
    await expect(handler(event, context)).rejects.toThrow();
  });
});

test('a message that fails is brought again by itself, and holds up none of the others', async () => {
  const taken: unknown[] = [];
  const handler = queueHandler(async (detail) => {
    if (Object(detail).event === 2) throw new Error('not now');
    taken.push(detail);
  });
  const message = (messageId: string, body: string) => ({ messageId, body });
  const Records = [
    message('m-1', JSON.stringify({ detail: { event: 1 } })),
    message('m-2', JSON.stringify({ detail: { event: 2 } })),
    message('m-3', 'not JSON'),
    message('m-4', JSON.stringify({ detail: { event: 4 } })),
  ];
  const { batchItemFailures } = await handler({ Records }, context);
  expect(batchItemFailures).toEqual([{ itemIdentifier: 'm-2' }, { itemIdentifier: 'm-3' }]);
  expect(taken).toEqual([{ event: 1 }, { event: 4 }]);
});
