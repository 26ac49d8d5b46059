import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule, ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** What happens each day, at a time on the clock in London. Nothing may stand between 01:00 and
 * 02:00: that hour is missing on one day of the year and comes twice on another. Each task asks the
 * table what is due, so that a day that was missed is caught up by the next. */
const dailyTasks = [
  { task: 'reconcile', hour: 5, minute: 30 },
  { task: 'due-sweep', hour: 6, minute: 0 },
  { task: 'pay-calendar', hour: 6, minute: 30 },
  { task: 'money', hour: 6, minute: 45 },
  { task: 'letters', hour: 7, minute: 0 },
  { task: 'information', hour: 7, minute: 30 },
  { task: 'uprating', hour: 8, minute: 0 },
] as const;

export interface DailySchedulesProps {
  readonly groupName: string;
  readonly target: IFunction;
  /** Where a call goes that the scheduler could not deliver. */
  readonly undelivered: IQueue;
}

export class DailySchedules extends Construct {
  readonly group: ScheduleGroup;

  constructor(scope: Construct, id: string, props: DailySchedulesProps) {
    super(scope, id);
    this.group = new ScheduleGroup(this, 'Group', {
      scheduleGroupName: props.groupName,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = this.#callerRole(props);
    for (const { task, hour, minute } of dailyTasks) {
      new CfnSchedule(this, task, {
        name: task,
        groupName: this.group.scheduleGroupName,
        scheduleExpression: `cron(${minute} ${hour} * * ? *)`,
        scheduleExpressionTimezone: 'Europe/London',
        flexibleTimeWindow: { mode: 'OFF' },
        target: {
          arn: props.target.functionArn,
          roleArn: role.roleArn,
          input: JSON.stringify({ contract: 1, task }),
          retryPolicy: { maximumRetryAttempts: 10, maximumEventAgeInSeconds: 6 * 60 * 60 },
          deadLetterConfig: { arn: props.undelivered.queueArn },
        },
      });
    }
  }

  /** Written out, because the library's own target also grants every version of the function. */
  #callerRole({ target, undelivered }: DailySchedulesProps): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: {
            'aws:SourceAccount': Aws.ACCOUNT_ID,
            'aws:SourceArn': this.group.scheduleGroupArn,
          },
        },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [target.functionArn],
      }),
    );
    role.addToPolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [undelivered.queueArn] }),
    );
    return role;
  }
}
