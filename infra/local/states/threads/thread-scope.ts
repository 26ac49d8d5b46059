import { type Block, type Definition, innerBlocks, type State } from '../definitions/definition.ts';
import type { Scope } from '../definitions/expressions.ts';
import type { Execution } from '../executions/execution-store.ts';
import { openToken, type Thread } from './thread.ts';

/** The block of states that a thread moves in. */
export function blockOf(definition: Definition, path: Thread['path']): Block {
  let block: Block = definition;
  for (const step of path) {
    const inner = innerBlocks(stateIn(block, step.state))[step.block];
    if (!inner) throw new Error(`state "${step.state}" has no block ${step.block}`);
    block = inner;
  }
  return block;
}

export function stateIn(block: Block, name: string): State {
  const state = block.States[name];
  if (!state) throw new Error(`there is no state "${name}"`);
  return state;
}

/** What a thread's expressions see: its variables and `$states` with the context that AWS gives. */
export function scopeOf(execution: Execution, thread: Thread, nowMs: number): Scope {
  const token = openToken(thread);
  const context = {
    Execution: {
      Id: execution.arn,
      Name: execution.name,
      Input: JSON.parse(execution.input),
      StartTime: new Date(execution.startMs).toISOString(),
    },
    State: {
      Name: thread.state,
      EnteredTime: new Date(thread.enteredMs).toISOString(),
      RetryCount: thread.retries.reduce((sum, count) => sum + count, 0),
    },
    StateMachine: {
      Id: execution.machineArn,
      Name: execution.machineArn.slice(execution.machineArn.lastIndexOf(':') + 1),
    },
    ...(token !== undefined && { Task: { Token: token } }),
    ...(thread.mapItem && { Map: { Item: thread.mapItem } }),
  };
  return { variables: thread.variables, states: { input: thread.input, context }, nowMs };
}
