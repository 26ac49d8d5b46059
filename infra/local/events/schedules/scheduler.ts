import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { LocalClock } from '../../ports.ts';
import { arn } from '../../template/account.ts';
import type { Deployment, Resource } from '../../template/deployment.ts';
import { readProperties, withoutEffect } from '../../template/properties.ts';
import {
  createDelivery,
  type Delivery,
  type DeliveryPorts,
  type Target,
} from '../deliver-to-target.ts';
import { readExpression } from './schedule-expression.ts';
import { createScheduleStore } from './schedule-store.ts';

/** EventBridge Scheduler on the local clock. */
export interface Scheduler {
  /** The enabled schedules with the instant each is due next. */
  list(): readonly { readonly name: string; readonly nextAt: number | undefined }[];
  /** Fires a schedule now, as if it had been due at the instant; enabled or not. */
  fire(name: string, scheduledFor?: number): void;
  readonly refuseNext: Delivery['refuseNext'];
  /** Arms the schedules. What fell due while nothing ran fires once, for its last instant: AWS would
   * have fired each, but a month of missed days at once is nobody's wish on one machine. */
  start(): void;
  stop(): void;
}

export interface SchedulerPorts extends DeliveryPorts {
  readonly database: DatabaseSync;
  readonly clock: LocalClock;
  readonly deployment: Pick<Deployment, 'ofType'>;
}

const scheduleProperties = z.strictObject({
  Name: withoutEffect,
  Description: withoutEffect,
  GroupName: withoutEffect,
  KmsKeyArn: withoutEffect,
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF') }),
  Target: z.strictObject({
    Arn: z.string(),
    RoleArn: withoutEffect,
    Input: z.string().optional(),
    RetryPolicy: z
      .strictObject({
        MaximumRetryAttempts: z.number().optional(),
        MaximumEventAgeInSeconds: z.number().optional(),
      })
      .optional(),
    DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
  }),
});

interface Schedule {
  readonly name: string;
  readonly arn: string;
  readonly expression: string;
  readonly zone: string;
  readonly isEnabled: boolean;
  readonly input: string;
  readonly target: Target;
}

function readSchedule(resource: Resource): Schedule {
  const properties = readProperties(resource, scheduleProperties);
  const { Arn, Input, DeadLetterConfig } = properties.Target;
  const schedule: Schedule = {
    name: resource.name,
    arn: arn('scheduler', `schedule/default/${resource.name}`),
    expression: properties.ScheduleExpression,
    zone: properties.ScheduleExpressionTimezone,
    isEnabled: properties.State === 'ENABLED',
    input: Input ?? '{}',
    target: { arn: Arn, ...(DeadLetterConfig && { deadLetterArn: DeadLetterConfig.Arn }) },
  };
  // A wrong expression, zone or input stops the start instead of a night.
  readExpression(schedule.expression, schedule.zone, 0).next(0);
  inputFor(schedule, 0);
  return schedule;
}

/** The target's input with the scheduler's own words replaced. */
function inputFor(schedule: Schedule, scheduledFor: number): unknown {
  const scheduledTime = new Date(scheduledFor).toISOString().replace(/\.\d+Z$/, 'Z');
  const input = schedule.input
    .replaceAll('<aws.scheduler.scheduled-time>', scheduledTime)
    .replaceAll('<aws.scheduler.schedule-arn>', schedule.arn)
    .replaceAll('<aws.scheduler.execution-id>', randomUUID())
    .replaceAll('<aws.scheduler.attempt-number>', '1');
  try {
    return JSON.parse(input);
  } catch {
    throw new Error(`${schedule.name}: the input of a schedule is JSON`);
  }
}

export function createScheduler(ports: SchedulerPorts): Scheduler {
  const { clock } = ports;
  const delivery = createDelivery(ports);
  const store = createScheduleStore(ports.database);
  const schedules = ports.deployment.ofType('AWS::Scheduler::Schedule').map(readSchedule);
  for (const { name, target } of schedules) delivery.check(target, name);
  const armed = new Map<string, { readonly nextAt: number; readonly cancel: () => void }>();

  const send = (schedule: Schedule, scheduledFor: number): void =>
    delivery.deliver(schedule.target, inputFor(schedule, scheduledFor), schedule.arn);

  const arm = (schedule: Schedule, begunAt: number, after: number): void => {
    const nextAt = readExpression(schedule.expression, schedule.zone, begunAt).next(after);
    armed.delete(schedule.name);
    if (nextAt === undefined) return;
    const cancel = clock.at(nextAt, schedule.name, async () => {
      send(schedule, nextAt);
      store.saveFired(schedule.name, nextAt);
      arm(schedule, begunAt, nextAt);
    });
    armed.set(schedule.name, { nextAt, cancel });
  };

  const startOne = (schedule: Schedule): void => {
    const now = clock.now();
    // A schedule seen for the first time begins now and has missed nothing.
    const { begunAt, firedAt } = store.load(schedule.name, now);
    const occurrences = readExpression(schedule.expression, schedule.zone, begunAt);
    let missed: number | undefined;
    for (let at = occurrences.next(firedAt); at !== undefined && at <= now; ) {
      missed = at;
      at = occurrences.next(at);
    }
    if (missed !== undefined) {
      send(schedule, missed);
      store.saveFired(schedule.name, missed);
    }
    arm(schedule, begunAt, now);
  };

  return {
    list: () =>
      schedules
        .filter(({ isEnabled }) => isEnabled)
        .map(({ name }) => ({ name, nextAt: armed.get(name)?.nextAt })),
    fire(name, scheduledFor = clock.now()) {
      const schedule = schedules.find((each) => each.name === name);
      if (!schedule) throw new Error(`the local stack has no schedule ${name}`);
      send(schedule, scheduledFor);
    },
    refuseNext: (times) => delivery.refuseNext(times),
    start() {
      for (const schedule of schedules) {
        if (schedule.isEnabled) startOne(schedule);
        // What a disabled schedule did not fire is not missed when it is enabled later.
        else store.saveFired(schedule.name, clock.now());
      }
    },
    stop() {
      for (const { cancel } of armed.values()) cancel();
      armed.clear();
    },
  };
}
