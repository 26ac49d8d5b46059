/** What the table may do that it rarely does: DynamoDB's own misbehaviour, asked for by name. */
export interface TableFault {
  readonly kind:
    | 'transaction-conflict'
    | 'throttle'
    /** The write is carried out and the answer never comes. */
    | 'lost-reply'
    | 'latency';
  /** Only these operations, such as `PutItem`; all that the kind can befall without it. */
  readonly operations?: readonly string[];
  /** Only requests whose body this accepts. */
  readonly when?: (body: unknown) => boolean;
  /** How often it befalls; without end if absent. */
  readonly times?: number;
  /** From 0 to 1; always if absent. */
  readonly probability?: number;
  /** For latency. */
  readonly delayMs?: number;
}

export interface TableFaults {
  /** Puts one in force; the returned function takes it away. */
  add(fault: TableFault): () => void;
  clear(): void;
  /** The faults that befall this request now; counts them as used. */
  befalling(operation: string, body: () => unknown): readonly TableFault[];
}

const singleWrites = ['PutItem', 'UpdateItem', 'DeleteItem'];
const transactions = ['TransactWriteItems', 'TransactGetItems'];

export const writeOperations: ReadonlySet<string> = new Set([
  ...singleWrites,
  'BatchWriteItem',
  'TransactWriteItems',
  'ExecuteStatement',
  'BatchExecuteStatement',
  'ExecuteTransaction',
]);

const befallsByDefault: Record<TableFault['kind'], (operation: string) => boolean> = {
  'transaction-conflict': (operation) => [...singleWrites, ...transactions].includes(operation),
  throttle: () => true,
  'lost-reply': (operation) => writeOperations.has(operation),
  latency: () => true,
};

export function createTableFaults(random: () => number): TableFaults {
  let inForce: { readonly fault: TableFault; left: number }[] = [];

  const befalls = (fault: TableFault, operation: string, body: () => unknown): boolean => {
    const { operations, when, probability } = fault;
    if (!befallsByDefault[fault.kind](operation)) return false;
    if (operations && !operations.includes(operation)) return false;
    if (when && !when(body())) return false;
    return probability === undefined || random() < probability;
  };

  return {
    add(fault) {
      const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
      inForce.push(entry);
      return () => {
        inForce = inForce.filter((other) => other !== entry);
      };
    },
    clear() {
      inForce = [];
    },
    befalling(operation, body) {
      const befallen = inForce.filter(({ fault }) => befalls(fault, operation, body));
      for (const entry of befallen) entry.left -= 1;
      inForce = inForce.filter(({ left }) => left > 0);
      return befallen.map(({ fault }) => fault);
    },
  };
}

/** The refusal that DynamoDB would answer in place of the engine, if a fault asks for one. */
export function refusalFor(
  faults: readonly TableFault[],
  operation: string,
  body: () => unknown,
): Readonly<Record<string, unknown>> | undefined {
  if (faults.some(({ kind }) => kind === 'throttle')) {
    return dynamoError(
      'ProvisionedThroughputExceededException',
      'The level of configured throughput was exceeded.',
    );
  }
  if (!faults.some(({ kind }) => kind === 'transaction-conflict')) return undefined;
  if (!transactions.includes(operation)) {
    return dynamoError('TransactionConflictException', 'Transaction is ongoing for the item');
  }
  const others = Array.from({ length: transactionLength(body()) - 1 }, () => ({ Code: 'None' }));
  const reasons = [
    { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' },
    ...others,
  ];
  const codes = reasons.map(({ Code }) => Code).join(', ');
  return {
    ...dynamoError(
      'TransactionCanceledException',
      `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    ),
    CancellationReasons: reasons,
  };
}

function transactionLength(body: unknown): number {
  if (typeof body !== 'object' || body === null || !('TransactItems' in body)) return 1;
  return Array.isArray(body.TransactItems) ? body.TransactItems.length : 1;
}

function dynamoError(code: string, message: string) {
  return { __type: `com.amazonaws.dynamodb.v20120810#${code}`, message };
}
