import * as z from 'zod';
import { Id } from '#shared/contracts/case-answer.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import {
  type AgreementChange,
  AgreementState,
  agreementStatuses,
} from '#shared/domain/agreement/agreement-state.ts';
import type { Actor, Moment } from '#shared/domain/case/change.ts';
import { Pence } from '#shared/domain/money/pence.ts';
import { accept, type Outcome } from '#shared/domain/outcome.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { actorOf, type ChangeRequest, changeAggregate } from '../cases/change-aggregate.ts';
import type { Ports } from '../ports.ts';

export const AgreementParams = z.strictObject({ agreementId: Id });

/** An agreement as staff see it: of the account no more than its last three digits. What is taken
 * off for a contribution is worked out when the agreement is made active, and is null until
 * then. */
export const AgreementAnswer = AgreementState.omit({
  recent: true,
  bankDetails: true,
  planBuys: true,
  status: true,
})
  .extend({
    agreementId: Id,
    status: z.enum(agreementStatuses),
    event: z.int().positive(),
    accountLastDigits: z.string().nullable(),
    /** Whether a bank reads the payee's name in other letters; null where no account is known. */
    isNameRewritten: z.boolean().nullable(),
    /** The name as a bank will read it, from the entry of the account until something follows it. */
    nameInFile: z.string().nullable(),
    weeklyContributionPence: Pence.nullable(),
    isContributionProvisional: z.boolean().nullable(),
  })
  .meta({ id: 'AgreementAnswer' });
export type AgreementAnswer = z.infer<typeof AgreementAnswer>;

const Entered = z.object({ nameInFile: z.string() });

export interface AgreementRequest extends ChangeRequest {
  readonly params: { agreementId: string };
}

interface AgreementCommand<C extends AgreementChange> {
  readonly decide: (agreement: AgreementState, moment: Moment) => Outcome<C> | Promise<Outcome<C>>;
  /** What must be written with the event, or not at all. */
  readonly also?: (
    change: C,
    last: RecordedEvent<AgreementState>,
    moment: { readonly at: string; readonly by: string; readonly actor: Actor },
  ) => Promise<readonly TableWrite[]>;
  /** What is answered instead of the agreement as staff see it. */
  readonly answer?: (event: RecordedEvent<AgreementState>) => Reply;
}

/** Carries out one command on a direct payment agreement: load, decide, write one event, answer. */
export function changeAgreement<C extends AgreementChange>(
  request: AgreementRequest,
  ports: Pick<Ports, 'agreements' | 'system'>,
  command: AgreementCommand<C>,
): Promise<Reply> {
  const actor = actorOf(request);
  return changeAggregate(request, ports, {
    log: ports.agreements,
    id: request.params.agreementId,
    decide: (last, moment) => command.decide(last.after, moment),
    also: async (change: C, last, at) =>
      (await command.also?.(change, last, { at, by: actor.id, actor })) ?? [],
    answer: command.answer ?? answerAgreement,
  });
}

export function answerAgreement(event: RecordedEvent<AgreementState>): Reply {
  const { recent: _recent, planBuys: _kept, bankDetails, ...shown } = event.after;
  const isWorkedOut = shown.planVersion !== null;
  const body: AgreementAnswer = {
    ...shown,
    weeklyContributionPence: isWorkedOut ? shown.weeklyContributionPence : null,
    isContributionProvisional: isWorkedOut ? shown.isContributionProvisional : null,
    agreementId: event.aggregateId,
    event: event.sequence,
    accountLastDigits: bankDetails?.lastDigits ?? null,
    isNameRewritten: bankDetails?.isNameRewritten ?? null,
    nameInFile:
      event.type === 'bank-details-recorded' ? Entered.parse(event.body).nameInFile : null,
  };
  return accept({ status: 200, body, version: event.sequence });
}
