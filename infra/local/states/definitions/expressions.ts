import jsonata from 'jsonata';
import { addedFunctions } from '../added-functions.ts';
import { queryFailure, StateFailure } from '../state-failure.ts';

/** What an expression may see. */
export interface Scope {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly states: {
    readonly input: unknown;
    readonly context: unknown;
    readonly result?: unknown;
    readonly errorOutput?: unknown;
  };
  readonly nowMs: number;
}

const DATA_BYTES_MAX = 256 * 1024;

// Sources come from definitions alone, so that the cache is as small as they are.
const compiledBySource = new Map<string, jsonata.Expression>();

function compile(source: string): jsonata.Expression {
  const known = compiledBySource.get(source);
  if (known) return known;
  const compiled = jsonata(source);
  compiledBySource.set(source, compiled);
  return compiled;
}

function sourceOf(text: string): string | undefined {
  return text.startsWith('{%') && text.endsWith('%}') ? text.slice(2, -2).trim() : undefined;
}

/** Says what is wrong with a string of a definition before anything runs, if anything is. */
export function expressionFault(text: string): string | undefined {
  const source = sourceOf(text);
  if (source === undefined) {
    const looksLikeOne = text.trim().startsWith('{%') || text.trim().endsWith('%}');
    return looksLikeOne ? 'an expression begins with {% and ends with %}' : undefined;
  }
  try {
    return callsEval(compile(source).ast()) ? '$eval is not offered by Step Functions' : undefined;
  } catch (fault) {
    return messageOf(fault);
  }
}

function callsEval(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  if ('type' in node && node.type === 'variable' && 'value' in node && node.value === 'eval') {
    return true;
  }
  return Object.values(node).some(callsEval);
}

/** Evaluates every expression inside a piece of JSON; `field` names it in a failure. */
export async function evaluate(template: unknown, field: string, scope: Scope): Promise<unknown> {
  if (typeof template === 'string') {
    const source = sourceOf(template);
    return source === undefined ? template : evaluateSource(source, field, scope);
  }
  if (Array.isArray(template)) {
    return Promise.all(template.map((item, index) => evaluate(item, `${field}[${index}]`, scope)));
  }
  if (typeof template !== 'object' || template === null) return template;
  return evaluateFields(template, field, scope);
}

export async function evaluateFields(
  template: object,
  field: string,
  scope: Scope,
): Promise<Record<string, unknown>> {
  const entries = await Promise.all(
    Object.entries(template).map(async ([key, value]) => {
      return [key, await evaluate(value, `${field}.${key}`, scope)] as const;
    }),
  );
  return Object.fromEntries(entries);
}

async function evaluateSource(source: string, field: string, scope: Scope): Promise<unknown> {
  const { variables, states, nowMs } = scope;
  const bindings = { ...addedFunctions(nowMs), ...variables, states };
  let text: string | undefined;
  try {
    // AWS offers no document to an expression, only its variables.
    text = JSON.stringify(await compile(source).evaluate(undefined, bindings), refuseFunctions);
  } catch (fault) {
    if (fault instanceof StateFailure && fault.error !== 'States.QueryEvaluationError') throw fault;
    throw queryFailure(`the expression "${source}" of field "${field}": ${messageOf(fault)}`);
  }
  if (text === undefined) {
    throw queryFailure(`the expression "${source}" of field "${field}" returned nothing`);
  }
  return JSON.parse(text);
}

function refuseFunctions(_key: string, value: unknown): unknown {
  const isFunction =
    typeof value === 'object' &&
    value !== null &&
    ('_jsonata_function' in value || '_jsonata_lambda' in value);
  if (isFunction || typeof value === 'function') throw queryFailure('a function is not JSON');
  return value;
}

// JSONata throws plain objects with a message.
function messageOf(fault: unknown): string {
  if (fault instanceof StateFailure) return fault.cause;
  if (typeof fault === 'object' && fault !== null && 'message' in fault) {
    return String(fault.message);
  }
  return String(fault);
}

/** Gives the value back, or fails as AWS does where it is larger than a state may pass on. */
export function withinDataLimit<Value>(value: Value, what: string): Value {
  const bytes = Buffer.byteLength(JSON.stringify(value) ?? '');
  if (bytes <= DATA_BYTES_MAX) return value;
  const cause = `${what} has ${bytes} bytes, more than ${DATA_BYTES_MAX}`;
  throw new StateFailure('States.DataLimitExceeded', cause);
}
