import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { afterEach, expect, test } from 'vitest';
import { createAwsServices } from '#infra/local/http/aws-services.ts';
import type { HttpAnswer, HttpRequest } from '#infra/local/http/messages.ts';
import { type HttpServer, listen } from '#infra/local/http/server.ts';
import type { JsonAnswer, JsonService } from '#infra/local/ports.ts';

const servers: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function listenWith(
  handle: (request: HttpRequest) => Promise<HttpAnswer>,
): Promise<HttpServer> {
  const server = await listen(0, handle);
  servers.push(server);
  return server;
}

function echo({ method, target, body }: HttpRequest): Promise<HttpAnswer> {
  const headers = { 'x-seen': `${method} ${target}`, 'set-cookie': ['a=1', 'b=2'] };
  return Promise.resolve({ status: 201, headers, body });
}

test('A request arrives whole and its answer is sent as it was made', async () => {
  const { url } = await listenWith(echo);
  const answer = await fetch(`${url}/a%20b?c=d`, { method: 'PUT', body: 'é' });
  expect(answer.status).toBe(201);
  expect(answer.headers.get('x-seen')).toBe('PUT /a%20b?c=d');
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(await answer.text()).toBe('é');
});

test('A body of more than ten megabytes is refused', async () => {
  const { url } = await listenWith(echo);
  const answer = await fetch(url, { method: 'POST', body: 'x'.repeat(10 * 1024 * 1024 + 1) });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toEqual({ message: 'Request Entity Too Large' });
});

test('A port that is taken is an error that says so', async () => {
  const { url } = await listenWith(echo);
  await expect(listen(Number(new URL(url).port), echo)).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

class RecordingService implements JsonService {
  readonly target = 'AWSStepFunctions';
  readonly calls: unknown[] = [];
  answer: JsonAnswer = { status: 200, body: { executionArn: 'arn:x', startDate: 1 } };

  handle(operation: string, body: unknown): Promise<JsonAnswer> {
    this.calls.push([operation, body]);
    return Promise.resolve(this.answer);
  }
}

async function sfnClient(service: RecordingService, now = () => Date.now()) {
  const { url } = await listenWith(createAwsServices([service], now));
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  return new SFNClient({ endpoint: url, region: 'eu-west-2', credentials });
}

test('The SDK reaches a local service by its target', async () => {
  const service = new RecordingService();
  const client = await sfnClient(service);
  const command = new StartExecutionCommand({ stateMachineArn: 'arn:m', input: '{}' });
  expect(await client.send(command)).toMatchObject({ executionArn: 'arn:x' });
  expect(service.calls).toEqual([['StartExecution', { stateMachineArn: 'arn:m', input: '{}' }]]);
});

test('Whoever counts hears of each call which function sent it', async () => {
  const calls: unknown[] = [];
  const service = new RecordingService();
  const heard = createAwsServices([service], Date.now, (call) => calls.push(call));
  const { url } = await listenWith(heard);
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  const named = { endpoint: url, region: 'eu-west-2', userAgentAppId: 'case-stream' };
  const client = new SFNClient({ ...named, credentials });
  await client.send(new StartExecutionCommand({ stateMachineArn: 'arn:m' }));
  expect(calls).toEqual([
    {
      target: 'AWSStepFunctions.StartExecution',
      caller: 'case-stream',
      body: '{"stateMachineArn":"arn:m"}',
    },
  ]);
});

test('A refusal reaches the SDK by its name, and is not tried again', async () => {
  const service = new RecordingService();
  service.answer = { status: 400, body: { __type: 'ExecutionAlreadyExists', message: 'again' } };
  const client = await sfnClient(service);
  const command = new StartExecutionCommand({ stateMachineArn: 'arn:m' });
  await expect(client.send(command)).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  expect(service.calls).toHaveLength(1);
});

test('A call to a service that is not there is refused with its name', async () => {
  const { url } = await listenWith(createAwsServices([], () => Date.now()));
  const headers = { 'x-amz-target': 'AmazonSQS.SendMessage' };
  const answer = await fetch(url, { method: 'POST', headers, body: '{}' });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ message: expect.stringContaining('AmazonSQS') });
});

test('Local services date their answers in local time', async () => {
  const now = () => Date.parse('2008-05-23T09:00:00Z');
  const { url } = await listenWith(createAwsServices([], now));
  const answer = await fetch(url, { method: 'POST' });
  expect(answer.headers.get('date')).toBe('Fri, 23 May 2008 09:00:00 GMT');
});
