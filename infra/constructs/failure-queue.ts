import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** Where something that failed every retry waits for a person. The watch stack alarms on the first
 * message, and two weeks is the longest that a queue keeps one. What waits here is a pointer or an
 * event of ids, so that the queue service's own encryption is enough. */
export class FailureQueue extends Queue {
  /** What failed, as in `stream-failed`: the end of its name and of its alarm's. */
  readonly whatFailed: string;

  constructor(scope: Construct, whatFailed: string, namePrefix: string) {
    super(scope, whatFailed, {
      queueName: `${namePrefix}-${whatFailed}`,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    this.whatFailed = whatFailed;
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This is where failures end: it has an alarm instead of a queue behind it.',
    });
  }
}
