import * as z from 'zod';

/** One request to the table, as a benchmark counts it. */
export interface RecordedRequest {
  readonly operation: string;
  readonly table: string;
  readonly capacityUnits: number;
}

/** Collects what the functions ask of the table until it is stopped. */
export interface Recording {
  stop(): readonly RecordedRequest[];
}

const consumed = z.looseObject({ TableName: z.string(), CapacityUnits: z.number() });
const answer = z.looseObject({
  ConsumedCapacity: z.union([consumed, z.array(consumed)]).optional(),
});
const request = z.looseObject({});

/** The same request, asking also what it cost. */
export function askForCapacity(body: Buffer): Buffer {
  const parsed = request.parse(JSON.parse(body.toString()));
  return Buffer.from(JSON.stringify({ ReturnConsumedCapacity: 'TOTAL', ...parsed }));
}

export function costOf(operation: string, answerBody: Buffer): readonly RecordedRequest[] {
  const parsed = answer.safeParse(JSON.parse(answerBody.toString()));
  const costs = [parsed.data?.ConsumedCapacity ?? []].flat();
  return costs.map(({ TableName, CapacityUnits }) => ({
    operation,
    table: TableName,
    capacityUnits: CapacityUnits,
  }));
}
