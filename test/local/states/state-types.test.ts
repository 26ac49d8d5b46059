import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { awaitedTask, createRig, directTask, succeed } from './rig.ts';

let rig: ReturnType<typeof createRig>;
beforeEach(() => {
  rig = createRig();
});
afterEach(() => rig.stop());

const only = (state: object): object => ({ StartAt: 'Only', States: { Only: state } });

describe('a task that waits for its token', () => {
  const machine = {
    StartAt: 'TriageContact',
    States: {
      TriageContact: awaitedTask({
        Assign: { verdict: '{% $states.result.verdict %}' },
        Next: 'RouteTriage',
      }),
      RouteTriage: {
        Type: 'Choice',
        Choices: [{ Condition: "{% $verdict = 'assess' %}", Next: 'AssessNeeds' }],
        Default: 'Finished',
      },
      AssessNeeds: awaitedTask({ Next: 'Finished' }),
      Finished: { Type: 'Succeed', Output: { verdict: '{% $verdict %}' } },
    },
  };

  it('gives the function its token and stays until the token comes back', async () => {
    expect(await rig.run(machine)).toEqual({ status: 'RUNNING' });
    expect(rig.host.calls).toEqual([
      {
        name: 'journey-tasks',
        payload: { token: rig.host.latestToken(), state: 'TriageContact', retry: 0 },
      },
    ]);
  });

  it('goes where the verdict that comes with the token leads', async () => {
    rig.define(machine);
    const arn = await rig.start();
    await rig.sendSuccess(rig.host.latestToken(), { verdict: 'assess' });
    expect(rig.host.calls.at(-1)?.payload).toMatchObject({ state: 'AssessNeeds' });
    await rig.sendSuccess(rig.host.latestToken(), {});
    expect(await rig.describe(arn)).toEqual({ status: 'SUCCEEDED', output: { verdict: 'assess' } });
  });

  it('is completed by a token that comes back before the function has answered', async () => {
    rig.define(machine);
    rig.host.handler = async () => {
      rig.host.handler = () => succeed(null);
      await rig.call('SendTaskSuccess', {
        taskToken: rig.host.latestToken(),
        output: '{"verdict":"advice"}',
      });
      return succeed(null);
    };
    const arn = await rig.start();
    expect(await rig.describe(arn)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('fails with the error that comes with the token', async () => {
    rig.define(only(awaitedTask({ End: true })));
    const arn = await rig.start();
    await rig.sendFailure(rig.host.latestToken(), 'NoSuchCase', 'the case was erased');
    expect(await rig.describe(arn)).toEqual({
      status: 'FAILED',
      error: 'NoSuchCase',
      cause: 'the case was erased',
    });
  });
});

describe('a task that waits for the function', () => {
  it('has the answer with its envelope as its result', async () => {
    rig.host.handler = () => succeed({ cursor: 7 });
    expect(await rig.run(only(directTask({ End: true })), { shard: 1 })).toEqual({
      status: 'SUCCEEDED',
      output: { ExecutedVersion: '$LATEST', Payload: { cursor: 7 }, StatusCode: 200 },
    });
    expect(rig.host.calls).toEqual([{ name: 'select-due', payload: { shard: 1 } }]);
  });

  it('calls the function that an ARN with a version names', async () => {
    const task = directTask({ End: true });
    const FunctionName = 'arn:aws:lambda:eu-west-2:111122223333:function:select-due:3';
    await rig.run(only({ ...task, Arguments: { FunctionName } }));
    expect(rig.host.calls).toEqual([{ name: 'select-due', payload: {} }]);
  });
});

describe('a choice', () => {
  const choice = (fields: object): object => ({
    StartAt: 'Choose',
    States: {
      Choose: {
        Type: 'Choice',
        Choices: [
          { Condition: '{% $states.input.n > 10 %}', Next: 'Many', Output: 'many' },
          { Condition: '{% $states.input.n > 5 %}', Next: 'Some', Assign: { n: 6 } },
        ],
        ...fields,
      },
      Many: { Type: 'Pass', End: true },
      Some: { Type: 'Pass', Output: '{% $n %}', End: true },
      Few: { Type: 'Pass', End: true },
    },
  });

  it('takes the first rule that holds, with its own output', async () => {
    expect(await rig.run(choice({}), { n: 11 })).toMatchObject({ output: 'many' });
  });

  it('assigns what the rule taken assigns', async () => {
    expect(await rig.run(choice({}), { n: 6 })).toMatchObject({ output: 6 });
  });

  it('takes the default with the output of the state where no rule holds', async () => {
    const machine = choice({ Default: 'Few', Output: 'few' });
    expect(await rig.run(machine, { n: 1 })).toMatchObject({ output: 'few' });
  });

  it('fails the execution where no rule holds and there is no default', async () => {
    expect(await rig.run(choice({}), { n: 1 })).toMatchObject({
      status: 'FAILED',
      error: 'States.NoChoiceMatched',
    });
  });

  it('fails where a condition is neither true nor false', async () => {
    const machine = choice({ Choices: [{ Condition: "{% 'yes' %}", Next: 'Many' }] });
    expect(await rig.run(machine)).toMatchObject({ error: 'States.QueryEvaluationError' });
  });
});

describe('a wait', () => {
  it('lasts its seconds, and passes its input on', async () => {
    rig.define(only({ Type: 'Wait', Seconds: '{% $states.input.seconds %}', End: true }));
    const arn = await rig.start({ seconds: 3600 });
    await rig.passSeconds(3500);
    expect(await rig.describe(arn)).toEqual({ status: 'RUNNING' });
    await rig.passSeconds(100);
    expect(await rig.describe(arn)).toEqual({ status: 'SUCCEEDED', output: { seconds: 3600 } });
  });

  it('lasts until its instant', async () => {
    rig.define(only({ Type: 'Wait', Timestamp: '{% $states.input %}', End: true }));
    const arn = await rig.start(new Date(rig.clock.now() + 86_400_000).toISOString());
    await rig.passSeconds(86_000);
    expect(await rig.describe(arn)).toEqual({ status: 'RUNNING' });
    await rig.passSeconds(400);
    expect(await rig.describe(arn)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it.each([
    ['Seconds', '{% -1 %}'],
    ['Seconds', '{% 1.5 %}'],
    ['Timestamp', 'tomorrow'],
  ])('fails where its %s is %s', async (field, value) => {
    expect(await rig.run(only({ Type: 'Wait', [field]: value, End: true }))).toMatchObject({
      error: 'States.QueryEvaluationError',
    });
  });
});

describe('parallel branches', () => {
  const parallel = (fields: object, ...branches: object[]): object => ({
    StartAt: 'Both',
    States: {
      Both: {
        Type: 'Parallel',
        Branches: branches.map((state, index) => ({
          StartAt: `Branch${index}`,
          States: { [`Branch${index}`]: state },
        })),
        End: true,
        ...fields,
      },
    },
  });

  it('each get the arguments, and give their outputs in the order of the branches', async () => {
    const branch = (tag: string): object => ({
      Type: 'Pass',
      Output: `{% '${tag}' & $states.input.id %}`,
      End: true,
    });
    const machine = parallel(
      { Arguments: { id: '{% $states.input %}' } },
      branch('a'),
      branch('b'),
    );
    expect(await rig.run(machine, 'X')).toEqual({ status: 'SUCCEEDED', output: ['aX', 'bX'] });
  });

  it('are all waited for', async () => {
    rig.define(parallel({}, awaitedTask({ End: true }), { Type: 'Wait', Seconds: 60, End: true }));
    const arn = await rig.start();
    await rig.passSeconds(60);
    expect(await rig.describe(arn)).toEqual({ status: 'RUNNING' });
    await rig.sendSuccess(rig.host.latestToken(), 'assessed');
    expect(await rig.describe(arn)).toEqual({ status: 'SUCCEEDED', output: ['assessed', {}] });
  });

  it('end together when one of them fails, and its error is that of the state', async () => {
    rig.define(parallel({}, awaitedTask({ End: true }), awaitedTask({ End: true })));
    const arn = await rig.start();
    const [first, second] = rig.host.tokens();
    await rig.sendFailure(second ?? '', 'Refused', 'no');
    expect(await rig.describe(arn)).toEqual({ status: 'FAILED', error: 'Refused', cause: 'no' });
    const late = await rig.sendSuccess(first ?? '', {});
    expect(late.body).toMatchObject({ __type: 'TaskTimedOut' });
  });

  it('close the tokens of all that they hold when one of them fails', async () => {
    const task = awaitedTask({ End: true });
    const holding = {
      Type: 'Parallel',
      Branches: [{ StartAt: 'Inside', States: { Inside: task } }],
      End: true,
    };
    rig.define({
      StartAt: 'Both',
      States: {
        Both: {
          Type: 'Parallel',
          Branches: [
            { StartAt: 'Holding', States: { Holding: holding } },
            { StartAt: 'Beside', States: { Beside: task } },
          ],
          Catch: [{ ErrorEquals: ['Refused'], Next: 'After' }],
          Next: 'After',
        },
        After: task,
      },
    });
    const arn = await rig.start();
    const [beside = '', inside = ''] = rig.host.tokens();
    await rig.sendFailure(beside, 'Refused', '');
    expect((await rig.sendSuccess(inside, {})).body).toMatchObject({ __type: 'TaskTimedOut' });
    expect(await rig.describe(arn)).toEqual({ status: 'RUNNING' });
  });

  it('may hold branches of their own', async () => {
    const inner = {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'Deep', States: { Deep: { Type: 'Pass', Output: 'deep', End: true } } },
      ],
      End: true,
    };
    expect(await rig.run(parallel({}, inner))).toMatchObject({ output: [['deep']] });
  });
});

describe('a map', () => {
  const map = (fields: object, state: object): object =>
    only({
      Type: 'Map',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'INLINE' },
        StartAt: 'Each',
        States: { Each: state },
      },
      End: true,
      ...fields,
    });

  it('runs its states for each item and gives the outputs in the order of the items', async () => {
    const machine = map(
      {
        Items: '{% $states.input.shards %}',
        ItemSelector: {
          shard: '{% $states.context.Map.Item.Value %}',
          number: '{% $states.context.Map.Item.Index %}',
        },
      },
      { Type: 'Pass', End: true },
    );
    expect(await rig.run(machine, { shards: ['p', 'q'] })).toMatchObject({
      output: [
        { shard: 'p', number: 0 },
        { shard: 'q', number: 1 },
      ],
    });
  });

  it('takes its input as the items, and shows the item inside', async () => {
    const each = { Type: 'Pass', Output: '{% $states.context.Map.Item %}', End: true };
    expect(await rig.run(map({}, each), ['p'])).toMatchObject({
      output: [{ Index: 0, Value: 'p' }],
    });
  });

  it('shows the item in the branches inside it too', async () => {
    const show = { Type: 'Pass', Output: '{% $states.context.Map.Item.Value %}', End: true };
    const Branches = [{ StartAt: 'Show', States: { Show: show } }];
    const each = { Type: 'Parallel', Branches, End: true };
    expect(await rig.run(map({}, each), ['p'])).toMatchObject({ output: [['p']] });
  });

  it('gives an empty array for no items', async () => {
    expect(await rig.run(map({}, { Type: 'Pass', End: true }), [])).toMatchObject({ output: [] });
  });

  it('fails where its items are not an array', async () => {
    const machine = map({ Items: '{% 1 %}' }, { Type: 'Pass', End: true });
    expect(await rig.run(machine)).toMatchObject({ error: 'States.QueryEvaluationError' });
  });

  it('never runs more items at once than its limit', async () => {
    rig.define(map({ MaxConcurrency: 2 }, awaitedTask({ End: true })));
    const arn = await rig.start([1, 2, 3]);
    expect(rig.host.calls).toHaveLength(2);
    await rig.sendSuccess(rig.host.latestToken(), 'second');
    expect(rig.host.calls).toHaveLength(3);
    await rig.sendSuccess(rig.host.latestToken(), 'third');
    expect(await rig.describe(arn)).toEqual({ status: 'RUNNING' });
  });
});

describe('an end', () => {
  it('succeeds with the output that the state gives', async () => {
    const output = { n: '{% $states.input.n + 1 %}', kept: null };
    expect(await rig.run(only({ Type: 'Succeed', Output: output }), { n: 1 })).toEqual({
      status: 'SUCCEEDED',
      output: { n: 2, kept: null },
    });
  });

  it('fails with the error and cause that the state gives', async () => {
    const state = { Type: 'Fail', Error: 'Lost', Cause: "{% 'round ' & $states.input %}" };
    expect(await rig.run(only(state), '3')).toEqual({
      status: 'FAILED',
      error: 'Lost',
      cause: 'round 3',
    });
  });

  it('comes to a machine that goes round without end, as its history is full', async () => {
    rig.define({ StartAt: 'Again', States: { Again: awaitedTask({ Next: 'Again' }) } });
    const arn = await rig.start();
    rig.database
      .prepare(`INSERT INTO states_history VALUES (?, 24999, 0, 'TaskSubmitted', '{}')`)
      .run(arn);
    await rig.sendSuccess(rig.host.latestToken(), {});
    expect(await rig.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });
});
