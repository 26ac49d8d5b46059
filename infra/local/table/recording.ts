import type { IncomingHttpHeaders } from 'node:http';
import * as z from 'zod';
import { callerOf } from '../caller.ts';

/** One request to the table, as a benchmark counts it. */
export interface RecordedRequest {
  readonly operation: string;
  /** The name of the function that asked, as its SDK client gives it. */
  readonly caller: string;
  readonly table: string;
  readonly capacityUnits: number;
  /** The part of the units that each index took. */
  readonly indexUnits: Readonly<Record<string, number>>;
}

/** Collects what the functions ask of the table until it is stopped. */
export interface Recording {
  stop(): readonly RecordedRequest[];
}

const units = z.looseObject({ CapacityUnits: z.number() });
const consumed = units.extend({
  TableName: z.string(),
  GlobalSecondaryIndexes: z.record(z.string(), units).default({}),
});
const item = z.record(z.string(), z.unknown());
const answer = z.looseObject({
  ConsumedCapacity: z.union([consumed, z.array(consumed)]).optional(),
  Item: item.optional(),
  CancellationReasons: z.array(z.looseObject({ Item: item.optional() })).default([]),
});
const request = z.looseObject({ TableName: z.string().default('') });

/** The same request, asking also what it cost. */
export function askForCapacity(body: Buffer): Buffer {
  const parsed = request.parse(JSON.parse(body.toString()));
  return Buffer.from(JSON.stringify({ ReturnConsumedCapacity: 'INDEXES', ...parsed }));
}

interface Asked {
  readonly operation: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export function costOf({ operation, headers, body }: Asked, answerBody: Buffer): RecordedRequest[] {
  const caller = callerOf(headers['user-agent']);
  const parsed = answer.parse(JSON.parse(answerBody.toString()));
  if (parsed.ConsumedCapacity === undefined) {
    const { TableName: table } = request.parse(JSON.parse(body.toString()));
    return [{ operation, caller, table, capacityUnits: unitsOfRefused(parsed), indexUnits: {} }];
  }
  return [parsed.ConsumedCapacity].flat().map((cost) => ({
    operation,
    caller,
    table: cost.TableName,
    capacityUnits: cost.CapacityUnits,
    indexUnits: Object.fromEntries(
      Object.entries(cost.GlobalSecondaryIndexes).map(([name, of]) => [name, of.CapacityUnits]),
    ),
  }));
}

/** A write whose condition did not hold says nothing of its cost, and costs what the item that stood
 * there is large; in a transaction, twice that for each of its items. */
function unitsOfRefused({ Item, CancellationReasons }: z.infer<typeof answer>): number {
  if (CancellationReasons.length === 0) return kilobytes(Item);
  return CancellationReasons.reduce((sum, reason) => sum + 2 * kilobytes(reason.Item), 0);
}

function kilobytes(stored: object | undefined): number {
  return Math.max(1, Math.ceil(Buffer.byteLength(JSON.stringify(stored ?? {})) / 1024));
}
