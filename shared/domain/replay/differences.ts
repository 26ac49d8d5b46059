/** One place at which what was recorded is not what was worked again. A side that is not there is
 * undefined. */
export interface Difference {
  /** A JSON pointer into the record. */
  readonly at: string;
  readonly recorded: unknown;
  readonly worked: unknown;
}

/** Every place at which two pieces of JSON differ, leaf by leaf; a field that is undefined is none. */
export function differencesBetween(recorded: unknown, worked: unknown, at = ''): Difference[] {
  if (Object.is(recorded, worked)) return [];
  if (!isBranch(recorded) || !isBranch(worked) || isList(recorded) !== isList(worked)) {
    return [{ at, recorded, worked }];
  }
  const [one, other] = [new Map(Object.entries(recorded)), new Map(Object.entries(worked))];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((name) =>
    differencesBetween(one.get(name), other.get(name), `${at}/${name}`),
  );
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isList(value: object): boolean {
  return Array.isArray(value);
}
