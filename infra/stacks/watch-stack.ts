import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { AlarmStatusWidget, Dashboard } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { AlarmBoard } from '../constructs/alarm-board.ts';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import type { ServiceSettings } from '../settings.ts';
import type { ApiStack } from './api-stack.ts';
import type { DataStack } from './data-stack.ts';
import type { JourneyStack } from './journey-stack.ts';

export interface WatchStackProps extends StackProps {
  readonly settings: ServiceSettings;
  readonly data: DataStack;
  readonly journey: JourneyStack;
  readonly api: ApiStack;
}

/** What tells the council's operators that somebody is waiting for something that will not come. */
export class WatchStack extends Stack {
  readonly #board: AlarmBoard;
  readonly #props: WatchStackProps;

  constructor(scope: Construct, id: string, props: WatchStackProps) {
    super(scope, id, props);
    this.#props = props;
    const topic = new AlarmTopic(this, 'AlarmTopic', {
      key: props.data.operationsKey,
      email: props.settings.given.ALARM_EMAIL,
    });
    this.#board = new AlarmBoard(this, 'Alarms', {
      topic,
      namePrefix: props.settings.namePrefix,
    });
    this.#watchFailureQueues();
    this.#watchFunctions();
    this.#watchMachines();
    this.#watchSchedules();
    this.#watchStream();
    this.#watchApi();
    new Dashboard(this, 'Dashboard', {
      dashboardName: props.settings.namePrefix,
      widgets: [
        [
          new AlarmStatusWidget({
            title: 'Adult social care',
            alarms: [...this.#board.alarms],
            width: 24,
            height: 12,
          }),
        ],
      ],
    });
  }

  #watchFailureQueues(): void {
    for (const queue of this.#props.journey.failureQueues) {
      this.#board.add(queue.whatFailed, {
        meaning: 'Something failed every retry and waits for a person to look at it',
        metric: queue.metricApproximateNumberOfMessagesVisible({ statistic: 'max' }),
        from: 1,
      });
    }
  }

  #watchFunctions(): void {
    const { journey, api } = this.#props;
    for (const { node, function: watched } of [...journey.functions, ...api.functions]) {
      this.#board.add(`${node.id}-errors`, {
        meaning: 'A function failed with a fault of its own',
        metric: watched.metricErrors(),
        from: 1,
      });
      this.#board.add(`${node.id}-throttles`, {
        meaning: 'Calls of a function were turned away for want of capacity',
        metric: watched.metricThrottles(),
        from: 1,
      });
    }
  }

  #watchMachines(): void {
    for (const { machine, stateMachine } of this.#props.journey.machines.all) {
      const endings = [
        ['failed', stateMachine.metricFailed()],
        ['timed-out', stateMachine.metricTimedOut()],
      ] as const;
      for (const [ending, metric] of endings) {
        this.#board.add(`${machine}-${ending}`, {
          meaning:
            'An execution was lost; the record starts it again, but the reason has to be found',
          metric,
          from: 1,
        });
      }
    }
  }

  #watchSchedules(): void {
    const { dailySchedules, schedules } = this.#props.journey;
    this.#board.add('schedule-target-errors', {
      meaning: 'The scheduler could not call the daily work',
      metric: dailySchedules.group.metricTargetErrors(),
      from: 1,
    });
    this.#board.add('schedule-dropped', {
      meaning: 'The scheduler gave a day of work up',
      metric: dailySchedules.group.metricDropped(),
      from: 1,
    });
    this.#board.add('schedules-silent', {
      meaning: 'A whole day went by without the daily work: reviews and payments are not made',
      metric: schedules.function.metricInvocations({ period: Duration.days(1) }),
      below: 1,
    });
  }

  #watchStream(): void {
    this.#board.add('stream-age', {
      meaning: 'What people recorded has not reached the workflow for a quarter of an hour',
      metric: this.#props.journey.caseStream.function.metric('IteratorAge', { statistic: 'max' }),
      from: Duration.minutes(15).toMilliseconds(),
    });
  }

  #watchApi(): void {
    this.#board.add('api-server-errors', {
      meaning: 'The API answered with a server error',
      metric: this.#props.api.gateway.httpApi.metricServerError({ statistic: 'sum' }),
      from: 1,
    });
  }
}
