import { createHash, randomUUID } from 'node:crypto';
import jsonata from 'jsonata';
import { queryFailure } from './state-failure.ts';

const HASHES = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);

const RANGE_ITEMS_MAX = 1000;

const formatInstant = jsonata('$fromMillis($instant, $picture, $zone)');

/** What Step Functions offers beyond JSONata, and the two clocks of JSONata set to local time. As in
 * JSONata, a function of an undefined value is undefined. */
export function addedFunctions(nowMs: number): Record<string, unknown> {
  return {
    partition,
    range,
    hash,
    random,
    uuid: () => randomUUID(),
    parse,
    millis: () => nowMs,
    now: (picture?: string, zone?: string) =>
      formatInstant.evaluate(undefined, { instant: nowMs, picture, zone }),
  };
}

function partition(items?: unknown, size?: number): unknown[][] | undefined {
  if (items === undefined) return undefined;
  if (!Array.isArray(items) || size === undefined || !Number.isInteger(size) || size < 1) {
    throw queryFailure('$partition takes an array and a positive whole number');
  }
  const parts: unknown[][] = [];
  for (let start = 0; start < items.length; start += size) {
    parts.push(items.slice(start, start + size));
  }
  return parts;
}

function range(first?: number, last?: number, step?: number): number[] | undefined {
  if (first === undefined || last === undefined || step === undefined) return undefined;
  const count = Math.floor((last - first) / step) + 1;
  if (!Number.isFinite(count)) throw queryFailure('$range takes numbers and a step other than 0');
  if (count > RANGE_ITEMS_MAX) throw queryFailure(`$range gives at most ${RANGE_ITEMS_MAX} items`);
  return Array.from({ length: Math.max(count, 0) }, (_, index) => first + index * step);
}

function hash(text?: string, algorithm?: string): string | undefined {
  if (text === undefined) return undefined;
  const name = HASHES.get(algorithm ?? '');
  if (!name) throw queryFailure(`$hash takes one of ${[...HASHES.keys()].join(', ')}`);
  return createHash(name).update(text).digest('hex');
}

// The same seed gives the same number (mulberry32), as AWS promises; not the number that AWS gives.
function random(seed?: number): number {
  if (seed === undefined) return Math.random();
  const mixed = (seed + 0x6d2b79f5) | 0;
  let bits = Math.imul(mixed ^ (mixed >>> 15), 1 | mixed);
  bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
  return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
}

function parse(text?: string): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw queryFailure('$parse was given text that is not JSON');
  }
}
