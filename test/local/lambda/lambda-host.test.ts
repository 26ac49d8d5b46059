import { afterEach, expect, test } from 'vitest';
import { createActivity } from '#infra/local/activity.ts';
import { createClock } from '#infra/local/clock.ts';
import { readFunctions } from '#infra/local/lambda/function-definition.ts';
import { createLambdaHost, type LambdaHost } from '#infra/local/lambda/lambda-host.ts';
import { createLogs } from '#infra/local/logs.ts';
import { functionsDeployment } from '#test/support/local/fixture-deployment.ts';

const hosts: LambdaHost[] = [];
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.stop()));
});

function hostOf(
  modules: Record<string, string>,
  properties: Record<string, unknown> = {},
  startAt = Date.now(),
) {
  const activity = createActivity();
  const clock = createClock(activity, startAt - Date.now(), () => {});
  const logs = createLogs(undefined, false);
  const functions = readFunctions(functionsDeployment(modules, properties));
  const endpoints = () => ({ AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1' });
  const host = createLambdaHost({ functions, clock, activity, logs, endpoints });
  hosts.push(host);
  return { host, logs, clock };
}

test('A function is given its event and gives back its answer as JSON', async () => {
  const { host } = hostOf({
    echo: 'export const handler = async (event) => ({ seen: event, when: undefined, at: new Date(0) });',
  });
  expect(await host.invoke('echo', { a: [1, undefined], b: undefined })).toEqual({
    ok: true,
    payload: { seen: { a: [1, null] }, at: '1970-01-01T00:00:00.000Z' },
  });
});

test('A function that answers nothing answers null', async () => {
  const { host } = hostOf({ quiet: 'export const handler = async () => {};' });
  expect(await host.invoke('quiet', {})).toEqual({ ok: true, payload: null });
});

test('A function may be invoked by its ARN', async () => {
  const { host } = hostOf({ echo: 'export const handler = async (event) => event;' });
  const arn = 'arn:aws:lambda:eu-west-2:000000000000:function:echo';
  expect(await host.invoke(arn, 1)).toEqual({ ok: true, payload: 1 });
});

test('A function sees the template variables and the local endpoints, and nothing of the machine', async () => {
  const { host } = hostOf(
    { env: 'export const handler = async () => process.env;' },
    { Environment: { Variables: { COUNCIL: 'example' } } },
  );
  const result = await host.invoke('env', {});
  expect(result).toMatchObject({
    payload: {
      COUNCIL: 'example',
      AWS_REGION: 'eu-west-2',
      AWS_LAMBDA_FUNCTION_NAME: 'env',
      AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1',
    },
  });
  expect(result.ok && Object.keys(Object(result.payload))).not.toContain('PATH');
});

test('A function is told which invocation it serves and how long it still has', async () => {
  const { host } = hostOf({
    context: `export const handler = async (event, context) => ({
      ...context, remaining: context.getRemainingTimeInMillis() });`,
  });
  const first = await host.invoke('context', {});
  const second = await host.invoke('context', {});
  expect(first).toMatchObject({
    payload: {
      functionName: 'context',
      functionVersion: '$LATEST',
      memoryLimitInMB: '128',
      invokedFunctionArn: 'arn:aws:lambda:eu-west-2:000000000000:function:context',
    },
  });
  const [one, two] = [first, second].map((result) => Object(result.ok ? result.payload : {}));
  expect(one.remaining).toBeGreaterThan(0);
  expect(two.awsRequestId).not.toBe(one.awsRequestId);
});

test('A function keeps what it loaded from one event to the next', async () => {
  const { host } = hostOf({ count: 'let n = 0; export const handler = async () => (n += 1);' });
  await host.invoke('count', {});
  expect(await host.invoke('count', {})).toEqual({ ok: true, payload: 2 });
});

test('One worker serves one event at a time, and a function has at most two', async () => {
  const { host } = hostOf({
    busy: `let running = 0; let most = 0; let served = 0;
      export const handler = async () => {
        running += 1; most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 20));
        running -= 1; served += 1;
        return { most, served };
      };`,
  });
  const results = await Promise.all(Array.from({ length: 6 }, () => host.invoke('busy', {})));
  const answers = results.map((result) => (result.ok ? Object(result.payload) : {}));
  expect(answers.every(({ most }) => most === 1)).toBe(true);
  expect(answers.filter(({ served }) => served === 1)).toHaveLength(2);
});

test('A function without any reserved concurrency is throttled', async () => {
  const { host } = hostOf(
    { off: 'export const handler = async () => 1;' },
    { ReservedConcurrentExecutions: 0 },
  );
  expect(await host.invoke('off', {})).toMatchObject({ ok: false, fault: 'throttled' });
});

test.each([
  ['an error', "throw new RangeError('too far')", 'RangeError', 'too far'],
  ['a named error', "throw Object.assign(new Error('no'), { name: 'NotNow' })", 'NotNow', 'no'],
  ['a text', "throw 'plain'", 'string', 'plain'],
])(
  '%s thrown is a fault of the function, and stands in its log',
  async (_what, code, type, text) => {
    const { host, logs } = hostOf({ bad: `export const handler = async () => { ${code}; };` });
    expect(await host.invoke('bad', {})).toEqual({
      ok: false,
      fault: 'function',
      errorType: type,
      errorMessage: text,
    });
    expect(logs.text()).toContain(text);
  },
);

test('A function that runs past its timeout is cut off, and the next event finds a fresh one', async () => {
  const { host } = hostOf(
    {
      slow: 'let n = 0; export const handler = async (stuck) => { n += 1; while (stuck); return n; };',
    },
    { Timeout: 1 },
  );
  expect(await host.invoke('slow', true)).toMatchObject({ ok: false, fault: 'timeout' });
  expect(await host.invoke('slow', false)).toEqual({ ok: true, payload: 1 });
});

test('A function that was cut off does nothing more', async () => {
  const { host, logs } = hostOf(
    {
      late: `export const handler = async () => {
        await new Promise((resolve) => setTimeout(resolve, 1300));
        console.log('too late');
      };`,
    },
    { Timeout: 1 },
  );
  expect(await host.invoke('late', {})).toMatchObject({ ok: false, fault: 'timeout' });
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(logs.text()).not.toContain('too late');
});

test('A function that dies between events is started again', async () => {
  const { host } = hostOf({
    dies: `let n = 0;
      export const handler = async (dies) => { n += 1; if (dies) process.exit(3); return n; };`,
  });
  expect(await host.invoke('dies', true)).toMatchObject({ errorType: 'Runtime.ExitError' });
  expect(await host.invoke('dies', false)).toEqual({ ok: true, payload: 1 });
});

test('A function that cannot be loaded says why to whoever invokes it', async () => {
  const { host } = hostOf({ broken: "import 'no-such-package'; export const handler = () => 1;" });
  expect(await host.invoke('broken', {})).toMatchObject({
    ok: false,
    fault: 'function',
    errorMessage: expect.stringContaining('no-such-package'),
  });
});

test('What a function logs is kept before its answer is given', async () => {
  const { host, logs } = hostOf({
    logs: "export const handler = async () => { console.log('hello from %s', 'here'); };",
  });
  await host.invoke('logs', {});
  expect(logs.text()).toContain('hello from here\n');
});

test('An event or an answer of more than six megabytes does not pass', async () => {
  const { host } = hostOf({ big: "export const handler = async (n) => 'x'.repeat(n);" });
  const tooBig = 6 * 1024 * 1024;
  expect(await host.invoke('big', tooBig)).toMatchObject({
    errorType: 'Function.ResponseSizeTooLarge',
  });
  expect(await host.invoke('big', 'x'.repeat(tooBig))).toMatchObject({
    errorType: 'RequestEntityTooLargeException',
  });
});

test('A function tells local time, and follows the clock when it is advanced', async () => {
  const { host, clock } = hostOf(
    {
      dates: `const made = new Date();
        export const handler = async () => ({
          now: Date.now(), made: new Date().toISOString(), year: Date().slice(11, 15),
          given: new Date(2008, 4, 23).toISOString(), utc: Date.UTC(2008, 0, 1),
          isDate: made instanceof Date && new Date() instanceof Date,
          parts: new made.constructor().getUTCFullYear(),
        });`,
    },
    {},
    Date.parse('2008-05-23T09:00:00Z'),
  );
  expect(await host.invoke('dates', {})).toMatchObject({
    payload: {
      made: expect.stringMatching(/^2008-05-23T09:0/),
      year: '2008',
      given: '2008-05-23T00:00:00.000Z',
      utc: 1199145600000,
      isDate: true,
      parts: 2008,
    },
  });
  await clock.advanceTo(Date.parse('2009-05-23T09:00:00Z'));
  expect(await host.invoke('dates', {})).toMatchObject({
    payload: { made: expect.stringMatching(/^2009-05-23T09:0/), parts: 2009 },
  });
});

test('The template cannot ask for what a worker does not offer', () => {
  const layers = { Layers: ['arn:aws:lambda:eu-west-2:1:layer:x'] };
  expect(() => hostOf({ f: '' }, layers)).toThrow(/Layers/);
});
