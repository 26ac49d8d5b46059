import { derivedId } from '../table/digest.ts';
import type { NewEvent, RecordedEvent } from './event.ts';

interface OwnChange<S> {
  readonly type: string;
  readonly body: unknown;
  readonly next: S;
}

interface By {
  readonly actor: { readonly id: string; readonly role: string };
  readonly at: string;
}

/** The event with which the service itself follows the last one of a record. No caller asked for it, so it
 * answers no request, and its id comes from where it stands: written again after a lost reply, it
 * recognises itself. */
export function ownEvent<S>(
  { aggregateId, sequence }: RecordedEvent<S>,
  { type, body, next }: OwnChange<S>,
  { actor, at }: By,
): NewEvent<S> {
  const id = derivedId([type, aggregateId, String(sequence)]);
  return { id, aggregateId, type, at, actor, request: null, body, after: next };
}
