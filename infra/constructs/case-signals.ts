import { Duration } from 'aws-cdk-lib';
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { FailureQueue } from './failure-queue.ts';
import type { ServiceFunction } from './service-function.ts';

export interface CaseSignalsProps {
  readonly namePrefix: string;
  readonly caseStream: ServiceFunction<'case-stream'>;
  readonly tableStreamArn: string;
  readonly machineArns: readonly string[];
  readonly bus: EventBus;
}

/** Everything that wakes case-stream: what was written, an execution that was lost, and a case that
 * the daily reconcile found unsettled. */
export class CaseSignals extends Construct {
  readonly streamFailed: FailureQueue;
  readonly undelivered: FailureQueue;

  constructor(scope: Construct, id: string, props: CaseSignalsProps) {
    super(scope, id);
    const { namePrefix } = props;
    this.streamFailed = new FailureQueue(this, 'stream-failed', namePrefix);
    this.undelivered = new FailureQueue(this, 'signals-undelivered', namePrefix);
    this.#readStream(props);
    this.#hearLostExecutions(props);
    this.#hearUnsettledCases(props);
  }

  /** New events and waits only: a removed wait or an event's expiry has nothing to say. What fails
   * is narrowed down to the one record, tried for hours, and then kept as a pointer to it. */
  #readStream({ caseStream, tableStreamArn }: CaseSignalsProps): void {
    const sortKeyPrefix = (prefix: string) => ({
      Keys: { sk: { S: FilterRule.beginsWith(prefix) } },
    });
    new EventSourceMapping(this, 'Stream', {
      target: caseStream.function,
      eventSourceArn: tableStreamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 25,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: sortKeyPrefix('EVENT#'),
        }),
        FilterCriteria.filter({
          eventName: FilterRule.or('INSERT', 'MODIFY'),
          dynamodb: sortKeyPrefix('WORK#'),
        }),
      ],
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 10,
      maxRecordAge: Duration.hours(6),
      onFailure: new SqsDlq(this.streamFailed),
    });
  }

  #hearLostExecutions({ caseStream, machineArns }: CaseSignalsProps): void {
    new Rule(this, 'LostExecution', {
      description: 'An execution ended without a verdict: it is started again from the record',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: [...machineArns],
        },
      },
      targets: [this.#targetOf(caseStream)],
    });
  }

  #hearUnsettledCases({ caseStream, bus }: CaseSignalsProps): void {
    new Rule(this, 'UnsettledCase', {
      description: 'The daily reconcile found a case whose record and workflow differ',
      eventBus: bus,
      eventPattern: { source: ['adult-social-care'], detailType: ['case-unsettled'] },
      targets: [this.#targetOf(caseStream)],
    });
  }

  #targetOf(caseStream: ServiceFunction<'case-stream'>): FunctionTarget {
    return new FunctionTarget(caseStream.function, {
      deadLetterQueue: this.undelivered,
      maxEventAge: Duration.hours(6),
      retryAttempts: 10,
    });
  }
}
