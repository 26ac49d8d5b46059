import { createHash, createHmac } from 'node:crypto';
import type { Value } from './table.ts';

/** JSON with its names in order, so that equal values have equal text wherever they are hashed. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) =>
    isPlainObject(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function isPlainObject(value: unknown): value is Record<string, Value> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

export function hmacSha256(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}

// Crockford's alphabet: no I, L, O or U, so that an id can be read out on the phone.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** An id of `length` characters (5 bits each) that anybody who holds the same parts makes again. */
export function derivedId(parts: readonly string[], length = 20): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest();
  return Array.from(bytes.subarray(0, length), (byte) => alphabet[byte & 31]).join('');
}
