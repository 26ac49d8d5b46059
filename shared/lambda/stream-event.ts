import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { Item } from '../stores/table/table.ts';

/** One change of the table as the stream tells it. */
const StreamRecord = z.looseObject({
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.looseObject({
    SequenceNumber: z.string(),
    NewImage: z.record(z.string(), z.any()).optional(),
  }),
});
const StreamEvent = z.looseObject({ Records: z.array(StreamRecord) });

const Image = z.looseObject({ pk: z.string(), sk: z.string() });

export interface Change {
  readonly sequenceNumber: string;
  readonly item: Item;
}

/** What the stream answers for a batch: where to go on from, if not everything was done. */
export interface BatchAnswer {
  readonly batchItemFailures: { readonly itemIdentifier: string }[];
}

export function isStreamEvent(event: unknown): boolean {
  return StreamEvent.safeParse(event).success;
}

/** The new images of a batch, oldest first; removals have none and say nothing to us. */
export function changesIn(event: unknown): Change[] {
  return StreamEvent.parse(event).Records.flatMap(({ dynamodb }) => {
    if (!dynamodb.NewImage) return [];
    // The stream gives an item as it was put: `Item` is the type of just that JSON.
    const item = Image.parse(unmarshall(dynamodb.NewImage)) as Item;
    return [{ sequenceNumber: dynamodb.SequenceNumber, item }];
  });
}
