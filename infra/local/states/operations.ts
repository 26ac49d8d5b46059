import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import type { JsonAnswer, LocalClock } from '../ports.ts';
import type { Engine } from './engine.ts';
import type { Execution } from './executions/execution-store.ts';
import { descriptionOf, historyEventOf, summaryOf } from './executions/execution-views.ts';
import type { StatesStores } from './executions/stores.ts';
import { answered, operation, pageStart, pageToken, refused } from './json-answers.ts';
import * as shapes from './operation-inputs.ts';
import type { Answer } from './threads/thread.ts';

/** A defined machine: its name and the definition that new executions begin with. */
export interface Machine {
  readonly name: string;
  readonly hash: string;
  readonly timeoutSeconds: number | undefined;
}

export interface OperationParts {
  readonly stores: StatesStores;
  readonly engine: Engine;
  readonly clock: LocalClock;
  readonly machines: ReadonlyMap<string, Machine>;
  /** What stands before machine and name in an execution's ARN. */
  readonly executionArns: string;
}

export function createOperations(
  parts: OperationParts,
): ReadonlyMap<string, (body: unknown) => JsonAnswer> {
  const { stores, engine, clock } = parts;
  return new Map([
    ['StartExecution', operation(shapes.StartExecution, (input) => startExecution(parts, input))],
    [
      'SendTaskSuccess',
      operation(shapes.SendTaskSuccess, ({ taskToken, output }) => {
        const result = readJson(output);
        if (result === undefined) return refused('InvalidOutput', 'output is not JSON');
        return answerToken(engine, taskToken, { ok: true, result: result.value });
      }),
    ],
    [
      'SendTaskFailure',
      operation(shapes.SendTaskFailure, ({ taskToken, error = '', cause = '' }) =>
        answerToken(engine, taskToken, { ok: false, error, cause }),
      ),
    ],
    [
      'DescribeExecution',
      operation(shapes.DescribeExecution, ({ executionArn }) => {
        const execution = stores.executions.find(executionArn);
        return execution ? answered(descriptionOf(execution)) : noExecution(executionArn);
      }),
    ],
    [
      'StopExecution',
      operation(shapes.StopExecution, ({ executionArn, error, cause }) => {
        if (!stores.executions.find(executionArn)) return noExecution(executionArn);
        engine.end(executionArn, 'ABORTED', { ...(error && { error }), ...(cause && { cause }) });
        const stopMs = stores.executions.find(executionArn)?.stopMs ?? clock.now();
        return answered({ stopDate: stopMs / 1000 });
      }),
    ],
    ['ListExecutions', operation(shapes.ListExecutions, (input) => listExecutions(parts, input))],
    [
      'GetExecutionHistory',
      operation(shapes.GetExecutionHistory, (input) => executionHistory(stores, input)),
    ],
  ]);
}

function startExecution(
  { stores, engine, clock, machines, executionArns }: OperationParts,
  { stateMachineArn, name = randomUUID(), input }: z.infer<typeof shapes.StartExecution>,
): JsonAnswer {
  const machine = machines.get(stateMachineArn);
  if (!machine) return noMachine(stateMachineArn);
  if (!isExecutionName(name)) return refused('InvalidName', `"${name}" is not a valid name`);
  if (readJson(input) === undefined) return refused('InvalidExecutionInput', 'input is not JSON');
  const arn = `${executionArns}:${machine.name}:${name}`;
  const earlier = stores.executions.find(arn);
  if (earlier) {
    // The same start again answers as the first did, as long as that execution runs.
    if (earlier.status === 'RUNNING' && earlier.input === input) return started(earlier);
    return refused('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
  }
  const startMs = clock.now();
  const { hash, timeoutSeconds } = machine;
  const deadlineMs = timeoutSeconds === undefined ? null : startMs + timeoutSeconds * 1000;
  const execution = { arn, machineArn: stateMachineArn, name, definition: hash, input };
  engine.start({ ...execution, startMs, deadlineMs });
  return started({ arn, startMs });
}

function started({ arn, startMs }: Pick<Execution, 'arn' | 'startMs'>): JsonAnswer {
  return answered({ executionArn: arn, startDate: startMs / 1000 });
}

// 1 to 80 characters without white space, brackets, wildcards, control or the other special ones.
function isExecutionName(name: string): boolean {
  return /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u.test(name);
}

function answerToken(engine: Engine, token: string, answer: Answer): JsonAnswer {
  if (!/^[A-Za-z0-9+/]{128}$/.test(token)) return refused('InvalidToken', 'Invalid Token');
  switch (engine.answerToken(token, answer)) {
    case 'accepted':
      return answered({});
    case 'closed':
      return refused('TaskTimedOut', 'the task of this token was closed already');
    case 'unknown':
      return refused('TaskDoesNotExist', 'there is no task with this token');
  }
}

function listExecutions(
  { stores, machines }: OperationParts,
  { stateMachineArn, statusFilter, maxResults, nextToken }: z.infer<typeof shapes.ListExecutions>,
): JsonAnswer {
  if (!machines.has(stateMachineArn)) return noMachine(stateMachineArn);
  const before = pageStart(nextToken, Number.MAX_SAFE_INTEGER);
  if (before === undefined) return refused('InvalidToken', 'nextToken is not one given out');
  const limit = pageSize(maxResults);
  const page = { machineArn: stateMachineArn, status: statusFilter ?? null, before, limit };
  const executions = stores.executions.ofMachine(page);
  const last = executions.length === limit ? executions.at(-1) : undefined;
  return answered({
    executions: executions.map(summaryOf),
    ...(last && { nextToken: pageToken(last.number) }),
  });
}

function executionHistory(
  stores: StatesStores,
  query: z.infer<typeof shapes.GetExecutionHistory>,
): JsonAnswer {
  const { executionArn, reverseOrder, nextToken } = query;
  if (!stores.executions.find(executionArn)) return noExecution(executionArn);
  const start = pageStart(nextToken, reverseOrder ? Number.MAX_SAFE_INTEGER : 0);
  if (start === undefined) return refused('InvalidToken', 'nextToken is not one given out');
  const limit = pageSize(query.maxResults);
  const rows = reverseOrder
    ? stores.history.pageReversed(executionArn, start, limit)
    : stores.history.page(executionArn, start, limit);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return answered({
    events: rows.map(historyEventOf),
    ...(last && { nextToken: pageToken(last.id) }),
  });
}

// For AWS, 0 means the default.
function pageSize(maxResults: number): number {
  return maxResults === 0 ? 100 : maxResults;
}

function readJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function noMachine(arn: string): JsonAnswer {
  return refused('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
}

function noExecution(arn: string): JsonAnswer {
  return refused('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
}
