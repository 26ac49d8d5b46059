import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type EventBus, Match, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue as QueueTarget } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { functionSizes } from '../functions.ts';
import { FailureQueue } from './failure-queue.ts';
import type { ServiceFunction } from './service-function.ts';

export interface NotificationsProps {
  readonly namePrefix: string;
  readonly bus: EventBus;
  readonly notify: ServiceFunction<'notify'>;
}

/** Takes what happened from the bus to the function that tells people. The queue between them holds
 * what cannot be sent while GOV.UK Notify is away. */
export class Notifications extends Construct {
  readonly failed: FailureQueue;

  constructor(scope: Construct, id: string, { namePrefix, bus, notify }: NotificationsProps) {
    super(scope, id);
    this.failed = new FailureQueue(this, 'notifications-failed', namePrefix);
    const waiting = new Queue(this, 'Waiting', {
      queueName: `${namePrefix}-notifications`,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(4),
      // Six times the function's own limit, as Lambda asks, so that no message is taken twice.
      visibilityTimeout: Duration.seconds(6 * functionSizes.notify.timeoutSeconds),
      // Twenty times six minutes: two hours without GOV.UK Notify need no person to mend them.
      deadLetterQueue: { queue: this.failed, maxReceiveCount: 20 },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    new Rule(this, 'Happened', {
      description: 'What happened to a case, for whoever has to be told',
      eventBus: bus,
      eventPattern: {
        source: ['adult-social-care'],
        detailType: Match.anythingBut('case-unsettled', 'uprating-unfinished'),
      },
      targets: [new QueueTarget(waiting, { deadLetterQueue: this.failed })],
    });
    notify.function.addEventSource(
      new SqsEventSource(waiting, {
        batchSize: 10,
        maxConcurrency: 5,
        reportBatchItemFailures: true,
      }),
    );
  }
}
