import { isSame } from './is-same.ts';

/** `now` without what `joined` brought to `before`, fact by fact. */
export function takeBack<T extends object>(now: T, before: T, joined: T): T {
  const [from, to, at] = [before, joined, now].map((each) => new Map(Object.entries(each)));
  const names = new Set([...(from?.keys() ?? []), ...(at?.keys() ?? [])]);
  const facts = [...names].map((name) => [
    name,
    factBack(at?.get(name), from?.get(name), to?.get(name)),
  ]);
  // Each fact is one of the three of the same name, or a list of parts of theirs.
  return Object.fromEntries(facts.filter(([, value]) => value !== undefined)) as T;
}

function factBack(now: unknown, before: unknown, joined: unknown): unknown {
  if (isSame(now, joined)) return before;
  if (!Array.isArray(now) || !Array.isArray(joined)) return now;
  const own = Array.isArray(before) ? before : [];
  const brought = without(joined, own);
  return [...without(now, brought), ...without(own, joined)];
}

/** A list without what is the same as something in the other. */
export function without<T>(list: readonly T[], removed: readonly T[]): T[] {
  return list.filter((one) => !removed.some((other) => isSame(one, other)));
}
