import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { awaitedTask, createRig, directTask, succeed } from './rig.ts';

let rig: ReturnType<typeof createRig>;
beforeEach(() => {
  rig = createRig();
});
afterEach(() => rig.stop());

const showing = (expression: string): object => ({
  StartAt: 'Show',
  States: { Show: { Type: 'Pass', Output: `{% ${expression} %}`, End: true } },
});

describe('a variable', () => {
  it('is read by every later state of its block', async () => {
    const machine = {
      StartAt: 'Keep',
      States: {
        Keep: { Type: 'Pass', Assign: { caseId: '{% $states.input %}', round: 1 }, Next: 'Lose' },
        Lose: { Type: 'Pass', Output: null, Next: 'Show' },
        Show: { Type: 'Succeed', Output: '{% $caseId & "/" & $round %}' },
      },
    };
    expect(await rig.run(machine, 'C1')).toMatchObject({ output: 'C1/1' });
  });

  it('is seen as it was before by all of the state that changes it', async () => {
    const machine = {
      StartAt: 'First',
      States: {
        First: { Type: 'Pass', Assign: { a: 1, b: 2 }, Next: 'Swap' },
        Swap: {
          Type: 'Pass',
          Assign: { a: '{% $b %}', b: '{% $a %}' },
          Output: '{% $a %}',
          Next: 'Show',
        },
        Show: { Type: 'Succeed', Output: ['{% $states.input %}', '{% $a %}', '{% $b %}'] },
      },
    };
    expect(await rig.run(machine)).toMatchObject({ output: [1, 2, 1] });
  });

  it('of a block is read in its branches and items, and theirs are gone after them', async () => {
    const reading = (variable: string): object => ({
      StartAt: `Set${variable}`,
      States: {
        [`Set${variable}`]: {
          Type: 'Pass',
          Assign: { [variable]: '{% $outer + 1 %}' },
          Next: `Get${variable}`,
        },
        [`Get${variable}`]: { Type: 'Pass', Output: `{% $${variable} %}`, End: true },
      },
    });
    const machine = {
      StartAt: 'Set',
      States: {
        Set: { Type: 'Pass', Assign: { outer: 1 }, Next: 'Fork' },
        Fork: { Type: 'Parallel', Branches: [reading('inA'), reading('inB')], Next: 'Each' },
        Each: { Type: 'Map', ItemProcessor: reading('inC'), Next: 'Show' },
        Show: {
          Type: 'Pass',
          Output: { seen: '{% $states.input %}', left: '{% $exists($inA) or $exists($inC) %}' },
          End: true,
        },
      },
    };
    expect(await rig.run(machine)).toMatchObject({ output: { seen: [2, 2], left: false } });
  });

  it('is assigned from the result of branches in the block that holds them', async () => {
    const branch = { StartAt: 'A', States: { A: { Type: 'Pass', Output: 7, End: true } } };
    const machine = {
      StartAt: 'Fork',
      States: {
        Fork: {
          Type: 'Parallel',
          Branches: [branch],
          Assign: { seven: '{% $states.result[0] %}' },
          Next: 'Show',
        },
        Show: { Type: 'Succeed', Output: '{% $seven %}' },
      },
    };
    expect(await rig.run(machine)).toMatchObject({ output: 7 });
  });
});

describe('an expression', () => {
  it.each([
    ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
    ['$range(0, 10, 5)', [0, 5, 10]],
    ['$range(3, 1, -1)', [3, 2, 1]],
    ["$hash('abc', 'SHA-1')", 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ["$hash('abc', 'MD5')", '900150983cd24fb0d6963f7d28e17f72'],
    ['$parse(\'{"a":[1]}\').a[0]', 1],
    ['$random(7) = $random(7) and $random(7) != $random(8)', true],
    ['$random() < 1', true],
    ["$match($uuid(), /^[0-9a-f-]{36}$/).match != ''", true],
    ["$sum([1,2]) & ' of ' & $count([1,2])", '3 of 2'],
    ['[1..3][$ > 1]', [2, 3]],
  ])('offers what Step Functions offers: %s', async (expression, output) => {
    expect(await rig.run(showing(expression))).toEqual({ status: 'SUCCEEDED', output });
  });

  it.each([
    ['$parse("{")', 'not JSON'],
    ["$hash('abc', 'CRC')", 'SHA-256'],
    ['$partition([1], 0)', 'positive'],
    ['$range(1, 5, 0)', 'other than 0'],
    ['$range(1, 5000, 1)', 'at most 1000'],
    ['$states.input.missing', 'returned nothing'],
    ['input', 'returned nothing'],
    ['$sum', 'a function is not JSON'],
    ['[function($x) { $x }]', 'a function is not JSON'],
    ["'a' + 1", 'must evaluate to a number'],
  ])('that gives no value fails by name: %s', async (expression, cause) => {
    expect(await rig.run(showing(expression))).toEqual({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
      cause: expect.stringContaining(cause),
    });
  });

  it('tells the local time, also where it is formatted', async () => {
    await rig.passSeconds(400 * 86_400);
    const year = new Date(rig.clock.now()).getUTCFullYear();
    const machine = showing("[$number($now('[Y]')), $number($substring($now(), 0, 4)), $millis()]");
    const { output } = await rig.run(machine);
    expect(output.slice(0, 2)).toEqual([year, year]);
    expect(output[2]).toBeGreaterThan(rig.clock.now() - 60_000);
  });

  it('stands anywhere in a piece of JSON, beside plain text', async () => {
    const machine = {
      StartAt: 'Show',
      States: {
        Show: {
          Type: 'Pass',
          Output: { list: ['{% 1 + 1 %}', 'plain', { deep: '{% $states.input.x %}' }, true, null] },
          End: true,
        },
      },
    };
    expect(await rig.run(machine, { x: 'y' })).toMatchObject({
      output: { list: [2, 'plain', { deep: 'y' }, true, null] },
    });
  });

  it('sees the context that AWS gives', async () => {
    rig.define(showing('$states.context'));
    const arn = await rig.start({ caseId: 'C1' });
    const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(await rig.describe(arn)).toMatchObject({
      output: {
        Execution: {
          Id: arn,
          Name: arn.split(':').at(-1),
          Input: { caseId: 'C1' },
          StartTime: instant,
        },
        State: { Name: 'Show', EnteredTime: instant, RetryCount: 0 },
        StateMachine: {
          Id: 'arn:aws:states:eu-west-2:111122223333:stateMachine:journey',
          Name: 'journey',
        },
      },
    });
  });

  it('sees a token in an awaited task alone', async () => {
    expect(await rig.run(showing('$exists($states.context.Task)'))).toMatchObject({
      output: false,
    });
    await rig.run({ StartAt: 'Wait', States: { Wait: awaitedTask({ End: true }) } });
    expect(rig.host.latestToken()).toMatch(/^[A-Za-z0-9+/]{128}$/);
  });
});

describe('data of more than 256 KiB', () => {
  const large = "{% $pad('', 262143, 'x') %}";
  it.each([
    ['an output', { Type: 'Pass', Output: large, End: true }],
    ['a variable', { Type: 'Pass', Assign: { large }, End: true }],
    ['a payload', directTask({ Arguments: { FunctionName: 'f', Payload: large }, End: true })],
  ])('is not passed on as %s', async (_what, state) => {
    expect(await rig.run({ StartAt: 'Large', States: { Large: state } })).toMatchObject({
      status: 'FAILED',
      error: 'States.DataLimitExceeded',
    });
    expect(rig.host.calls).toEqual([]);
  });

  it('is not taken as a result, even where the output is small', async () => {
    rig.host.handler = () => succeed('x'.repeat(262_144));
    const state = directTask({ Output: 'small', End: true });
    expect(await rig.run({ StartAt: 'Large', States: { Large: state } })).toMatchObject({
      error: 'States.DataLimitExceeded',
    });
  });

  it('is allowed up to that limit', async () => {
    const Output = "{% $pad('', 262142, 'x') %}";
    const machine = { StartAt: 'Show', States: { Show: { Type: 'Pass', Output, End: true } } };
    expect(await rig.run(machine)).toMatchObject({ status: 'SUCCEEDED' });
  });
});
