/** Event patterns as EventBridge and Lambda's event filters share them. One that uses an operator
 * unknown here is refused when it is read, by name, because to ignore it would let events through. */
export type Matches = (event: unknown) => boolean;

type Leaf = string | number | boolean | null;
/** Judges the values found at a place; there are none when the place is missing. */
type Matcher = (values: readonly unknown[]) => boolean;

export function compilePattern(pattern: unknown): Matches {
  if (!isObject(pattern)) throw new Error('an event pattern is an object');
  const parts = Object.entries(pattern).map(([key, below]) => {
    if (key === '$or') return anyOf(below);
    if (!Array.isArray(below)) return within(key, compilePattern(below));
    return atLeaf(key, below.map(compileMatcher));
  });
  return (event) => parts.every((part) => part(event));
}

function anyOf(alternatives: unknown): Matches {
  if (!Array.isArray(alternatives)) throw new Error('$or takes a list of patterns');
  const compiled = alternatives.map(compilePattern);
  return (event) => compiled.some((matches) => matches(event));
}

/** A list in the event matches when one of its members does. A missing place is looked into all the
 * same, because `exists: false` below it is then true. */
function within(key: string, matches: Matches): Matches {
  return (event) => {
    const value = read(event, key);
    return Array.isArray(value) ? value.some(matches) : matches(value);
  };
}

function atLeaf(key: string, matchers: readonly Matcher[]): Matches {
  return (event) => {
    const value = read(event, key);
    const values = value === undefined ? [] : Array.isArray(value) ? value : [value];
    return matchers.some((matcher) => matcher(values));
  };
}

const operators: Readonly<Record<string, (argument: unknown) => Matcher>> = {
  prefix: (argument) => {
    const start = text(argument);
    return some((value) => typeof value === 'string' && value.startsWith(start));
  },
  exists: (argument) => {
    if (typeof argument !== 'boolean') throw unknownMatcher({ exists: argument });
    return (values) => values.length > 0 === argument;
  },
  numeric: (comparisons) => {
    const holds = compileNumeric(comparisons);
    return some((value) => typeof value === 'number' && holds(value));
  },
  'anything-but': (unwanted) => {
    if (isObject(unwanted)) {
      const matched = compileMatcher(unwanted);
      return (values) => values.length > 0 && !matched(values);
    }
    const list = [unwanted].flat().map(leaf);
    return (values) =>
      values.length > 0 && !values.some((value) => list.some((no) => no === value));
  },
};

function compileMatcher(matcher: unknown): Matcher {
  if (!isObject(matcher)) {
    const wanted = leaf(matcher);
    return some((value) => value === wanted);
  }
  const [[name, argument] = ['', undefined], ...others] = Object.entries(matcher);
  const operator = operators[name];
  if (!operator || others.length > 0) {
    throw unknownMatcher(matcher);
  }
  return operator(argument);
}

const comparisons: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

/** `[">", 0, "<=", 5]`: signs and bounds in turn, all of which hold. */
function compileNumeric(argument: unknown): (value: number) => boolean {
  const list = Array.isArray(argument) ? argument : [];
  const rules: ((value: number) => boolean)[] = [];
  for (let at = 0; at < list.length; at += 2) {
    const compare = comparisons[String(list[at])];
    const bound: unknown = list[at + 1];
    if (!compare || typeof bound !== 'number') rules.length = 0;
    else rules.push((value) => compare(value, bound));
  }
  if (rules.length === 0 || rules.length * 2 !== list.length) {
    throw unknownMatcher({ numeric: argument });
  }
  return (value) => rules.every((rule) => rule(value));
}

function some(test: (value: unknown) => boolean): Matcher {
  return (values) => values.some(test);
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  throw unknownMatcher({ prefix: value });
}

function leaf(value: unknown): Leaf {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  throw unknownMatcher(value);
}

function unknownMatcher(matcher: unknown): Error {
  return new Error(`the local stack does not know the matcher ${JSON.stringify(matcher)}`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function read(event: unknown, key: string): unknown {
  return isObject(event) ? event[key] : undefined;
}
