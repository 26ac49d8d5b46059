import type { CaseChange } from '#shared/domain/case/change.ts';
import type { DecidedEvent } from '#shared/domain/replay/decided-event.ts';

/** The event of a decision as it comes back from the table. */
export function stored({ type, body, next }: CaseChange): DecidedEvent {
  const sequence = next.records.finances ?? 1;
  return JSON.parse(JSON.stringify({ sequence, type, body, after: next }));
}

/** The same event with one place of it changed. */
export function changed(event: DecidedEvent, path: string, value: unknown): DecidedEvent {
  const copy = structuredClone(event);
  const names = path.split('/');
  const last = names.pop() ?? '';
  Object(names.reduce((at, name) => Object(at)[name], Object(copy)))[last] = value;
  return copy;
}
