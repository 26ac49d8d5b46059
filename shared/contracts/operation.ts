import type * as z from 'zod';
import type { RecordName } from '../domain/case/case-state.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { PersonRecordName } from '../domain/person/person-state.ts';
import type { Role } from '../domain/roles.ts';
import { parseParts } from './parse-parts.ts';

export type Access = 'public' | 'resident' | 'staff';

export interface PublicCaller {
  readonly kind: 'public';
}
export interface StaffCaller {
  readonly kind: 'staff';
  readonly id: string;
  readonly roles: readonly Role[];
  readonly teams: readonly string[];
}
export interface ResidentCaller {
  readonly kind: 'resident';
  readonly personId: string;
}
interface Callers {
  public: PublicCaller;
  resident: ResidentCaller;
  staff: StaffCaller;
}
export type Caller = Callers[Access];

/** A request as our code sees it, once the gateway has checked the token. */
export interface RawRequest {
  readonly caller: Caller;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The role in which a member of staff acts: the first of theirs that the operation names. */
  readonly actingAs: Role | undefined;
}

/** A request whose every part has the shape that its operation declares. */
export interface Request<A extends Access, P, Q, B> {
  readonly caller: Callers[A];
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly actingAs: A extends 'staff' ? Role : undefined;
  readonly ifMatch: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Names the operation and the caller: what an Idempotency-Key is remembered under. */
  readonly scope: readonly string[];
}

/** A whole page for a browser, which may load what its policy permits and nothing else. */
export interface Page {
  readonly source: string;
  readonly contentSecurityPolicy: string;
}

/** A file that another system takes in, byte for byte. */
export interface AnswerFile {
  readonly text: string;
  readonly type: 'text/plain' | 'text/csv';
  readonly name: string;
}

export interface Answer {
  readonly status: 200 | 201 | 202;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent instead of JSON. */
  readonly file?: AnswerFile;
  /** Sent instead of JSON. */
  readonly html?: Page;
  /** The version of the record that is shown or was written. */
  readonly version?: number;
  readonly location?: string;
}

export type Reply = Outcome<Answer>;

/** What a decider must have seen in its newest version. */
type Versioned =
  | RecordName
  | PersonRecordName
  | 'payment-run'
  | 'assessment-draft'
  | 'plan-draft'
  | 'uprating-run';

/** What the public documents, the gateway and the tests need to know of an operation. */
export interface OperationFacts {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly access: Access;
  readonly roles: readonly Role[];
  readonly summary: string;
  readonly tag: string;
  /** Every POST that creates asks for an Idempotency-Key. */
  readonly creates: boolean;
  /** The record whose version If-Match must name. */
  readonly ifMatch: Versioned | undefined;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: z.ZodType | undefined;
  /** The headers of its own that it reads, each with what it is for. */
  readonly headers: Readonly<Record<string, string>>;
  readonly answer: z.ZodType;
  readonly answerStatus: 200 | 201 | 202;
  readonly answerType: 'application/json' | 'text/html' | AnswerFile['type'];
  /** Whether a browser that accepts a page gets one to print instead of the JSON. */
  readonly answersPageToo: boolean;
}

export interface Operation<Ports> extends OperationFacts {
  run(request: RawRequest, ports: Ports): Promise<Reply>;
}

interface Definition<A extends Access, P, Q, B, Ports> {
  readonly id: string;
  readonly method: OperationFacts['method'];
  readonly path: string;
  readonly access: A;
  readonly summary: string;
  readonly tag: string;
  readonly creates?: boolean;
  readonly ifMatch?: Versioned;
  readonly params: z.ZodType<P>;
  readonly query: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  readonly headers?: OperationFacts['headers'];
  readonly answer: z.ZodType;
  readonly answerStatus?: 200 | 201 | 202;
  readonly answerType?: OperationFacts['answerType'];
  readonly answersPageToo?: boolean;
  handle(request: Request<A, P, Q, B>, ports: Ports): Promise<Reply>;
}

/** Joins an operation's facts with its parsed handling. `staffOperation` and its two sisters below
 * are the only ways to make one, so that a staff route without roles does not compile. */
function makeOperation<A extends Access, P, Q, B, Ports>(
  definition: Definition<A, P, Q, B, Ports>,
  roles: readonly Role[],
): Operation<Ports> {
  return {
    ...definition,
    roles,
    creates: definition.creates ?? false,
    ifMatch: definition.ifMatch,
    body: definition.body,
    headers: definition.headers ?? {},
    answerStatus: definition.answerStatus ?? 200,
    answerType: definition.answerType ?? 'application/json',
    answersPageToo: definition.answersPageToo ?? false,
    async run(raw, ports) {
      const request = parseParts(definition, raw);
      return request.accepted ? definition.handle(request.value, ports) : request;
    },
  };
}

export function staffOperation<P, Q, B, Ports>(
  definition: Omit<Definition<'staff', P, Q, B, Ports>, 'access'> & {
    readonly roles: readonly [Role, ...Role[]];
  },
): Operation<Ports> {
  return makeOperation({ ...definition, access: 'staff' }, definition.roles);
}

export function publicOperation<P, Q, B, Ports>(
  definition: Omit<Definition<'public', P, Q, B, Ports>, 'access'>,
): Operation<Ports> {
  return makeOperation({ ...definition, access: 'public' }, []);
}

export function residentOperation<P, Q, B, Ports>(
  definition: Omit<Definition<'resident', P, Q, B, Ports>, 'access'>,
): Operation<Ports> {
  return makeOperation({ ...definition, access: 'resident' }, []);
}
