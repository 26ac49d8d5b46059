import { canonicalJson, sha256 } from '../table/digest.ts';
import type { StoredEvent, UnsealedEvent } from './event.ts';

/** Seals an event into its aggregate's chain. The chain covers the envelope and the digest of the
 * content, not the content, so that a body can be erased and the chain still verifies. */
export function seal(event: UnsealedEvent): StoredEvent {
  const contentDigest = digestContent(event);
  return { ...event, contentDigest, hash: hashEnvelope({ ...event, contentDigest }) };
}

/** Says where a run of events, oldest first, no longer agrees with itself: its number, or
 * nothing. */
export function findBreak(events: readonly StoredEvent[]): number | undefined {
  let previousHash: string | null | undefined;
  for (const event of events) {
    const isErased = event.salt === '';
    const isWhole =
      event.hash === hashEnvelope(event) &&
      (isErased || event.contentDigest === digestContent(event)) &&
      (previousHash === undefined || event.previousHash === previousHash);
    if (!isWhole) return event.sequence;
    previousHash = event.hash;
  }
  return undefined;
}

function digestContent({ salt, body, after }: UnsealedEvent): string {
  return sha256(canonicalJson([salt, body, after]));
}

function hashEnvelope(event: Omit<StoredEvent, 'hash'>): string {
  const { body: _body, after: _after, salt: _salt, ...envelope } = event;
  return sha256(canonicalJson({ ...envelope, hash: undefined }));
}
