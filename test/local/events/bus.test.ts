import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterEach, describe, expect, test } from 'vitest';
import { createAsyncInvoke } from '#infra/local/events/async-invoke.ts';
import { createEventBus } from '#infra/local/events/bus.ts';
import { createQueues } from '#infra/local/events/queues/queues.ts';
import { serveJson } from './json-server.ts';
import { createPorts, deploymentOf, functionArn, offsetTo, queueArn, resource } from './rig.ts';

let ports = createPorts();
let closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing) await close();
  closing = [];
  ports.clock.stop();
  ports = createPorts();
});

function start(rule: Record<string, unknown> = {}, target: Record<string, unknown> = {}) {
  const deployment = deploymentOf(
    resource('AWS::SQS::Queue', 'waiting', {}),
    resource('AWS::SQS::Queue', 'undelivered', {}),
    resource('AWS::Events::EventBus', 'cases', { Name: 'cases' }),
    resource('AWS::Events::Rule', 'happened', {
      EventBusName: 'cases',
      EventPattern: { source: ['adult-social-care'] },
      State: 'ENABLED',
      Targets: [
        {
          Id: 'Target0',
          Arn: queueArn('waiting'),
          RetryPolicy: { MaximumRetryAttempts: 10 },
          DeadLetterConfig: { Arn: queueArn('undelivered') },
          ...target,
        },
      ],
      ...rule,
    }),
    resource('AWS::Events::Rule', 'lost', {
      EventPattern: { source: ['aws.states'], detail: { status: ['FAILED'] } },
      Targets: [{ Id: 'Target0', Arn: functionArn('case-stream') }],
    }),
  );
  const queues = createQueues({ ...ports, deployment });
  const asyncInvoke = createAsyncInvoke({ ...ports, queues, deployment });
  asyncInvoke.start();
  closing.push(() => asyncInvoke.stop());
  const hasFunction = (arn: string): boolean => arn === functionArn('case-stream');
  const bus = createEventBus({ ...ports, queues, asyncInvoke, hasFunction, deployment });
  const read = (name: string): unknown[] =>
    queues.messages(queueArn(name)).map(({ body }) => JSON.parse(body));
  return { bus, queues, read };
}

const opened = {
  source: 'adult-social-care',
  detailType: 'case-opened',
  detail: { caseId: 'c1' },
};

describe('an event', () => {
  test('reaches the queue of a rule that matches, in the shape that EventBridge gives it', async () => {
    ports = createPorts(offsetTo('2027-03-04T05:06:07.500Z'));
    const { bus, read } = start();
    await bus.put('cases', opened);
    expect(read('waiting')).toEqual([
      {
        version: '0',
        id: expect.any(String),
        'detail-type': 'case-opened',
        source: 'adult-social-care',
        account: '000000000000',
        time: expect.stringMatching(/^2027-03-04T05:06:\d\dZ$/),
        region: 'eu-west-2',
        resources: [],
        detail: { caseId: 'c1' },
      },
    ]);
  });

  test('reaches the function of a rule on the default bus', async () => {
    const { bus } = start();
    const status = (value: string) => ({
      source: 'aws.states',
      detailType: 'Step Functions Execution Status Change',
      detail: { status: value },
    });
    await bus.put('default', status('SUCCEEDED'));
    await bus.put('default', status('FAILED'));
    await ports.activity.whenIdle();
    expect(ports.functions.calls).toMatchObject([
      { name: 'case-stream', payload: { detail: { status: 'FAILED' } } },
    ]);
  });

  test('stays on its bus and away from a disabled rule', async () => {
    const onOther = start();
    await onOther.bus.put('default', opened);
    expect(onOther.read('waiting')).toEqual([]);
    const disabled = start({ State: 'DISABLED' });
    await disabled.bus.put('cases', opened);
    expect(disabled.read('waiting')).toEqual([]);
  });

  test('that cannot be delivered lies in the dead-letter queue with the reason', async () => {
    const { bus, queues, read } = start();
    bus.refuseNext(1);
    await bus.put('cases', opened);
    await bus.put('cases', opened);
    expect([read('waiting').length, read('undelivered').length]).toEqual([1, 1]);
    expect(queues.messages(queueArn('undelivered'))[0]?.attributes).toMatchObject({
      TARGET_ARN: queueArn('waiting'),
      ERROR_CODE: expect.any(String),
    });
  });
});

describe('PutEvents', () => {
  async function client(bus: ReturnType<typeof start>['bus']): Promise<EventBridgeClient> {
    const { endpoint, close } = await serveJson(bus);
    const made = new EventBridgeClient({
      endpoint,
      region: 'eu-west-2',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    closing.push(async () => made.destroy(), close);
    return made;
  }
  const entry = {
    Source: 'adult-social-care',
    DetailType: 'case-opened',
    Detail: '{"caseId":"c1"}',
    EventBusName: 'cases',
  };

  test('takes events from an unchanged SDK client', async () => {
    const { bus, read } = start();
    const sdk = await client(bus);
    const Time = new Date('2027-03-04T05:06:07Z');
    const answer = await sdk.send(new PutEventsCommand({ Entries: [{ ...entry, Time }] }));
    expect(answer.FailedEntryCount).toBe(0);
    expect(read('waiting')).toMatchObject([
      {
        id: answer.Entries?.[0]?.EventId,
        time: '2027-03-04T05:06:07Z',
        detail: { caseId: 'c1' },
      },
    ]);
  });

  test('fails the one entry that is malformed and takes the rest', async () => {
    const { bus, read } = start();
    const sdk = await client(bus);
    const Entries = [{ ...entry, Detail: '[1]' }, entry];
    const answer = await sdk.send(new PutEventsCommand({ Entries }));
    expect(answer.FailedEntryCount).toBe(1);
    expect(answer.Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([
      'MalformedDetail',
      undefined,
    ]);
    expect(read('waiting')).toHaveLength(1);
  });

  test('refuses a bus that the template does not have and more than ten entries', async () => {
    const { bus, read } = start();
    const sdk = await client(bus);
    const elsewhere = new PutEventsCommand({ Entries: [{ ...entry, EventBusName: 'elsewhere' }] });
    await expect(sdk.send(elsewhere)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    const tooMany = new PutEventsCommand({ Entries: Array.from({ length: 11 }, () => entry) });
    await expect(sdk.send(tooMany)).rejects.toMatchObject({ name: 'ValidationException' });
    expect(read('waiting')).toEqual([]);
  });
});

describe('what the local bus does not know stops the start by name', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['InputTransformer', {}, { InputTransformer: { InputTemplate: '{}' } }],
    ['ScheduleExpression', { ScheduleExpression: 'rate(1 day)' }, {}],
    ['wildcard', { EventPattern: { source: [{ wildcard: '*' }] } }, {}],
    ['elsewhere', { EventBusName: 'elsewhere' }, {}],
    ['function:unknown', {}, { Arn: functionArn('unknown') }],
    ['sqs:eu-west-2:000000000000:gone', {}, { DeadLetterConfig: { Arn: queueArn('gone') } }],
  ])('%s', (name, rule, target) => {
    expect(() => start(rule, target)).toThrow(name);
  });
});
