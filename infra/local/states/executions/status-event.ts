import type { BusEvent } from '../../ports.ts';
import type { Execution } from './execution-store.ts';

/** The event that Step Functions puts on the default bus as an execution changes its status. */
export function statusEvent(execution: Execution): BusEvent {
  const { arn, machineArn, name, status, startMs, stopMs, input, output, error, cause } = execution;
  return {
    source: 'aws.states',
    detailType: 'Step Functions Execution Status Change',
    resources: [arn],
    detail: {
      executionArn: arn,
      stateMachineArn: machineArn,
      name,
      status,
      startDate: startMs,
      stopDate: stopMs,
      input,
      inputDetails: { included: true },
      output,
      outputDetails: output === null ? null : { included: true },
      error,
      cause,
    },
  };
}
