import { createServer, type IncomingMessage } from 'node:http';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListActivitiesCommand,
  ListExecutionsCommand,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { awaitedTask, createRig, MACHINE_ARN } from './rig.ts';

let rig: ReturnType<typeof createRig>;
let client: SFNClient;
let close: () => void;

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(z.instanceof(Buffer).parse(chunk));
  return JSON.parse(Buffer.concat(chunks).toString());
}

beforeEach(async () => {
  rig = createRig();
  rig.define({
    StartAt: 'TriageContact',
    States: {
      TriageContact: awaitedTask({
        Retry: [{ ErrorEquals: ['Busy'] }],
        Assign: { verdict: '{% $states.result.verdict %}' },
        Next: 'Finished',
      }),
      Finished: { Type: 'Succeed', Output: { verdict: '{% $verdict %}' } },
    },
  });
  const server = createServer(async (request, response) => {
    const [target, operation = ''] = String(request.headers['x-amz-target']).split('.');
    const known = target === rig.service.target;
    const body = await bodyOf(request);
    const answer = known ? await rig.service.handle(operation, body) : { status: 404, body: {} };
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  client = new SFNClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  close = () => {
    client.destroy();
    server.close();
    rig.stop();
  };
});
afterEach(() => close());

const start = async (name: string, input = '{"caseId":"C1"}') => {
  const command = new StartExecutionCommand({ stateMachineArn: MACHINE_ARN, name, input });
  const started = await client.send(command);
  await rig.activity.whenIdle();
  return started;
};
const finish = async (): Promise<void> => {
  const taskToken = rig.host.latestToken();
  await client.send(new SendTaskSuccessCommand({ taskToken, output: '{"verdict":"advice"}' }));
  await rig.activity.whenIdle();
};

describe('the client of AWS', () => {
  it('starts an execution, completes its task and reads how it came out', async () => {
    const { executionArn, startDate } = await start('C1-journey-1-1');
    expect(executionArn).toBe(
      'arn:aws:states:eu-west-2:111122223333:execution:journey:C1-journey-1-1',
    );
    await finish();
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      executionArn,
      stateMachineArn: MACHINE_ARN,
      name: 'C1-journey-1-1',
      status: 'SUCCEEDED',
      startDate,
      stopDate: expect.any(Date),
      input: '{"caseId":"C1"}',
      output: '{"verdict":"advice"}',
    });
  });

  it('gets the first answer again for the same start, while the execution runs', async () => {
    const first = await start('same');
    const second = await start('same');
    expect(second.startDate).toEqual(first.startDate);
    expect(second.executionArn).toBe(first.executionArn);
    expect(rig.host.calls).toHaveLength(1);
  });

  it('is refused a used name with another input, and once its execution has ended', async () => {
    await start('used');
    await expect(start('used', '{}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    await finish();
    await expect(start('used')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  it.each([
    ['a name with a space', { name: 'a b' }, 'InvalidName'],
    ['an input that is not JSON', { input: '{' }, 'InvalidExecutionInput'],
    [
      'a machine that does not exist',
      { stateMachineArn: `${MACHINE_ARN}x` },
      'StateMachineDoesNotExist',
    ],
    ['an input of more than 256 KiB', { input: `"${'x'.repeat(262_143)}"` }, 'ValidationException'],
    ['a member that is not known here', { traceHeader: 'Root=1' }, 'ValidationException'],
  ])('is refused a start with %s', async (_what, fields, name) => {
    const command = new StartExecutionCommand({ stateMachineArn: MACHINE_ARN, ...fields });
    await expect(client.send(command)).rejects.toMatchObject({ name });
  });

  it('is refused a token that is malformed, unknown, closed or given no JSON', async () => {
    await start('tokens');
    const taskToken = rig.host.latestToken();
    const send = (token: string, output = '{}') =>
      client.send(new SendTaskSuccessCommand({ taskToken: token, output }));
    await expect(send('token')).rejects.toMatchObject({ name: 'InvalidToken' });
    await expect(send('A'.repeat(128))).rejects.toMatchObject({ name: 'TaskDoesNotExist' });
    await expect(send(taskToken, '{')).rejects.toMatchObject({ name: 'InvalidOutput' });
    await send(taskToken);
    await expect(send(taskToken)).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  it('fails a task with an error that a retry may name', async () => {
    await start('failing');
    const taskToken = rig.host.latestToken();
    await client.send(new SendTaskFailureCommand({ taskToken, error: 'Busy', cause: 'later' }));
    await rig.activity.whenIdle();
    await rig.passSeconds(1);
    expect(rig.host.calls).toHaveLength(2);
  });

  it('stops an execution, whose token is then closed', async () => {
    const { executionArn } = await start('stopped');
    const stop = new StopExecutionCommand({ executionArn, error: 'Closed', cause: 'withdrawn' });
    const { stopDate } = await client.send(stop);
    expect(await client.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'ABORTED',
      stopDate,
      error: 'Closed',
      cause: 'withdrawn',
    });
    await expect(finish()).rejects.toMatchObject({ name: 'TaskTimedOut' });
    expect((await client.send(stop)).stopDate).toEqual(stopDate);
  });

  it('lists executions, newest first, by status and page by page', async () => {
    for (const name of ['first', 'second', 'third']) await start(name);
    await finish();
    const list = async (fields: object) => {
      const command = new ListExecutionsCommand({ stateMachineArn: MACHINE_ARN, ...fields });
      const { executions, nextToken } = await client.send(command);
      return { names: executions?.map(({ name }) => name), nextToken };
    };
    expect(await list({ statusFilter: 'SUCCEEDED' })).toEqual({ names: ['third'] });
    const page = await list({ maxResults: 2 });
    expect(page.names).toEqual(['third', 'second']);
    expect(await list({ maxResults: 2, nextToken: page.nextToken })).toEqual({ names: ['first'] });
    await expect(list({ nextToken: 'x' })).rejects.toMatchObject({ name: 'InvalidToken' });
  });

  it('reads in the history which states were entered and how their tasks came out', async () => {
    const { executionArn } = await start('told');
    await finish();
    const read = async (fields: object) => {
      const command = new GetExecutionHistoryCommand({ executionArn, ...fields });
      const { events, nextToken } = await client.send(command);
      return { events: events ?? [], types: events?.map(({ type }) => type), nextToken };
    };
    const all = [
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskSubmitted',
      'TaskSucceeded',
      'TaskStateExited',
      'SucceedStateEntered',
      'SucceedStateExited',
      'ExecutionSucceeded',
    ];
    const { events, types } = await read({});
    expect(types).toEqual(all);
    expect(events[1]?.stateEnteredEventDetails?.name).toBe('TriageContact');
    expect(events[1]?.timestamp).toBeInstanceOf(Date);
    expect(events[8]?.executionSucceededEventDetails?.output).toBe('{"verdict":"advice"}');
    const newest = await read({ reverseOrder: true, maxResults: 4 });
    expect(newest.types).toEqual(all.slice(5).reverse());
    const older = await read({ reverseOrder: true, nextToken: newest.nextToken });
    expect(older.types).toEqual(all.slice(0, 5).reverse());
  });

  it('is told of an execution that does not exist, and of a call that is not known here', async () => {
    const executionArn = 'arn:aws:states:eu-west-2:111122223333:execution:journey:none';
    const refusals = [
      new DescribeExecutionCommand({ executionArn }),
      new StopExecutionCommand({ executionArn }),
      new GetExecutionHistoryCommand({ executionArn }),
    ].map((command) => client.send(Object.assign(command)));
    for (const refusal of refusals) {
      await expect(refusal).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
    }
    await expect(client.send(new ListActivitiesCommand({}))).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: expect.stringContaining('ListActivities'),
    });
  });
});

describe('each change of status', () => {
  it('is an event on the default bus', async () => {
    const { executionArn } = await start('announced');
    await finish();
    const event = (detail: object): object => ({
      source: 'aws.states',
      detailType: 'Step Functions Execution Status Change',
      resources: [executionArn],
      detail: expect.objectContaining({
        executionArn,
        stateMachineArn: MACHINE_ARN,
        name: 'announced',
        startDate: expect.any(Number),
        ...detail,
      }),
    });
    expect(rig.events).toEqual([
      event({ status: 'RUNNING', stopDate: null, output: null }),
      event({ status: 'SUCCEEDED', stopDate: expect.any(Number), output: '{"verdict":"advice"}' }),
    ]);
  });
});

describe('the count of transitions', () => {
  it('is one for each state entered and each retry', async () => {
    await start('counted');
    expect(rig.service.transitions()).toBe(1);
    await rig.sendFailure(rig.host.latestToken(), 'Busy', '');
    await rig.passSeconds(1);
    expect(rig.service.transitions()).toBe(2);
    await finish();
    expect(rig.service.transitions()).toBe(3);
  });
});
