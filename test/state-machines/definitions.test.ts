import validateDefinition from 'asl-validator';
import { describe, expect, test } from 'vitest';
import { type Block, machineFiles, payloadsOf, readMachine, State } from './machine-files.ts';

const waitDaysMax = 60;
const serviceErrors = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
];
const isWait = ({ Resource = '' }: State) => Resource.endsWith('.waitForTaskToken');

describe.each(machineFiles)('%s', (file) => {
  const { definition, block, states } = readMachine(file);
  const tasks = states.filter(({ state }) => state.Type === 'Task');
  const waits = states.filter(({ state }) => isWait(state));

  test('is a definition that Step Functions takes', () => {
    const asText = JSON.stringify(definition).replaceAll(
      /\$\{JourneyTasksArn\}/g,
      'arn:aws:lambda:eu-west-2:000000000000:function:journey-tasks',
    );
    const { isValid, errors } = validateDefinition(JSON.parse(asText));
    expect(errors).toEqual([]);
    expect(isValid).toBe(true);
  });

  test('says in words what each of its states is for', () => {
    for (const { name, state } of states) {
      expect(state.Comment, name).toMatch(/^[A-Z].{20,}[.]$/);
    }
  });

  test('speaks JSONata only', () => {
    expect(definition).toHaveProperty('QueryLanguage', 'JSONata');
    expect(JSON.stringify(definition)).not.toMatch(
      /"(InputPath|OutputPath|ResultPath|ResultSelector|Parameters|Variable|\w+\.\$)":/,
    );
  });

  test('tries again what the service of Lambda failed at, and nothing else', () => {
    for (const { name, state } of tasks) {
      expect(
        state.Retry.flatMap(({ ErrorEquals }) => ErrorEquals),
        name,
      ).toEqual(serviceErrors);
    }
  });

  test('waits for people sixty days at a time, and then goes on waiting', () => {
    expect(waits.length).toBeGreaterThan(0);
    for (const { name, state } of waits) {
      expect(state.TimeoutSeconds, name).toBe(waitDaysMax * 24 * 60 * 60);
      expect(state.Catch[0]).toMatchObject({ ErrorEquals: ['States.Timeout'], Next: name });
    }
  });

  test('hands over ids, rounds, steps and tokens, and nothing else of its input', () => {
    const input = '$states.context.Execution.Input';
    const allowed = [
      ...['owner', 'aggregateId', 'round'].map((name) => `${input}.${name}`),
      ...['Task.Token', 'Execution.Name', 'State.EnteredTime', 'State.RetryCount'].map(
        (name) => `$states.context.${name}`,
      ),
      '$states.context.StateMachine.Name',
      '$states.input',
      '$states.input.shard',
      '$states.input.cursor',
    ];
    for (const { name, payload } of payloadsOf(file)) {
      expect(payload['contract'], name).toBe(1);
      for (const value of Object.values(payload)) {
        const [, expression] = /^\{% (.*) %\}$/.exec(String(value)) ?? [];
        if (expression !== undefined) expect(allowed, name).toContain(expression);
        else expect(String(value), name).toMatch(/^(1|[a-z-]+)$/);
      }
    }
  });

  test('tells the operators of what nobody can decide, and then fails', () => {
    const caught = states.flatMap(({ state }) =>
      state.Catch.filter(({ ErrorEquals }) => ErrorEquals.includes('States.ALL')),
    );
    expect(caught.length).toBeGreaterThan(0);
    for (const { Next } of caught) expect(Next).toBe('ReportFault');
    const outer = tasks.filter(({ name, isOuter }) => isOuter && name !== 'ReportFault');
    for (const { name, state } of outer) {
      expect(state.Catch.at(-1)?.ErrorEquals, name).toEqual(['States.ALL']);
    }
    expect(State.parse(block.States['ReportFault']).Next).toBe('Failed');
    expect(State.parse(block.States['Failed']).Type).toBe('Fail');
  });

  test('takes few more transitions than there are steps of people', () => {
    const { transitions, steps } = happyPath(block, block.StartAt);
    expect(transitions).toBeLessThanOrEqual(steps + 7);
  });
});

/** The verdicts that lead a case on, one after another. */
const onward = ['assess', 'assessed', 'eligible', 'authorised', 'approved'];

interface Path {
  readonly transitions: number;
  readonly steps: number;
}

function happyPath(block: Block, at: string | undefined): Path {
  if (at === undefined) return { transitions: 0, steps: 0 };
  const state = State.parse(block.States[at]);
  const inner = state.Branches.map((branch) => happyPath(branch, branch.StartAt));
  // A map over shards is work of the service, paid for by the run and not by its people.
  const rest = happyPath(block, nextOf(state));
  const paths = [...inner, rest];
  return {
    transitions: 1 + paths.reduce((sum, path) => sum + path.transitions, 0),
    steps: (isWait(state) ? 1 : 0) + paths.reduce((sum, path) => sum + path.steps, 0),
  };
}

function nextOf(state: State): string | undefined {
  if (state.Type !== 'Choice') return state.Next;
  const chosen = state.Choices.find(({ Condition }) =>
    onward.some((verdict) => Condition.includes(`= '${verdict}'`)),
  );
  return chosen ? chosen.Next : state.Default;
}
