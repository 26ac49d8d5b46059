import { publicRoutes, staffRoutes } from '#functions/every-route.ts';
import type { Role } from '#shared/domain/roles.ts';

/** Who calls: a member of staff, a resident who has signed in, or somebody without an account. */
export type CalledBy =
  | { readonly id: string; readonly roles: readonly Role[]; readonly teams: readonly string[] }
  | { readonly resident: string }
  | 'public';

export interface Sent {
  readonly by: CalledBy;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The version of the record that the caller has read. */
  readonly ifMatch?: number;
  readonly receiptSecret?: string;
  /** Set where this council's rules refuse the call, whose cost counts all the same. */
  readonly isRefused?: boolean;
}

/** Sends calls to the service one at a time, and after each waits until what it leads to is done. */
export interface Player {
  call(operation: string, sent: Sent): Promise<Record<string, unknown>>;
}

export const operations = [...publicRoutes, ...staffRoutes];
export type KnownOperation = (typeof operations)[number];

export function operationNamed(id: string): KnownOperation {
  const operation = operations.find((each) => each.id === id);
  if (!operation) throw new Error(`no operation is named ${id}`);
  return operation;
}

let keys = 0;

/** The headers of a call besides its token. Every call that may carry an Idempotency-Key does. */
export function headersOf({ body, ifMatch, receiptSecret }: Sent): Record<string, string> {
  keys += 1;
  return {
    'idempotency-key': `bench-key-${keys}-of-this-run`,
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
    ...(receiptSecret !== undefined && { 'x-receipt-secret': receiptSecret }),
  };
}

/** Stops the run where the service did not do what the fixture says it does. */
export function expectAsSent(operation: string, sent: Sent, status: number, body: unknown): void {
  if (status < 400 === (sent.isRefused ?? false)) {
    throw new Error(`${operation} answered ${status}: ${JSON.stringify(body).slice(0, 800)}`);
  }
}
