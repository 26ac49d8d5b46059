import type { State } from '../definitions/definition.ts';
import type { Answer } from '../threads/thread.ts';
import type { ExecutionStatus } from './execution-store.ts';

/** One event of an execution's history, named and shaped as GetExecutionHistory gives it. */
export interface HistoryEvent {
  readonly type: string;
  readonly details: Record<string, unknown>;
}

export function stateEntered(name: string, state: State, input: unknown): HistoryEvent {
  const details = { stateEnteredEventDetails: { name, input: JSON.stringify(input) } };
  return { type: `${state.Type}StateEntered`, details };
}

export function stateExited(name: string, state: State, output: unknown): HistoryEvent {
  const details = { stateExitedEventDetails: { name, output: JSON.stringify(output) } };
  return { type: `${state.Type}StateExited`, details };
}

export function taskScheduled(
  resource: string,
  functionName: string,
  payload: unknown,
): HistoryEvent {
  const parameters = JSON.stringify({ FunctionName: functionName, Payload: payload });
  return {
    type: 'TaskScheduled',
    details: { taskScheduledEventDetails: { resourceType: 'lambda', resource, parameters } },
  };
}

export function taskSubmitted(resource: string): HistoryEvent {
  const details = { taskSubmittedEventDetails: { resourceType: 'lambda', resource } };
  return { type: 'TaskSubmitted', details };
}

export function taskAnswered(resource: string, answer: Answer): HistoryEvent {
  const task = { resourceType: 'lambda', resource };
  if (answer.ok) {
    const output = JSON.stringify(answer.result);
    return { type: 'TaskSucceeded', details: { taskSucceededEventDetails: { ...task, output } } };
  }
  const failed = { ...task, error: answer.error, cause: answer.cause };
  return answer.error === 'States.Timeout'
    ? { type: 'TaskTimedOut', details: { taskTimedOutEventDetails: failed } }
    : { type: 'TaskFailed', details: { taskFailedEventDetails: failed } };
}

export function evaluationFailed(state: string, error: string, cause: string): HistoryEvent {
  const details = { evaluationFailedEventDetails: { state, error, cause } };
  return { type: 'EvaluationFailed', details };
}

export function executionStarted(input: string): HistoryEvent {
  return { type: 'ExecutionStarted', details: { executionStartedEventDetails: { input } } };
}

const ENDS = {
  SUCCEEDED: ['ExecutionSucceeded', 'executionSucceededEventDetails'],
  FAILED: ['ExecutionFailed', 'executionFailedEventDetails'],
  TIMED_OUT: ['ExecutionTimedOut', 'executionTimedOutEventDetails'],
  ABORTED: ['ExecutionAborted', 'executionAbortedEventDetails'],
} as const;

export function executionEnded(
  status: Exclude<ExecutionStatus, 'RUNNING'>,
  outcome: Record<string, unknown>,
): HistoryEvent {
  const [type, field] = ENDS[status];
  return { type, details: { [field]: outcome } };
}
