import { describe, expect, it } from 'vitest';
import { loadDefinition } from '#infra/local/states/definitions/load-definition.ts';
import { awaitedTask, directTask } from './rig.ts';

const load = (definition: object): unknown =>
  loadDefinition('journey', JSON.stringify({ QueryLanguage: 'JSONata', ...definition }));
const only = (state: object): object => ({ StartAt: 'X', States: { X: state } });
const pass = { Type: 'Pass', End: true };

describe('a definition', () => {
  it('of all that the interpreter runs is read', () => {
    const catcher = { ErrorEquals: ['States.ALL'], Next: 'End', Comment: 'c', Assign: { e: 1 } };
    const retrier = {
      ErrorEquals: ['Lambda.ServiceException'],
      IntervalSeconds: 2,
      MaxAttempts: 6,
      BackoffRate: 2,
      MaxDelaySeconds: 30,
    };
    const loaded = load({
      Comment: 'c',
      Version: '1.0',
      TimeoutSeconds: 60,
      StartAt: 'Ask',
      States: {
        Ask: awaitedTask({ Comment: 'c', Retry: [retrier], Catch: [catcher], Next: 'End' }),
        End: { Type: 'Succeed', Comment: '{% not an expression' },
      },
    });
    expect(loaded).toMatchObject({ StartAt: 'Ask' });
  });

  it.each([
    ['is not JSON', '{', 'state machine "journey" is refused: the definition is not JSON'],
    ['names no query language', '{"StartAt":"X","States":{}}', 'top level: field "QueryLanguage"'],
    ['asks for JSONPath', '{"QueryLanguage":"JSONPath"}', 'top level: field "QueryLanguage"'],
  ])('that %s is refused', (_what, text, message) => {
    expect(() => loadDefinition('journey', text)).toThrow(message);
  });

  it.each([
    ['InputPath', { ...pass, InputPath: '$.a' }],
    ['OutputPath', { ...pass, OutputPath: '$.a' }],
    ['ResultPath', directTask({ ResultPath: '$.a', End: true })],
    ['ResultSelector', directTask({ ResultSelector: {}, End: true })],
    ['Parameters', directTask({ Parameters: {}, End: true })],
    ['Result', { ...pass, Result: 1 }],
    ['TimeoutSecondsPath', directTask({ TimeoutSecondsPath: '$.a', End: true })],
    ['SecondsPath', { Type: 'Wait', SecondsPath: '$.a', End: true }],
    ['ErrorPath', { Type: 'Fail', ErrorPath: '$.a' }],
  ])('with %s, which belongs to JSONPath, is refused by that name', (field, state) => {
    expect(() => load(only(state))).toThrow(
      `state "X": field "${field}" belongs to JSONPath, which this machine does not use`,
    );
  });

  const map = { Type: 'Map', ItemProcessor: only(pass), End: true };
  it.each([
    ['HeartbeatSeconds', awaitedTask({ HeartbeatSeconds: 5, End: true })],
    ['Credentials', awaitedTask({ Credentials: {}, End: true })],
    ['ItemReader', { ...map, ItemReader: {} }],
    ['ItemBatcher', { ...map, ItemBatcher: {} }],
    ['ResultWriter', { ...map, ResultWriter: {} }],
    ['ToleratedFailurePercentage', { ...map, ToleratedFailurePercentage: 5 }],
    ['Iterator', { ...map, Iterator: {} }],
    ['Retry', { ...pass, Retry: [] }],
    [
      'Arguments.Qualifier',
      directTask({ Arguments: { FunctionName: 'f', Qualifier: '1' }, End: true }),
    ],
    [
      'Retry.0.JitterStrategy',
      directTask({ Retry: [{ ErrorEquals: ['A'], JitterStrategy: 'FULL' }], End: true }),
    ],
  ])('with %s, which is not run here, is refused by that name', (field, state) => {
    expect(() => load(only(state))).toThrow(
      `state "X": field "${field}" is not run by this interpreter`,
    );
  });

  it.each([
    ['a state of an unknown type', { Type: 'Activity' }, 'state "X": field "Type"'],
    ['a state that is set to JSONPath', { ...pass, QueryLanguage: 'JSONPath' }, '"QueryLanguage"'],
    [
      'a function ARN as resource',
      { ...directTask({}), Resource: 'arn:aws:lambda:f', End: true },
      '"Resource"',
    ],
    [
      'another service',
      { ...directTask({}), Resource: 'arn:aws:states:::sqs:sendMessage', End: true },
      '"Resource"',
    ],
    [
      'a distributed map',
      { ...map, ItemProcessor: { ...map.ItemProcessor, ProcessorConfig: { Mode: 'DISTRIBUTED' } } },
      '"ItemProcessor.ProcessorConfig.Mode"',
    ],
    ['neither Next nor End', { Type: 'Pass' }, 'state "X": exactly one of "Next" and "End"'],
    ['both Next and End', { ...pass, Next: 'X' }, 'state "X": exactly one of "Next" and "End"'],
    ['a target that does not exist', { Type: 'Pass', Next: 'Y' }, 'state "X": target "Y"'],
    [
      'a default that does not exist',
      { Type: 'Choice', Choices: [{ Condition: true, Next: 'X' }], Default: 'Y' },
      'target "Y"',
    ],
    [
      'a catch to a state that does not exist',
      directTask({ Catch: [{ ErrorEquals: ['A'], Next: 'Y' }], End: true }),
      'target "Y"',
    ],
    [
      'no time to wait for',
      { Type: 'Wait', End: true },
      'exactly one of "Seconds" and "Timestamp"',
    ],
    [
      'States.ALL beside another',
      directTask({ Retry: [{ ErrorEquals: ['A', 'States.ALL'] }], End: true }),
      'States.ALL stands alone and last in "Retry"',
    ],
    [
      'States.ALL before another',
      directTask({
        Catch: [
          { ErrorEquals: ['States.ALL'], Next: 'X' },
          { ErrorEquals: ['A'], Next: 'X' },
        ],
        End: true,
      }),
      'States.ALL stands alone and last in "Catch"',
    ],
    ['a variable named states', { ...pass, Assign: { states: 1 } }, '"states" is not a name'],
    ['a variable that is no name', { ...pass, Assign: { 'a-b': 1 } }, '"a-b" is not a name'],
    [
      'an expression that does not parse',
      { ...pass, Output: { a: ['{% 1 + %}'] } },
      'state "X": field "Output.a.0"',
    ],
    ['an expression with no end', { ...pass, Output: '{% 1' }, 'begins with {% and ends with %}'],
    [
      'an expression with space before it',
      { ...pass, Output: ' {% 1 %}' },
      'begins with {% and ends with %}',
    ],
    [
      '$eval',
      { ...pass, Output: "{% $map([1], function($x) { $eval('1') }) %}" },
      '$eval is not offered',
    ],
    [
      'a condition that is no expression',
      { Type: 'Choice', Choices: [{ Condition: 'true', Next: 'X' }] },
      '"Choices.0.Condition"',
    ],
  ])('with %s is refused', (_what, state, message) => {
    expect(() => load(only(state))).toThrow(message);
  });

  it('with every kind of JSONata expression is read', () => {
    const expressions = [
      '$states.input.a.b.%.c',
      '$states.input.{ "k": v }',
      '$states.input.a@$x.b#$i.($x.c + $i)',
      '$states.input ~> |a|{"b": 1}|',
      '$states.input.a^(>b)[0].*.**',
      '($f := function($n) { $n < 2 ? 1 : $n * $f($n - 1) }; $f(5))',
      "$replace('eval', /e(v)al/, '$1')",
    ];
    const Output = expressions.map((expression) => `{% ${expression} %}`);
    expect(load(only({ ...pass, Output }))).toHaveProperty('States.X.Output', Output);
  });

  it('whose first state does not exist is refused', () => {
    expect(() => load({ StartAt: 'Y', States: { X: pass } })).toThrow('StartAt "Y"');
  });

  it('that uses the name of a state twice is refused', () => {
    const branches = [only(pass)];
    expect(() => load(only({ Type: 'Parallel', Branches: branches, End: true }))).toThrow(
      'state "X": the name is used twice',
    );
  });

  it('is refused for a state inside a branch under that name', () => {
    const branch = { StartAt: 'Inner', States: { Inner: { ...pass, ResultPath: '$' } } };
    expect(() => load(only({ Type: 'Parallel', Branches: [branch], End: true }))).toThrow(
      'state "Inner": field "ResultPath" belongs to JSONPath',
    );
  });

  it('whose branch assigns a variable of the block around it is refused', () => {
    const inner = { StartAt: 'Inner', States: { Inner: { ...pass, Assign: { round: 2 } } } };
    const machine = {
      StartAt: 'Fork',
      States: {
        Fork: { Type: 'Parallel', Branches: [inner], Next: 'After' },
        After: { ...pass, Assign: { round: 1 } },
      },
    };
    expect(() => load(machine)).toThrow(
      'state "Inner": variable "round" belongs to an outer scope',
    );
  });

  it('names every fault that it has', () => {
    const machine = {
      StartAt: 'A',
      States: { A: { ...pass, InputPath: '$' }, B: { Type: 'Nap' } },
    };
    expect(() => load(machine)).toThrow(/state "A".*InputPath.*state "B".*Type/);
  });
});
