import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { StreamViewType } from '../../table/create-tables.ts';
import type { StreamRecord } from '../../table/stream-reader.ts';
import { account } from '../../template/account.ts';

/** One record as Lambda hands it to a function. */
export interface StreamEventRecord {
  readonly eventID: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly eventVersion: '1.1';
  readonly eventSource: 'aws:dynamodb';
  readonly awsRegion: string;
  readonly eventSourceARN: string;
  readonly userIdentity?: unknown;
  readonly dynamodb: {
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Readonly<Record<string, unknown>>;
    readonly NewImage?: Readonly<Record<string, unknown>>;
    readonly OldImage?: Readonly<Record<string, unknown>>;
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly StreamViewType: StreamViewType;
  };
}

const showsNew: readonly StreamViewType[] = ['NEW_IMAGE', 'NEW_AND_OLD_IMAGES'];
const showsOld: readonly StreamViewType[] = ['OLD_IMAGE', 'NEW_AND_OLD_IMAGES'];

/** DynamoDB writes no record for a put that changed nothing; the engine does. */
export function changedNothing({ dynamodb }: StreamRecord): boolean {
  const { OldImage, NewImage } = dynamodb;
  return OldImage !== undefined && isDeepStrictEqual(OldImage, NewImage);
}

export function toEventRecord(
  { eventName, userIdentity, dynamodb }: StreamRecord,
  stream: { readonly arn: string; readonly viewType: StreamViewType; readonly arrivedAt: number },
): StreamEventRecord {
  const { Keys, NewImage, OldImage, SequenceNumber, SizeBytes } = dynamodb;
  return {
    eventID: createHash('md5').update(`${stream.arn}#${SequenceNumber}`).digest('hex'),
    eventName,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: account.region,
    eventSourceARN: stream.arn,
    ...(userIdentity !== undefined && { userIdentity }),
    dynamodb: {
      // The engine's own date is the machine's; the function lives in local time.
      ApproximateCreationDateTime: Math.floor(stream.arrivedAt / 1000),
      Keys,
      ...(NewImage && showsNew.includes(stream.viewType) && { NewImage }),
      ...(OldImage && showsOld.includes(stream.viewType) && { OldImage }),
      SequenceNumber,
      SizeBytes,
      StreamViewType: stream.viewType,
    },
  };
}
