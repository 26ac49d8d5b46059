import { Duration } from 'aws-cdk-lib';
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface UpratingWorkProps {
  readonly bus: EventBus;
  readonly target: IFunction;
  /** Where a call goes that the bus could not deliver. */
  readonly undelivered: IQueue;
}

/** Wakes the work on a new year's charges as soon as somebody asked for it, and again for as long as
 * there is more to do than one call of the function takes on. A call that is lost is made up for by
 * the daily schedule. */
export class UpratingWork extends Construct {
  constructor(scope: Construct, id: string, { bus, target, undelivered }: UpratingWorkProps) {
    super(scope, id);
    new Rule(this, 'Unfinished', {
      description: 'There is work left on the charges of a new year',
      eventBus: bus,
      eventPattern: { source: ['adult-social-care'], detailType: ['uprating-unfinished'] },
      targets: [
        new FunctionTarget(target, {
          deadLetterQueue: undelivered,
          maxEventAge: Duration.hours(6),
          retryAttempts: 10,
        }),
      ],
    });
  }
}
