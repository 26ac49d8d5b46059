import type { Execution } from './execution-store.ts';
import type { HistoryRow } from './history-store.ts';

// The AWS JSON protocol writes instants as seconds since the epoch.
const seconds = (ms: number): number => ms / 1000;

/** One line of ListExecutions. */
export function summaryOf({ arn, machineArn, name, status, startMs, stopMs }: Execution) {
  return {
    executionArn: arn,
    stateMachineArn: machineArn,
    name,
    status,
    startDate: seconds(startMs),
    ...(stopMs !== null && { stopDate: seconds(stopMs) }),
    redriveCount: 0,
  };
}

/** The answer of DescribeExecution. */
export function descriptionOf(execution: Execution) {
  const { input, output, error, cause } = execution;
  return {
    ...summaryOf(execution),
    input,
    inputDetails: { included: true },
    ...(output !== null && { output, outputDetails: { included: true } }),
    ...(error !== null && { error }),
    ...(cause !== null && { cause }),
  };
}

/** One event of GetExecutionHistory. */
export function historyEventOf({ id, ms, type, details }: HistoryRow) {
  return { id, timestamp: seconds(ms), type, ...details };
}
