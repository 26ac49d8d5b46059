import {
  type AttributeValue,
  BatchGetItemCommand,
  type CancellationReason,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { toExpression } from './dynamo-conditions.ts';
import {
  type Item,
  type Key,
  type Table,
  TableBusy,
  type TablePage,
  type TableQuery,
  type TableWrite,
  type WriteResult,
} from './table.ts';
import { isBusy, isConflict } from './table-errors.ts';

const attemptsMax = 4;
const StoredItem = z.looseObject({ pk: z.string(), sk: z.string() });
const StoredKey = z.record(z.string(), z.string());

/** The table in DynamoDB. Reads are consistent; a refused condition is an answer, not an error. */
export class DynamoTable implements Table {
  readonly #client: DynamoDBClient;
  readonly #name: string;

  constructor(client: DynamoDBClient, name: string) {
    this.#client = client;
    this.#name = name;
  }

  async get(key: Key): Promise<Item | undefined> {
    const { Item } = await ask(() =>
      this.#client.send(
        new GetItemCommand({ TableName: this.#name, Key: marshall(key), ConsistentRead: true }),
      ),
    );
    return Item && toItem(Item);
  }

  async getMany(keys: readonly Key[]): Promise<readonly (Item | undefined)[]> {
    const found = new Map<string, Item>();
    let left = keys.map((key) => marshall({ pk: key.pk, sk: key.sk }));
    for (let attempt = 1; left.length > 0; attempt += 1) {
      if (attempt > attemptsMax) throw new TableBusy('the table left keys unread');
      const request = { [this.#name]: { Keys: left, ConsistentRead: true } };
      const command = new BatchGetItemCommand({ RequestItems: request });
      const { Responses, UnprocessedKeys } = await ask(() => this.#client.send(command));
      for (const attributes of Responses?.[this.#name] ?? []) {
        const item = toItem(attributes);
        found.set(pathOf(item), item);
      }
      left = UnprocessedKeys?.[this.#name]?.Keys ?? [];
      if (left.length > 0) await pause(attempt);
    }
    return keys.map((key) => found.get(pathOf(key)));
  }

  async query(query: TableQuery): Promise<TablePage> {
    const { names, values, condition } = keyCondition(query);
    const command = new QueryCommand({
      TableName: this.#name,
      IndexName: query.index,
      ConsistentRead: query.index === undefined,
      KeyConditionExpression: condition,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: marshall(values),
      ScanIndexForward: !query.newestFirst,
      Limit: query.limit,
      ExclusiveStartKey:
        query.startAfter === undefined ? undefined : marshall(StoredKey.parse(query.startAfter)),
    });
    const { Items = [], LastEvaluatedKey } = await ask(() => this.#client.send(command));
    const items = Items.map(toItem);
    return LastEvaluatedKey
      ? { items, next: StoredKey.parse(unmarshall(LastEvaluatedKey)) }
      : { items };
  }

  async write(writes: readonly TableWrite[]): Promise<WriteResult> {
    const [only, ...others] = writes;
    if (!only) return { written: true };
    return others.length === 0 && !('check' in only)
      ? this.#writeOne(only)
      : this.#writeAll(writes);
  }

  async #writeOne(write: Exclude<TableWrite, { check: Key }>): Promise<WriteResult> {
    const shared = {
      TableName: this.#name,
      ...toExpression(write.onlyIf),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    } as const;
    try {
      await ask(() =>
        'put' in write
          ? this.#client.send(new PutItemCommand({ ...shared, Item: toAttributes(write.put) }))
          : this.#client.send(new DeleteItemCommand({ ...shared, Key: marshall(write.delete) })),
      );
      return { written: true };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return { written: false, blocked: 0, existing: error.Item && toItem(error.Item) };
    }
  }

  async #writeAll(writes: readonly TableWrite[]): Promise<WriteResult> {
    const command = new TransactWriteItemsCommand({
      TransactItems: writes.map((write) => this.#transactItem(write)),
      ClientRequestToken: crypto.randomUUID(),
    });
    try {
      await ask(() => this.#client.send(command));
      return { written: true };
    } catch (error) {
      const reasons =
        error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
      const refused = refusedCondition(reasons);
      if (refused) return refused;
      throw error;
    }
  }

  #transactItem(write: TableWrite): TransactWriteItem {
    const shared = {
      TableName: this.#name,
      ...toExpression(write.onlyIf),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    } as const;
    if ('put' in write) return { Put: { ...shared, Item: toAttributes(write.put) } };
    if ('delete' in write) return { Delete: { ...shared, Key: marshall(write.delete) } };
    const { ConditionExpression = 'attribute_exists(pk)', ...check } = shared;
    return { ConditionCheck: { ...check, ConditionExpression, Key: marshall(write.check) } };
  }
}

/** Sends a request, again and shortly after where another transaction held an item; the client
 * itself has tried again what was throttled or lost. */
async function ask<T>(send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (!isConflict(error) || attempt === attemptsMax) {
        throw new TableBusy('the table is busy', { cause: error });
      }
      await pause(attempt);
    }
  }
}

function keyCondition(query: TableQuery): {
  names: Record<string, string>;
  values: Record<string, string>;
  condition: string;
} {
  const prefix = query.index ?? '';
  const names: Record<string, string> = { '#pk': `${prefix}pk` };
  const values: Record<string, string> = { ':pk': query.pk };
  const terms = ['#pk = :pk'];
  if (query.beginsWith !== undefined) {
    values[':prefix'] = query.beginsWith;
    terms.push('begins_with(#sk, :prefix)');
  } else if (query.from !== undefined && query.to !== undefined) {
    values[':from'] = query.from;
    values[':to'] = query.to;
    terms.push('#sk BETWEEN :from AND :to');
  } else if (query.from !== undefined) {
    values[':from'] = query.from;
    terms.push('#sk >= :from');
  } else if (query.to !== undefined) {
    values[':to'] = query.to;
    terms.push('#sk <= :to');
  }
  if (terms.length > 1) names['#sk'] = `${prefix}sk`;
  return { names, values, condition: terms.join(' AND ') };
}

function refusedCondition(reasons: readonly CancellationReason[]): WriteResult | undefined {
  const blocked = reasons.findIndex((reason) => reason.Code === 'ConditionalCheckFailed');
  if (blocked < 0) return undefined;
  const existing = reasons[blocked]?.Item;
  return { written: false, blocked, existing: existing && toItem(existing) };
}

function pathOf({ pk, sk }: Key): string {
  return `${pk}\n${sk}`;
}

function toAttributes(item: Item): Record<string, AttributeValue> {
  return marshall(item, { removeUndefinedValues: true });
}

function toItem(attributes: Record<string, AttributeValue>): Item {
  // DynamoDB gives back the JSON that was put in: `Value` is the type of just that JSON.
  return StoredItem.parse(unmarshall(attributes)) as Item;
}

function pause(attempt: number): Promise<void> {
  const ms = 2 ** attempt * 10 * (0.5 + Math.random());
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
