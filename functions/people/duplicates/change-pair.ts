import type { Reply } from '#shared/contracts/operation.ts';
import type { Moment } from '#shared/domain/case/change.ts';
import { accept, type Outcome, type Refused, refuse } from '#shared/domain/outcome.ts';
import type { PersonChange } from '#shared/domain/person/change.ts';
import type { PersonState } from '#shared/domain/person/person-state.ts';
import type { Known, PairChange } from '#shared/domain/person/take-over.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { personIndexWrites } from '#shared/stores/people/person-index.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { actorOf, type ChangeRequest, changeAggregate } from '../../cases/change-aggregate.ts';
import type { Ports } from '../../ports.ts';
import { personAnswer } from '../change-person.ts';

type PairPorts = Pick<Ports, 'people' | 'system' | 'pseudonyms'>;
type Last = RecordedEvent<PersonState>;

interface PairCommand {
  readonly personId: string;
  readonly refusalOf: (own: PersonState) => Refused | undefined;
  readonly otherOf: (own: PersonState) => string | undefined;
  readonly decide: (own: Known, other: Known, ownLast: Last) => Outcome<PairChange>;
}

interface OwnChange extends PersonChange {
  readonly other: { readonly last: Last; readonly change: PersonChange };
}

/** Carries out one command on two people's records: an event on each, in one transaction. */
export function changePair(
  request: ChangeRequest,
  ports: PairPorts,
  command: PairCommand,
): Promise<Reply> {
  const { personId } = command;
  const { people, pseudonyms } = ports;
  return changeAggregate(request, ports, {
    log: people,
    id: personId,
    refusalOf: ({ after }) => command.refusalOf(after),
    async decide(last): Promise<Outcome<OwnChange>> {
      const otherId = command.otherOf(last.after);
      const other = otherId === undefined ? undefined : await people.last(otherId);
      if (!other || otherId === personId)
        return refuse('not-found', 'There is no such other person.');
      const decided = command.decide(knownOf(last), knownOf(other), last);
      if (!decided.accepted) return decided;
      return accept({ ...decided.value.own, other: { last: other, change: decided.value.other } });
    },
    also: async ({ other, next }, last, at) => [
      people.asWrite(other.last, eventOn(other, { at, actor: actorOf(request), after: last })),
      ...(await personIndexWrites(pseudonyms, [
        { personId, before: last.after, after: next },
        {
          personId: other.last.aggregateId,
          before: other.last.after,
          after: other.change.next,
        },
      ])),
    ],
    answer: personAnswer,
  });
}

export function knownOf({ aggregateId, after, sequence }: Last): Known {
  return { personId: aggregateId, state: after, event: sequence + 1 };
}

/** The event of the second record, which has its id from the first one's. */
function eventOn(
  { last, change }: OwnChange['other'],
  {
    at,
    actor,
    after,
  }: { readonly at: string; readonly actor: Moment['actor']; readonly after: Last },
) {
  return {
    id: derivedId(['other', last.id, after.id]),
    aggregateId: last.aggregateId,
    type: change.type,
    at,
    actor,
    request: null,
    body: change.body,
    after: change.next,
  };
}
