import type * as z from 'zod';
import { accept, type Outcome, type Refused } from '../domain/outcome.ts';
import { plainWords, toPutRight } from '../domain/plain-words.ts';
import type { Access, RawRequest, Request } from './operation.ts';

interface Shape<A extends Access, P, Q, B> {
  readonly id: string;
  readonly access: A;
  readonly creates?: boolean;
  readonly params: z.ZodType<P>;
  readonly query: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
}

type Issues = readonly z.core.$ZodIssue[];

/** Gives every part of a request its declared shape, or refuses with a pointer for each wrong
 * field. */
export function parseParts<A extends Access, P, Q, B>(
  shape: Shape<A, P, Q, B>,
  raw: RawRequest,
): Outcome<Request<A, P, Q, B>> {
  const params = shape.params.safeParse(raw.params);
  // An id of the wrong shape names nothing that exists.
  if (!params.success) return notFound;
  const query = shape.query.safeParse(raw.query, { error: plainWords });
  const body = shape.body?.safeParse(raw.body, { error: plainWords });
  const queryIssues = query.success ? [] : toErrors('query', query.error.issues);
  const bodyIssues = body === undefined || body.success ? [] : toErrors('', body.error.issues);
  const errors = [...queryIssues, ...bodyIssues];
  if (!query.success || errors.length > 0) return invalid(errors);
  const callerKey = raw.headers['idempotency-key'];
  if (shape.creates && callerKey === undefined) return keyMissing;
  if (callerKey !== undefined && !/^[\w-]{16,80}$/.test(callerKey)) return keyUnusable;
  return accept({
    // The gateway's authoriser for this access made the caller, so the kinds agree.
    caller: raw.caller as Request<A, P, Q, B>['caller'],
    params: params.data,
    query: query.data,
    // Where no body is declared B is unknown, and undefined is an unknown.
    body: (body?.success ? body.data : undefined) as B,
    actingAs: raw.actingAs as Request<A, P, Q, B>['actingAs'],
    ifMatch: raw.headers['if-match'],
    idempotencyKey: callerKey,
    headers: raw.headers,
    scope: [shape.id, callerName(raw)],
  });
}

const notFound: Refused = {
  accepted: false,
  refusal: { kind: 'not-found', detail: 'There is nothing at this address.' },
};
const keyMissing: Refused = {
  accepted: false,
  refusal: {
    kind: 'idempotency-key-missing',
    detail: 'Send an Idempotency-Key header: a random id, the same when you try again.',
  },
};
const keyUnusable: Refused = {
  accepted: false,
  refusal: {
    kind: 'invalid-input',
    detail: 'An Idempotency-Key has 16 to 80 letters, digits, hyphens or underscores.',
    pointer: 'header/Idempotency-Key',
  },
};

function invalid(errors: readonly { pointer: string; detail: string }[]): Refused {
  return {
    accepted: false,
    refusal: { kind: 'invalid-input', detail: toPutRight(errors), errors },
  };
}

/** One sentence for each field, the first that is wrong with it: after that the others say nothing. */
function toErrors(prefix: string, issues: Issues): { pointer: string; detail: string }[] {
  const all = issues.slice(0, 50).flatMap((issue) => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    return names.map((name) => ({
      pointer: [
        prefix,
        ...issue.path.map(escapePointer),
        ...(name ? [escapePointer(name)] : []),
      ].join('/'),
      detail: name ? 'This field is not known.' : issue.message,
    }));
  });
  return all.filter(
    ({ pointer }, place) => all.findIndex((other) => other.pointer === pointer) === place,
  );
}

function escapePointer(part: PropertyKey): string {
  return String(part).replaceAll('~', '~0').replaceAll('/', '~1');
}

function callerName({ caller }: RawRequest): string {
  if (caller.kind === 'staff') return `staff:${caller.id}`;
  return caller.kind === 'resident' ? `resident:${caller.personId}` : 'public';
}
