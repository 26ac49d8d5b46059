import {
  DynamoDBClient,
  ListTablesCommand,
  ScanCommand,
  type ScanCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { type LocalStack, type LocalStackOptions, startLocalStack } from '#infra/local/stack.ts';
import { type Role, roles } from '#shared/domain/roles.ts';

export interface Sent {
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is when it is a text, else as JSON. */
  readonly body?: unknown;
}

export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Sends one request, as anybody on the internet may. */
export async function sendTo(url: string, line: string, sent: Sent = {}): Promise<Answered> {
  const [method = '', path = ''] = line.split(' ');
  const { token, headers, body } = sent;
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  const isJson = type.includes('json') && text !== '';
  return {
    status: response.status,
    type,
    headers: response.headers,
    body: isJson ? JSON.parse(text) : text,
  };
}

/** The whole service in memory, as a test wants it: requests by line, and a look into the table. */
export interface RunningService {
  readonly stack: LocalStack;
  send(line: string, sent?: Sent): Promise<Answered>;
  /** A token of somebody in these roles, all of them unless said. */
  tokenOf(id: string, as?: readonly Role[]): string;
  readonly resident: string;
  /** The name of the one table. */
  readonly tableName: string;
  /** Every item of the table, once nothing is under way. */
  items(): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

const teams = [
  'adult-front-door',
  'social-work-north',
  'finance',
  'brokerage',
  'budget-managers',
  'hospital-and-reablement',
];

export async function startService(options: LocalStackOptions = {}): Promise<RunningService> {
  const stack = await startLocalStack({ startAt: '2026-11-02T09:00:00Z', ...options });
  const client = new DynamoDBClient({
    endpoint: stack.services.table.endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  const [tableName = ''] = TableNames;
  return {
    stack,
    tableName,
    send: (line, sent) => sendTo(stack.url, line, sent),
    tokenOf: (id, as = roles) => stack.token({ sub: id, roles: [...as], teams }),
    resident: stack.token({ resident: 'person0000000000resident' }),
    async items() {
      await stack.activity.whenIdle();
      return scanAll(client, tableName);
    },
    async stop() {
      client.destroy();
      await stack.stop();
    },
  };
}

async function scanAll(
  client: DynamoDBClient,
  TableName: string,
): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let from: ScanCommandOutput['LastEvaluatedKey'];
  do {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({ TableName, ExclusiveStartKey: from }),
    );
    items.push(...(page.Items ?? []).map((item) => unmarshall(item)));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
}
