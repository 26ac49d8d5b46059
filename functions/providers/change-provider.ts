import * as z from 'zod';
import { Id } from '#shared/contracts/case-answer.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import { PassedCheck } from '#shared/domain/bank/passed-check.ts';
import type { Moment } from '#shared/domain/case/change.ts';
import { accept } from '#shared/domain/outcome.ts';
import {
  type ProviderChange,
  type ProviderDecision,
  ProviderState,
} from '#shared/domain/provider/provider-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { offersWrites } from '#shared/stores/money/orders/offer-store.ts';
import { providerLog, standingWrite } from '#shared/stores/money/orders/provider-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { type ChangeRequest, changeAggregate } from '../cases/change-aggregate.ts';
import type { Ports } from '../ports.ts';

export const ProviderParams = z.strictObject({ providerId: Id });

/** Who may look at what is offered and by whom. */
export const providerReaders = [
  'practitioner',
  'team-manager',
  'adviser',
  'duty-manager',
  'budget-manager',
  'head-of-service',
  'finance-officer',
  'finance-approver',
] as const;

/** A provider as staff see it: of the account no more than its last three digits. */
export const ProviderAnswer = ProviderState.omit({
  recent: true,
  bankDetails: true,
  hasBeenPayable: true,
})
  .extend({
    providerId: Id,
    event: z.int().positive(),
    accountLastDigits: z.string().nullable(),
    /** Whether a bank reads the name of the account in other letters; null where no account is known. */
    isNameRewritten: z.boolean().nullable(),
    /** The name of the account as a bank will read it. */
    nameInFile: z.string().nullable(),
    /** Whether there is a check that its numbers passed; null where no account is known. */
    modulusCheck: PassedCheck.nullable(),
  })
  .meta({ id: 'ProviderAnswer' });
type ProviderAnswer = z.infer<typeof ProviderAnswer>;

interface ProviderRequest extends ChangeRequest {
  readonly params: { providerId: string };
}

/** Carries out one command on a provider: load, decide, write one event, answer. */
export function changeProvider(
  request: ProviderRequest,
  { table, system }: Pick<Ports, 'table' | 'system'>,
  decide: (provider: ProviderState, moment: Moment) => ProviderDecision | Promise<ProviderDecision>,
  /** What must be written with the event besides, or not at all. */
  tasks: (at: string) => readonly TableWrite[] = () => [],
): Promise<Reply> {
  const { providerId } = request.params;
  return changeAggregate(
    request,
    { system },
    {
      log: providerLog(table),
      id: providerId,
      decide: (last, moment) => decide(last.after, moment),
      also: async ({ type, next }: ProviderChange, last, at) => [
        standingWrite(providerId, next),
        ...tasks(at),
        ...(type === 'offers-set' ? offersWrites(providerId, last.after.offers, next) : []),
      ],
      answer: (event) => showProvider(event, 200),
    },
  );
}

export function showProvider(event: RecordedEvent<ProviderState>, status: 200 | 201): Reply {
  const { recent: _recent, hasBeenPayable: _before, bankDetails, ...shown } = event.after;
  const providerId = event.aggregateId;
  const body: ProviderAnswer = {
    ...shown,
    providerId,
    event: event.sequence,
    accountLastDigits: bankDetails?.lastDigits ?? null,
    isNameRewritten: bankDetails?.isNameRewritten ?? null,
    nameInFile: bankDetails?.nameInFile ?? null,
    modulusCheck: bankDetails?.modulusCheck ?? null,
  };
  return accept({
    status,
    body,
    version: event.sequence,
    ...(status === 201 && { location: `/providers/${providerId}` }),
  });
}
