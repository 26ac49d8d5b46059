import type * as z from 'zod';
import { CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import type { RawRequest, StaffCaller } from '#shared/contracts/operation.ts';
import { parseParts } from '#shared/contracts/parse-parts.ts';
import type { DelegationScheme } from '#shared/domain/budget/delegated-limits-policy.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { type CaseState, RecordName } from '#shared/domain/case/case-state.ts';
import type { CaseDecision, Moment } from '#shared/domain/case/change.ts';
import { accept, type Outcome } from '#shared/domain/outcome.ts';
import { type KnownOperation, operationNamed } from '../../journey/player.ts';

/** What a decision looks up besides the case, in whatever database the peer has. */
export interface Lookups {
  /** The body of an event of this case. */
  eventBody(version: number): Promise<unknown>;
  delegationOn(day: CivilDate): Promise<DelegationScheme | undefined>;
  birthDate(): Promise<CivilDate | undefined>;
  postcode(): Promise<string | undefined>;
}

interface Deciding<B> {
  readonly state: CaseState;
  readonly body: B;
  readonly caller: StaffCaller;
  readonly moment: Moment;
  readonly lookups: Lookups;
}

/** A request that has the shape its operation declares, ready to be decided on a case. */
export interface Prepared {
  readonly caseId: string;
  readonly ifMatch: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly scope: readonly string[];
  /** What an Idempotency-Key belongs to. */
  readonly content: unknown;
  decide(
    about: Pick<Deciding<unknown>, 'state' | 'moment' | 'lookups'>,
  ): Promise<CaseDecision> | CaseDecision;
}

export interface CaseCommand {
  readonly operation: KnownOperation;
  /** The record whose newest version the caller must have seen. */
  readonly seen: RecordName | undefined;
  prepare(raw: RawRequest, caller: StaffCaller): Outcome<Prepared>;
}

/** A command on a case as every peer carries it out: address, roles and schemas are those of the
 * service's own operation, and the decision is the service's own pure function. */
export function caseCommand<B>(
  id: string,
  body: z.ZodType<B>,
  decide: (about: Deciding<B>) => Promise<CaseDecision> | CaseDecision,
): CaseCommand {
  const operation = operationNamed(id);
  const shape = { id, access: 'staff', params: CaseParams, query: NoQuery, body } as const;
  return {
    operation,
    seen: RecordName.options.find((name) => name === operation.ifMatch),
    prepare(raw, caller) {
      const parsed = parseParts(shape, raw);
      if (!parsed.accepted) return parsed;
      const { params, ifMatch, idempotencyKey, scope } = parsed.value;
      return accept({
        caseId: params.caseId,
        ifMatch,
        idempotencyKey,
        scope,
        content: [params, parsed.value.body],
        decide: (about) => decide({ ...about, body: parsed.value.body, caller }),
      });
    },
  };
}
