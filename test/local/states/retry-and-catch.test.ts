import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { awaitedTask, createRig, directTask, failWith, succeed } from './rig.ts';
import { SteppedClock } from './stepped-clock.ts';

let rig: ReturnType<typeof createRig>;
beforeEach(() => {
  rig = createRig();
});
afterEach(() => rig.stop());

const only = (state: object): object => ({ StartAt: 'Only', States: { Only: state } });
const retrying = (rule: object): object =>
  only(directTask({ Retry: [{ ErrorEquals: ['Busy'], ...rule }], End: true }));

describe('a retry', () => {
  it('comes after an interval that grows with each one', async () => {
    rig.host.handler = () => failWith('Busy');
    rig.define(retrying({ IntervalSeconds: 100, BackoffRate: 3, MaxAttempts: 2 }));
    const arn = await rig.start();
    const callsAfter = async (seconds: number): Promise<number> => {
      await rig.passSeconds(seconds);
      return rig.host.calls.length;
    };
    expect(rig.host.calls).toHaveLength(1);
    expect(await callsAfter(90)).toBe(1);
    expect(await callsAfter(10)).toBe(2);
    expect(await callsAfter(290)).toBe(2);
    expect(await callsAfter(10)).toBe(3);
    expect(await rig.describe(arn)).toMatchObject({ status: 'FAILED', error: 'Busy' });
  });

  it('waits no longer than its longest delay', async () => {
    rig.host.handler = () => failWith('Busy');
    rig.define(retrying({ IntervalSeconds: 100, BackoffRate: 10, MaxDelaySeconds: 150 }));
    await rig.start();
    await rig.passSeconds(100);
    await rig.passSeconds(150);
    expect(rig.host.calls).toHaveLength(3);
  });

  it('that succeeds goes on as if nothing had been', async () => {
    rig.host.handler = () => failWith('Busy');
    rig.define(retrying({ IntervalSeconds: 1 }));
    const arn = await rig.start();
    rig.host.handler = () => succeed('done');
    await rig.passSeconds(1);
    expect(await rig.describe(arn)).toMatchObject({
      status: 'SUCCEEDED',
      output: { Payload: 'done' },
    });
  });

  it('is not made for an error that no rule names, nor where none is allowed', async () => {
    rig.host.handler = () => failWith('Broken');
    expect(await rig.run(retrying({}))).toMatchObject({ status: 'FAILED', error: 'Broken' });
    rig.host.handler = () => failWith('Busy');
    expect(await rig.run(retrying({ MaxAttempts: 0 }))).toMatchObject({ status: 'FAILED' });
  });

  it('counts for each rule by itself, and the count of all is in the context', async () => {
    const rule = (error: string): object => ({
      ErrorEquals: [error],
      IntervalSeconds: 1,
      MaxAttempts: 1,
    });
    rig.define(only(awaitedTask({ Retry: [rule('Busy'), rule('Slow')], End: true })));
    const arn = await rig.start();
    await rig.sendFailure(rig.host.latestToken(), 'Slow', '');
    await rig.passSeconds(1);
    await rig.sendFailure(rig.host.latestToken(), 'Busy', '');
    await rig.passSeconds(1);
    expect(rig.host.calls.map(({ payload }) => payload)).toMatchObject([
      { retry: 0 },
      { retry: 1 },
      { retry: 2 },
    ]);
    await rig.sendFailure(rig.host.latestToken(), 'Busy', '');
    expect(await rig.describe(arn)).toMatchObject({ status: 'FAILED', error: 'Busy' });
  });

  it('gives the function a new token, and closes the one before', async () => {
    rig.define(only(awaitedTask({ Retry: [{ ErrorEquals: ['Busy'] }], End: true })));
    const arn = await rig.start();
    await rig.sendFailure(rig.host.latestToken(), 'Busy', '');
    await rig.passSeconds(1);
    const [first = '', second = ''] = rig.host.tokens();
    expect((await rig.sendSuccess(first, 'late')).body).toMatchObject({ __type: 'TaskTimedOut' });
    await rig.sendSuccess(second, 'in time');
    expect(await rig.describe(arn)).toEqual({ status: 'SUCCEEDED', output: 'in time' });
  });

  it('runs all branches of a parallel state again', async () => {
    rig.define(
      only({
        Type: 'Parallel',
        Branches: [{ StartAt: 'Inner', States: { Inner: directTask({ End: true }) } }],
        Retry: [{ ErrorEquals: ['Busy'] }],
        End: true,
      }),
    );
    rig.host.handler = () => failWith('Busy');
    const arn = await rig.start();
    rig.host.handler = () => succeed('second');
    await rig.passSeconds(1);
    expect(await rig.describe(arn)).toMatchObject({ output: [{ Payload: 'second' }] });
  });
});

describe('a catch', () => {
  const catching = (ErrorEquals: string[], fields: object = {}): object => ({
    StartAt: 'Try',
    States: {
      Try: directTask({
        Retry: [],
        Catch: [{ ErrorEquals, Next: 'Caught', ...fields }],
        Next: 'Fine',
      }),
      Fine: { Type: 'Succeed', Output: 'fine' },
      Caught: { Type: 'Succeed' },
    },
  });

  it('goes to its state with the error as AWS words it', async () => {
    rig.host.handler = () => failWith('Broken', 'no more');
    expect(await rig.run(catching(['Broken']))).toEqual({
      status: 'SUCCEEDED',
      output: { Error: 'Broken', Cause: '{"errorMessage":"no more","errorType":"Broken"}' },
    });
  });

  it('assigns and gives what it reads from the error', async () => {
    rig.host.handler = () => failWith('Broken');
    const fields = {
      Assign: { failed: '{% $states.errorOutput.Error %}' },
      Output: { error: '{% $states.errorOutput.Error %}', input: '{% $states.input %}' },
    };
    const machine = catching(['States.ALL'], fields);
    expect(await rig.run(machine, 'given')).toMatchObject({
      output: { error: 'Broken', input: 'given' },
    });
    const showing = { Caught: { Type: 'Succeed', Output: '{% $failed %}' } };
    const { States } = { States: {}, ...machine };
    expect(await rig.run({ ...machine, States: { ...States, ...showing } })).toMatchObject({
      output: 'Broken',
    });
  });

  it.each([
    ['States.TaskFailed', 'Broken', 'SUCCEEDED'],
    ['States.ALL', 'Broken', 'SUCCEEDED'],
    ['States.Timeout', 'Broken', 'FAILED'],
    ['Broken', 'Broken.Otherwise', 'FAILED'],
    ['States.ALL', 'States.Runtime', 'FAILED'],
    ['States.ALL', 'States.DataLimitExceeded', 'FAILED'],
    ['States.DataLimitExceeded', 'States.DataLimitExceeded', 'SUCCEEDED'],
  ])('that names %s, on the error %s: %s', async (named, error, status) => {
    rig.host.handler = () => failWith(error);
    expect(await rig.run(catching([named]))).toMatchObject({ status });
  });

  it('is taken only once the retries are used up', async () => {
    rig.host.handler = () => failWith('Busy');
    const rule = { ErrorEquals: ['Busy'], MaxAttempts: 1, IntervalSeconds: 5 };
    const { States } = { States: {}, ...catching(['States.ALL']) };
    const Try = directTask({
      Retry: [rule],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
      Next: 'Fine',
    });
    rig.define({ StartAt: 'Try', States: { ...States, Try } });
    const arn = await rig.start();
    expect(await rig.describe(arn)).toEqual({ status: 'RUNNING' });
    await rig.passSeconds(5);
    expect(rig.host.calls).toHaveLength(2);
    expect(await rig.describe(arn)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('catches an expression of its own state that gives nothing', async () => {
    const { States } = { States: {}, ...catching(['States.QueryEvaluationError']) };
    const Try = directTask({
      Output: '{% $states.result.Payload.missing %}',
      Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Output: 'caught', Next: 'Caught' }],
      Next: 'Fine',
    });
    const machine = { StartAt: 'Try', States: { ...States, Try } };
    expect(await rig.run(machine)).toMatchObject({ output: 'caught' });
  });

  it('that fails itself ends the execution', async () => {
    rig.host.handler = () => failWith('Broken');
    expect(await rig.run(catching(['Broken'], { Output: '{% $nothing %}' }))).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
    });
  });

  it.each([
    ['throttled', 'Lambda.TooManyRequestsException'],
    ['timeout', 'Sandbox.Timedout'],
  ] as const)('knows a function that was %s as %s', async (fault, error) => {
    const errorMessage = 'not now';
    rig.host.handler = () => ({ ok: false, fault, errorType: 'Sandbox.Timedout', errorMessage });
    expect(await rig.run(catching([error]))).toMatchObject({ output: { Error: error } });
  });

  it('knows a fault of the host as an error of the Lambda service', async () => {
    rig.host.handler = () => Promise.reject(new Error('no such function'));
    expect(await rig.run(catching(['Lambda.ServiceException']))).toMatchObject({
      output: { Error: 'Lambda.ServiceException', Cause: 'no such function' },
    });
  });

  it('is not taken for a result that is too large unless it says so', async () => {
    rig.host.handler = () => succeed('x'.repeat(262_145));
    expect(await rig.run(catching(['States.ALL']))).toMatchObject({
      status: 'FAILED',
      error: 'States.DataLimitExceeded',
    });
  });
});

describe('a timeout', () => {
  const days = (count: number): number => count * 86_400;
  const wait = awaitedTask({
    TimeoutSeconds: days(60),
    Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Only' }],
    End: true,
  });

  it('of a wait is caught to the same wait with a new token', async () => {
    rig.define(only(wait));
    const arn = await rig.start();
    await rig.passSeconds(days(60) - 60);
    expect(rig.host.calls).toHaveLength(1);
    await rig.passSeconds(60);
    expect(rig.host.calls).toHaveLength(2);
    const [first = ''] = rig.host.tokens();
    expect((await rig.sendSuccess(first, {})).body).toMatchObject({ __type: 'TaskTimedOut' });
    await rig.sendSuccess(rig.host.latestToken(), 'at last');
    expect(await rig.describe(arn)).toEqual({ status: 'SUCCEEDED', output: 'at last' });
  });

  it('does not come once the token came back', async () => {
    rig.define({
      StartAt: 'Only',
      States: {
        Only: awaitedTask({ TimeoutSeconds: 10, Next: 'Then' }),
        Then: awaitedTask({ End: true }),
      },
    });
    const arn = await rig.start();
    await rig.sendSuccess(rig.host.latestToken(), {});
    await rig.passSeconds(100);
    expect(await rig.describe(arn)).toEqual({ status: 'RUNNING' });
  });

  it('may be computed', async () => {
    rig.define(only(awaitedTask({ TimeoutSeconds: '{% $states.input * 60 %}', End: true })));
    const arn = await rig.start(2);
    await rig.passSeconds(100);
    expect(await rig.describe(arn)).toEqual({ status: 'RUNNING' });
    await rig.passSeconds(20);
    expect(await rig.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('is not an error that States.TaskFailed names', async () => {
    const Retry = [{ ErrorEquals: ['States.TaskFailed'] }];
    rig.define(only(awaitedTask({ TimeoutSeconds: 5, Retry, End: true })));
    const arn = await rig.start();
    await rig.passSeconds(5);
    expect(await rig.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('of the machine ends the whole execution as timed out', async () => {
    rig.define({ ...only(awaitedTask({ End: true })), TimeoutSeconds: 100 });
    const arn = await rig.start();
    await rig.passSeconds(100);
    expect(await rig.describe(arn)).toEqual({ status: 'TIMED_OUT' });
  });

  it('overtakes a function that is still at work, whose answer then counts for nothing', async () => {
    const clock = new SteppedClock();
    const slow = createRig({ clock });
    let answer: (payload: unknown) => void = () => {};
    slow.host.handler = () => new Promise((resolve) => (answer = () => resolve(succeed('late'))));
    slow.define(only(directTask({ TimeoutSeconds: 30, End: true })));
    const { body } = await slow.call('StartExecution', {
      stateMachineArn: 'arn:aws:states:eu-west-2:111122223333:stateMachine:journey',
      name: 'slow',
    });
    expect(body).toMatchObject({ startDate: clock.now() / 1000 });
    await clock.advanceTo(clock.now());
    await clock.advanceTo(clock.now() + 30_000);
    answer(undefined);
    await slow.activity.whenIdle();
    const arn = 'arn:aws:states:eu-west-2:111122223333:execution:journey:slow';
    expect(await slow.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    slow.stop();
  });
});
