import { chooseCatch, chooseRetry } from './choose-recovery.ts';
import {
  AWAITED_INVOKE,
  type ChoiceState,
  type MapState,
  type ParallelState,
  type State,
  type TaskState,
  type WaitState,
} from './definitions/definition.ts';
import {
  evaluate,
  evaluateFields,
  type Scope,
  withinDataLimit,
} from './definitions/expressions.ts';
import { asFailure, queryFailure, StateFailure } from './state-failure.ts';
import type { Thread } from './threads/thread.ts';

/** What a thread does next. */
export type Move =
  /** To the named state of its block, or, without one, out of the block with its output. */
  | {
      readonly kind: 'go';
      readonly to: string | undefined;
      readonly output: unknown;
      readonly variables: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'sleep'; readonly untilMs: number }
  | {
      readonly kind: 'call';
      readonly functionName: string;
      readonly payload: unknown;
      readonly timeoutMs: number | undefined;
      readonly isAwaited: boolean;
    }
  | { readonly kind: 'fork'; readonly starts: readonly InnerStart[]; readonly concurrency: number }
  | {
      readonly kind: 'retry';
      readonly rule: number;
      readonly delayMs: number;
      failure: StateFailure;
    }
  | { readonly kind: 'fail'; readonly failure: StateFailure };

/** The beginning of one branch or iteration. */
export interface InnerStart {
  readonly block: number;
  readonly input: unknown;
  readonly mapItem?: { readonly Index: number; readonly Value: unknown };
}

/** Decides from what is stored alone; nothing is done yet. A failure, an expression's own included,
 * goes to the state's Retry and Catch first. */
export async function decideMove(state: State, thread: Thread, scope: Scope): Promise<Move> {
  const { position } = thread;
  try {
    if (position.phase !== 'answered') return await enter(state, thread, scope);
    if (!position.answer.ok) throw new StateFailure(position.answer.error, position.answer.cause);
    return await leave(state, position.answer.result, scope);
  } catch (fault) {
    try {
      return await recover(state, thread, asFailure(fault), scope);
    } catch (faultOfCatch) {
      return { kind: 'fail', failure: asFailure(faultOfCatch) };
    }
  }
}

async function enter(state: State, thread: Thread, scope: Scope): Promise<Move> {
  switch (state.Type) {
    case 'Task':
      return callFunction(state, scope);
    case 'Choice':
      return choose(state, scope);
    case 'Wait':
      return sleep(state, thread, scope);
    case 'Parallel':
      return forkBranches(state, scope);
    case 'Map':
      return forkItems(state, scope);
    case 'Pass':
      return goOn(state, state.Next, scope.states.input, scope);
    case 'Succeed':
      return goOn(state, undefined, scope.states.input, scope);
    case 'Fail': {
      const error = await evaluate(state.Error ?? '', 'Error', scope);
      const cause = await evaluate(state.Cause ?? '', 'Cause', scope);
      return { kind: 'fail', failure: new StateFailure(String(error), String(cause)) };
    }
  }
}

async function leave(state: State, result: unknown, scope: Scope): Promise<Move> {
  switch (state.Type) {
    case 'Wait':
      // A Wait has no result: what it was given goes on.
      return goOn(state, state.Next, scope.states.input, scope);
    case 'Task':
    case 'Parallel':
    case 'Map': {
      const states = { ...scope.states, result: withinDataLimit(result, 'the result') };
      return goOn(state, state.Next, result, { ...scope, states });
    }
    default:
      throw new Error(`a ${state.Type} state waits for nothing`);
  }
}

interface Assigning {
  readonly Assign?: Readonly<Record<string, unknown>> | undefined;
  readonly Output?: unknown;
}

/** Assign and Output both see the variables as they were before. */
async function goOn(
  fields: Assigning,
  to: string | undefined,
  otherwise: unknown,
  scope: Scope,
): Promise<Move> {
  const assigned = await evaluateFields(fields.Assign ?? {}, 'Assign', scope);
  const output =
    fields.Output === undefined ? otherwise : await evaluate(fields.Output, 'Output', scope);
  const variables = { ...scope.variables, ...assigned };
  withinDataLimit(assigned, 'what is assigned');
  return { kind: 'go', to, output: withinDataLimit(output, 'the output'), variables };
}

async function choose(state: ChoiceState, scope: Scope): Promise<Move> {
  for (const [index, rule] of state.Choices.entries()) {
    const field = `Choices[${index}].Condition`;
    const holds = await evaluate(rule.Condition, field, scope);
    if (typeof holds !== 'boolean')
      throw queryFailure(`field "${field}" is neither true nor false`);
    if (holds) return goOn(rule, rule.Next, scope.states.input, scope);
  }
  if (state.Default !== undefined) return goOn(state, state.Default, scope.states.input, scope);
  throw new StateFailure('States.NoChoiceMatched', 'no rule matched and there is no Default');
}

async function sleep(state: WaitState, thread: Thread, scope: Scope): Promise<Move> {
  if (state.Seconds !== undefined) {
    const seconds = wholeNumber(await evaluate(state.Seconds, 'Seconds', scope), 'Seconds');
    return { kind: 'sleep', untilMs: thread.enteredMs + seconds * 1000 };
  }
  const instant = await evaluate(state.Timestamp, 'Timestamp', scope);
  const untilMs = typeof instant === 'string' ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(untilMs)) throw queryFailure('field "Timestamp" is not an ISO 8601 instant');
  return { kind: 'sleep', untilMs };
}

async function callFunction(state: TaskState, scope: Scope): Promise<Move> {
  const { FunctionName, Payload } = state.Arguments;
  const name = await evaluate(FunctionName, 'Arguments.FunctionName', scope);
  if (typeof name !== 'string') throw queryFailure('field "Arguments.FunctionName" is no string');
  const payload = await evaluate(Payload ?? {}, 'Arguments.Payload', scope);
  const seconds = await evaluate(state.TimeoutSeconds ?? 0, 'TimeoutSeconds', scope);
  const timeoutMs = wholeNumber(seconds, 'TimeoutSeconds') * 1000;
  return {
    kind: 'call',
    functionName: functionNameOf(name),
    payload: withinDataLimit(payload, 'the payload'),
    timeoutMs: state.TimeoutSeconds === undefined ? undefined : timeoutMs,
    isAwaited: state.Resource === AWAITED_INVOKE,
  };
}

// arn:aws:lambda:<region>:<account>:function:<name>, with a version or an alias after it or not.
function functionNameOf(nameOrArn: string): string {
  return nameOrArn.startsWith('arn:') ? (nameOrArn.split(':')[6] ?? nameOrArn) : nameOrArn;
}

async function forkBranches(state: ParallelState, scope: Scope): Promise<Move> {
  const input =
    state.Arguments === undefined
      ? scope.states.input
      : await evaluate(state.Arguments, 'Arguments', scope);
  const starts = state.Branches.map((_branch, block) => ({ block, input }));
  return { kind: 'fork', starts, concurrency: 0 };
}

async function forkItems(state: MapState, scope: Scope): Promise<Move> {
  const items =
    state.Items === undefined ? scope.states.input : await evaluate(state.Items, 'Items', scope);
  if (!Array.isArray(items)) throw queryFailure('field "Items" is not an array');
  const limit = await evaluate(state.MaxConcurrency, 'MaxConcurrency', scope);
  const starts = await Promise.all(
    items.map(async (item: unknown, index) => {
      const mapItem = { Index: index, Value: item };
      const input =
        state.ItemSelector === undefined
          ? item
          : await evaluate(state.ItemSelector, 'ItemSelector', withMapItem(scope, mapItem));
      return { block: 0, input, mapItem };
    }),
  );
  return { kind: 'fork', starts, concurrency: wholeNumber(limit, 'MaxConcurrency') };
}

function withMapItem(scope: Scope, mapItem: InnerStart['mapItem']): Scope {
  const context = Object.assign({}, scope.states.context, { Map: { Item: mapItem } });
  return { ...scope, states: { ...scope.states, context } };
}

async function recover(
  state: State,
  thread: Thread,
  failure: StateFailure,
  scope: Scope,
): Promise<Move> {
  if (!('Retry' in state)) return { kind: 'fail', failure };
  const retry = chooseRetry(state.Retry, thread.retries, failure.error);
  if (retry) return { kind: 'retry', ...retry, failure };
  const catcher = chooseCatch(state.Catch, failure.error);
  if (!catcher) return { kind: 'fail', failure };
  const errorOutput = { Error: failure.error, Cause: failure.cause };
  const states = { ...scope.states, errorOutput };
  return goOn(catcher, catcher.Next, errorOutput, { ...scope, states });
}

function wholeNumber(value: unknown, field: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw queryFailure(`field "${field}" is not a whole number of 0 or more`);
}
