import type * as z from 'zod';
import { type Block, Definition, innerBlocks, type State } from './definition.ts';
import { expressionFault } from './expressions.ts';

const JSON_PATH_FIELDS = new Set([
  'InputPath',
  'OutputPath',
  'ResultPath',
  'ResultSelector',
  'Parameters',
  'Result',
  'ItemsPath',
  'SecondsPath',
  'TimestampPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'MaxConcurrencyPath',
  'ErrorPath',
  'CausePath',
  'Variable',
]);

const VARIABLE_NAME = /^[\p{ID_Start}_][\p{ID_Continue}]{0,79}$/u;

/** Reads a definition. What AWS would refuse, or this interpreter does not run, is named and thrown. */
export function loadDefinition(machine: string, text: string): Definition {
  const parsed = Definition.safeParse(parseJson(machine, text));
  if (!parsed.success) throw refusal(machine, parsed.error.issues.flatMap(nameIssue));
  const faults = [...blockFaults(parsed.data, new Set(), new Set())];
  if (faults.length > 0) throw refusal(machine, faults);
  return parsed.data;
}

function parseJson(machine: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal(machine, ['the definition is not JSON']);
  }
}

function refusal(machine: string, faults: readonly string[]): Error {
  return new Error(`state machine "${machine}" is refused: ${faults.join('; ')}`);
}

function nameIssue(issue: z.core.$ZodIssue): string[] {
  const where = place(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      JSON_PATH_FIELDS.has(key)
        ? `${where}: field "${key}" belongs to JSONPath, which this machine does not use`
        : `${where}: field "${fieldOf(issue.path, key)}" is not run by this interpreter`,
    );
  }
  return [`${where}: field "${fieldOf(issue.path)}": ${issue.message}`];
}

function depthOfState(path: readonly PropertyKey[]): number {
  const last = path.lastIndexOf('States');
  return last >= 0 && last + 1 < path.length ? last + 1 : -1;
}

function place(path: readonly PropertyKey[]): string {
  const depth = depthOfState(path);
  return depth < 0 ? 'top level' : `state "${String(path[depth])}"`;
}

function fieldOf(path: readonly PropertyKey[], key?: string): string {
  const inside = path.slice(depthOfState(path) + 1).map(String);
  return (key === undefined ? inside : [...inside, key]).join('.');
}

/** Faults that no shape shows: targets, names, expressions, and the scope of variables. */
function* blockFaults(
  block: Block,
  namesSoFar: Set<string>,
  outerVariables: ReadonlySet<string>,
): Generator<string> {
  if (!Object.hasOwn(block.States, block.StartAt)) {
    yield `StartAt "${block.StartAt}" is not a state of its block`;
  }
  const variables = new Set([...outerVariables, ...Object.values(block.States).flatMap(assigned)]);
  for (const [name, state] of Object.entries(block.States)) {
    const where = `state "${name}"`;
    if (namesSoFar.has(name)) yield `${where}: the name is used twice`;
    namesSoFar.add(name);
    for (const fault of stateFaults(block, state)) yield `${where}: ${fault}`;
    for (const variable of assigned(state)) {
      if (outerVariables.has(variable)) {
        yield `${where}: variable "${variable}" belongs to an outer scope`;
      }
    }
    for (const inner of innerBlocks(state)) yield* blockFaults(inner, namesSoFar, variables);
  }
}

function* stateFaults(block: Block, state: State): Generator<string> {
  for (const target of targets(state)) {
    if (!Object.hasOwn(block.States, target))
      yield `target "${target}" is not a state of its block`;
  }
  if (!hasOneEnd(state)) yield 'exactly one of "Next" and "End" is needed';
  if (state.Type === 'Wait' && (state.Seconds === undefined) === (state.Timestamp === undefined)) {
    yield 'exactly one of "Seconds" and "Timestamp" is needed';
  }
  for (const variable of assigned(state)) {
    if (!VARIABLE_NAME.test(variable) || variable === 'states') {
      yield `"${variable}" is not a name that a variable may have`;
    }
  }
  if ('Retry' in state) {
    yield* wildcardFaults('Retry', state.Retry);
    yield* wildcardFaults('Catch', state.Catch);
  }
  yield* expressionFaults(state, '');
}

function hasOneEnd(state: State): boolean {
  if (state.Type === 'Choice' || state.Type === 'Succeed' || state.Type === 'Fail') return true;
  return (state.Next === undefined) !== (state.End === undefined);
}

function* wildcardFaults(
  field: string,
  rules: readonly { readonly ErrorEquals: readonly string[] }[],
): Generator<string> {
  for (const [index, { ErrorEquals }] of rules.entries()) {
    if (!ErrorEquals.includes('States.ALL')) continue;
    if (ErrorEquals.length > 1 || index < rules.length - 1) {
      yield `States.ALL stands alone and last in "${field}"`;
    }
  }
}

function* expressionFaults(value: unknown, field: string): Generator<string> {
  if (typeof value === 'string') {
    const fault = expressionFault(value);
    if (fault !== undefined) yield `field "${field}": ${fault}`;
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    // Inner blocks are walked as blocks of their own, and a comment is prose.
    if (field === '' && ['Branches', 'ItemProcessor', 'Comment'].includes(key)) continue;
    yield* expressionFaults(inner, field === '' ? key : `${field}.${key}`);
  }
}

function targets(state: State): string[] {
  const found: (string | undefined)[] = [];
  if ('Next' in state) found.push(state.Next);
  if ('Catch' in state) found.push(...state.Catch.map((catcher) => catcher.Next));
  if (state.Type === 'Choice') found.push(state.Default, ...state.Choices.map((rule) => rule.Next));
  return found.filter((target) => target !== undefined);
}

/** Variables that a state may assign, in its own fields, its choice rules and its catchers. */
function assigned(state: State): string[] {
  const rules: { readonly Assign?: Record<string, unknown> | undefined }[] = [];
  if ('Assign' in state) rules.push(state);
  if ('Catch' in state) rules.push(...state.Catch);
  if (state.Type === 'Choice') rules.push(...state.Choices);
  return [...new Set(rules.flatMap((rule) => Object.keys(rule.Assign ?? {})))];
}
