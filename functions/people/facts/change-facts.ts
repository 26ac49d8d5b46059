import type { Reply } from '#shared/contracts/operation.ts';
import type { Moment } from '#shared/domain/case/change.ts';
import { accept, type Outcome } from '#shared/domain/outcome.ts';
import type { PersonChange } from '#shared/domain/person/change.ts';
import type { FactsChange, PersonFacts } from '#shared/domain/person/facts/person-facts.ts';
import { factsOf, type PersonState } from '#shared/domain/person/person-state.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { Ports } from '../../ports.ts';
import { changePerson, type PersonCommand, type PersonRequest } from '../change-person.ts';

type FactsPorts = Pick<Ports, 'people' | 'system' | 'pseudonyms'>;

/** Carries out one command on what is known of a person besides who they are. */
export function changeFacts<C extends FactsChange>(
  request: PersonRequest,
  ports: FactsPorts,
  decide: (facts: PersonFacts, moment: Moment) => Outcome<C> | Promise<Outcome<C>>,
  command: PersonCommand<Lifted<C>> = {},
): Promise<Reply> {
  return changePerson(
    request,
    ports,
    async (state, moment) => {
      const decision = await decide(factsOf(state), moment);
      return decision.accepted ? accept(lift(state, decision.value)) : decision;
    },
    command,
  );
}

/** A change of facts as the change of the person's record that it is. */
export interface Lifted<C extends FactsChange> extends PersonChange {
  readonly change: C;
}

function lift<C extends FactsChange>(state: PersonState, change: C): Lifted<C> {
  const { type, body, next } = change;
  return { type, body, next: { ...state, facts: next }, change };
}

/** The id of what a request puts on the record: the same for the same request. */
export function createdId(request: PersonRequest): string {
  return derivedId([...request.scope, request.params.personId, request.idempotencyKey ?? '']);
}
