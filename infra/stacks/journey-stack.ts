import { Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { CaseSignals } from '../constructs/case-signals.ts';
import { commonEnvironment } from '../constructs/common-environment.ts';
import { DailySchedules } from '../constructs/daily-schedules.ts';
import { FailureQueue } from '../constructs/failure-queue.ts';
import { JourneyMachines } from '../constructs/journey-machines.ts';
import { Notifications } from '../constructs/notifications.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import { UpratingWork } from '../constructs/uprating-work.ts';
import type { EntryName } from '../functions.ts';
import type { ServiceSettings } from '../settings.ts';
import type { DataStack } from './data-stack.ts';

export interface JourneyStackProps extends StackProps {
  readonly settings: ServiceSettings;
  readonly code: Code;
  readonly data: DataStack;
}

/** What moves a case on once something was recorded: the machines that wait, the functions that
 * write and read for them, the bus, and the day's schedules. */
export class JourneyStack extends Stack {
  readonly functions: readonly ServiceFunction<EntryName>[];
  readonly caseStream: ServiceFunction<'case-stream'>;
  readonly schedules: ServiceFunction<'schedules'>;
  readonly machines: JourneyMachines;
  readonly dailySchedules: DailySchedules;
  readonly failureQueues: readonly FailureQueue[];
  readonly #props: JourneyStackProps;

  constructor(scope: Construct, id: string, props: JourneyStackProps) {
    super(scope, id, props);
    this.#props = props;
    const { settings, data } = props;
    const { namePrefix } = settings;
    const bus = new EventBus(this, 'Bus', { eventBusName: namePrefix });
    const signalsFailed = new FailureQueue(this, 'signals-failed', namePrefix);
    const schedulesFailed = new FailureQueue(this, 'schedules-failed', namePrefix);
    const schedulesUndelivered = new FailureQueue(this, 'schedules-undelivered', namePrefix);

    const journeyTasks = this.#addJourneyTasks();
    this.machines = new JourneyMachines(this, 'Machines', {
      journeyTasks: journeyTasks.function,
      settings,
      logKey: data.operationsKey,
    });
    this.caseStream = this.#addCaseStream(bus, signalsFailed);
    const signals = new CaseSignals(this, 'CaseSignals', {
      namePrefix,
      caseStream: this.caseStream,
      tableStreamArn: data.records.streamArn,
      machineArns: this.machines.all.map(({ stateMachine }) => stateMachine.stateMachineArn),
      bus,
    });
    this.schedules = this.#addSchedules(bus, schedulesFailed);
    this.dailySchedules = new DailySchedules(this, 'DailySchedules', {
      groupName: namePrefix,
      target: this.schedules.function,
      undelivered: schedulesUndelivered,
    });
    new UpratingWork(this, 'UpratingWork', {
      bus,
      target: this.schedules.function,
      undelivered: schedulesUndelivered,
    });
    const notify = this.#addNotify();
    const notifications = new Notifications(this, 'Notifications', { namePrefix, bus, notify });

    this.functions = [journeyTasks, this.caseStream, this.schedules, notify];
    this.failureQueues = [
      signals.streamFailed,
      signals.undelivered,
      signalsFailed,
      schedulesFailed,
      schedulesUndelivered,
      notifications.failed,
    ];
  }

  #shared<Entry extends EntryName>(entry: Entry) {
    const { settings, code, data } = this.#props;
    return {
      entry,
      code,
      settings,
      logKey: data.operationsKey,
      common: commonEnvironment(settings, data.records.table.tableName),
    };
  }

  #addJourneyTasks(): ServiceFunction<'journey-tasks'> {
    const { common, ...shared } = this.#shared('journey-tasks');
    const journeyTasks = new ServiceFunction(this, { ...shared, environment: common });
    this.#props.data.records.allow(journeyTasks, {
      actions: ['ConditionCheckItem', 'GetItem', 'PutItem', 'Query'],
      indexes: ['gsi1', 'gsi2'],
    });
    return journeyTasks;
  }

  #addCaseStream(bus: EventBus, onFailure: FailureQueue): ServiceFunction<'case-stream'> {
    const { data } = this.#props;
    const { common, ...shared } = this.#shared('case-stream');
    const caseStream = new ServiceFunction(this, {
      ...shared,
      onFailure,
      environment: {
        ...common,
        PSEUDONYM_SECRET_ID: data.pseudonymSecret.secretArn,
        BUS_NAME: bus.eventBusName,
        JOURNEY_MACHINE_ARN: this.machines.arnOf('journey'),
        SUPPORT_PLANNING_MACHINE_ARN: this.machines.arnOf('support-planning'),
        REVIEW_MACHINE_ARN: this.machines.arnOf('review'),
        PAYMENT_RUN_MACHINE_ARN: this.machines.arnOf('payment-run'),
      },
    });
    data.records.allow(caseStream, {
      actions: ['BatchGetItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'],
    });
    data.records.allowStream(caseStream);
    data.pseudonymSecret.allowReading(caseStream);
    caseStream.allow(['events:PutEvents'], [bus.eventBusArn]);
    this.machines.allowConducting(caseStream);
    return caseStream;
  }

  #addSchedules(bus: EventBus, onFailure: FailureQueue): ServiceFunction<'schedules'> {
    const { common, ...shared } = this.#shared('schedules');
    const schedules = new ServiceFunction(this, {
      ...shared,
      onFailure,
      environment: { ...common, BUS_NAME: bus.eventBusName },
    });
    this.#props.data.records.allow(schedules, {
      actions: ['BatchGetItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'],
      indexes: ['gsi1', 'gsi2'],
    });
    schedules.allow(['events:PutEvents'], [bus.eventBusArn]);
    return schedules;
  }

  #addNotify(): ServiceFunction<'notify'> {
    const { data, settings } = this.#props;
    const { common, ...shared } = this.#shared('notify');
    const notify = new ServiceFunction(this, {
      ...shared,
      environment: {
        ...common,
        NOTIFY_SECRET_ID: data.notifySecret.secretArn,
        NOTIFY_BASE_URL: settings.given.NOTIFY_BASE_URL,
      },
    });
    data.records.allow(notify, { actions: ['GetItem', 'PutItem', 'Query'] });
    data.notifySecret.allowReading(notify);
    return notify;
  }
}
