import { afterEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createAsyncInvoke } from '#infra/local/events/async-invoke.ts';
import { createQueues } from '#infra/local/events/queues/queues.ts';
import { createScheduler, type Scheduler } from '#infra/local/events/schedules/scheduler.ts';
import {
  createPorts,
  dayMs,
  deploymentOf,
  functionArn,
  hourMs,
  offsetTo,
  queueArn,
  resource,
} from './rig.ts';

let ports = createPorts();
let closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await close();
  ports = createPorts();
});

async function close(): Promise<void> {
  for (const each of closing) await each();
  closing = [];
  ports.clock.stop();
}

function start(schedule: Record<string, unknown> = {}, target: Record<string, unknown> = {}) {
  const deployment = deploymentOf(
    resource('AWS::SQS::Queue', 'undelivered', {}),
    resource('AWS::Scheduler::Schedule', 'due-sweep', {
      Name: 'due-sweep',
      GroupName: 'daily',
      ScheduleExpression: 'cron(0 8 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/London',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: functionArn('schedules'),
        RoleArn: 'arn:aws:iam::000000000000:role/caller',
        Input: '{"task":"due-sweep","at":"<aws.scheduler.scheduled-time>"}',
        DeadLetterConfig: { Arn: queueArn('undelivered') },
        RetryPolicy: { MaximumRetryAttempts: 10, MaximumEventAgeInSeconds: 3600 },
        ...target,
      },
      ...schedule,
    }),
  );
  const queues = createQueues({ ...ports, deployment });
  const asyncInvoke = createAsyncInvoke({ ...ports, queues, deployment });
  asyncInvoke.start();
  const hasFunction = (arn: string): boolean => arn === functionArn('schedules');
  const scheduler = createScheduler({ ...ports, queues, asyncInvoke, hasFunction, deployment });
  scheduler.start();
  closing.push(async () => {
    scheduler.stop();
    await asyncInvoke.stop();
  });
  const undelivered = (): number => queues.messages(queueArn('undelivered')).length;
  return { scheduler, undelivered };
}

const input = z.object({ task: z.literal('due-sweep'), at: z.string() });
const firedAt = (): string[] => ports.functions.calls.map(({ payload }) => input.parse(payload).at);

describe('a daily schedule', () => {
  test('fires at its time in London before and after both changes of the clocks', async () => {
    ports = createPorts(offsetTo('2027-03-27T00:00:00Z'));
    start();
    await ports.advance(3 * dayMs);
    await ports.clock.advanceTo(Date.parse('2027-10-30T00:00:00Z'));
    await ports.advance(3 * dayMs);
    const fired = firedAt();
    expect(fired.slice(0, 3)).toEqual([
      '2027-03-27T08:00:00Z',
      '2027-03-28T07:00:00Z',
      '2027-03-29T07:00:00Z',
    ]);
    expect(fired.slice(-3)).toEqual([
      '2027-10-30T07:00:00Z',
      '2027-10-31T08:00:00Z',
      '2027-11-01T08:00:00Z',
    ]);
    expect(fired).toHaveLength(220);
  });

  test('finds the local clock at its own instant, each day in turn', async () => {
    ports = createPorts(offsetTo('2027-01-01T00:00:00Z'));
    start();
    const lateBy: number[] = [];
    ports.functions.answer = (payload) => {
      lateBy.push(ports.clock.now() - Date.parse(input.parse(payload).at));
      return { ok: true, payload: null };
    };
    await ports.advance(300 * dayMs);
    expect(lateBy).toHaveLength(300);
    expect(lateBy.every((ms) => ms >= 0 && ms < hourMs)).toBe(true);
  });

  test('that is disabled does not fire by itself', async () => {
    const { scheduler } = start({ State: 'DISABLED' });
    await ports.advance(2 * dayMs);
    expect(ports.functions.calls).toEqual([]);
    expect(scheduler.list()).toEqual([]);
  });

  test('fires as often as it is asked to', async () => {
    const { scheduler } = start();
    const scheduledFor = Date.parse('2027-05-05T07:00:00Z');
    scheduler.fire('due-sweep', scheduledFor);
    scheduler.fire('due-sweep', scheduledFor);
    await ports.activity.whenIdle();
    expect(firedAt()).toEqual(['2027-05-05T07:00:00Z', '2027-05-05T07:00:00Z']);
  });

  test('that cannot be delivered lies in its dead-letter queue', async () => {
    const { scheduler, undelivered } = start();
    scheduler.refuseNext(1);
    scheduler.fire('due-sweep');
    await ports.activity.whenIdle();
    expect(undelivered()).toBe(1);
    expect(ports.functions.calls).toEqual([]);
  });
});

describe('after a restart', () => {
  async function restartAt(iso: string): Promise<Scheduler> {
    await close();
    ports = { ...createPorts(offsetTo(iso)), database: ports.database };
    return start().scheduler;
  }

  test('what was missed while the service was down fires once, for its last instant', async () => {
    ports = createPorts(offsetTo('2027-01-01T09:00:00Z'));
    start();
    await restartAt('2027-01-06T09:00:00Z');
    await ports.activity.whenIdle();
    expect(firedAt()).toEqual(['2027-01-06T08:00:00Z']);
    await ports.advance(dayMs);
    expect(firedAt()).toEqual(['2027-01-06T08:00:00Z', '2027-01-07T08:00:00Z']);
  });

  test('what was made up for is not made up for again', async () => {
    ports = createPorts(offsetTo('2027-01-01T09:00:00Z'));
    start();
    await restartAt('2027-01-06T09:00:00Z');
    await ports.activity.whenIdle();
    await restartAt('2027-01-06T10:00:00Z');
    await ports.activity.whenIdle();
    expect(firedAt()).toEqual([]);
  });

  test('what fired before does not fire again', async () => {
    ports = createPorts(offsetTo('2027-01-01T07:00:00Z'));
    start();
    await ports.advance(2 * hourMs);
    expect(firedAt()).toEqual(['2027-01-01T08:00:00Z']);
    await restartAt('2027-01-01T10:00:00Z');
    await ports.activity.whenIdle();
    expect(firedAt()).toEqual([]);
  });
});

describe('what the local scheduler does not know stops the start by name', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['FlexibleTimeWindow', { FlexibleTimeWindow: { Mode: 'FLEXIBLE' } }, {}],
    ['EndDate', { EndDate: '2030-01-01T00:00:00Z' }, {}],
    ['every day', { ScheduleExpression: 'every day' }, {}],
    ['Mars/Olympus', { ScheduleExpressionTimezone: 'Mars/Olympus' }, {}],
    ['EventBridgeParameters', {}, { EventBridgeParameters: {} }],
    ['machine:journey', {}, { Arn: 'arn:aws:states:eu-west-2:000000000000:machine:journey' }],
    ['JSON', {}, { Input: 'not json' }],
  ])('%s', (name, schedule, target) => {
    expect(() => start(schedule, target)).toThrow(name);
  });
});
