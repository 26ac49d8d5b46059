import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { refuse } from '#shared/domain/outcome.ts';
import { linkPerson, PersonLink } from '#shared/domain/person/link-person.ts';
import { mergedAway, type PersonState } from '#shared/domain/person/person-state.ts';
import { takeOver } from '#shared/domain/person/take-over.ts';
import type { NewEvent, RecordedEvent } from '#shared/stores/events/event.ts';
import { personIndexWrites } from '#shared/stores/people/person-index.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { actorOf } from '../cases/change-aggregate.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';
import { knownOf } from './duplicates/change-pair.ts';

type Person = RecordedEvent<PersonState>;

/** The contact opened a provisional record; the known one takes it over in the same transaction. */
export const linkContactToPerson = staffOperation({
  id: 'link-person',
  method: 'POST',
  path: '/cases/{caseId}/person',
  tag: 'People',
  roles: ['adviser', 'practitioner', 'duty-manager'],
  summary: 'Link the case of a contact to the person who is known already',
  params: CaseParams,
  query: NoQuery,
  body: PersonLink,
  answer: CaseAnswer,
  handle(request, ports: Ports) {
    let people: { provisional: Person; known: Person } | undefined;
    const { personId, reason } = request.body;
    return changeCase(
      request,
      ports,
      async (state) => {
        const [provisional, known] = await Promise.all([
          ports.people.last(state.personId),
          ports.people.last(personId),
        ]);
        if (!provisional) throw new Error(`no person ${state.personId}`);
        if (!known || personId === state.personId) {
          return refuse('invalid-input', 'Nobody else is registered under this id.', '/personId');
        }
        const away = mergedAway(known.after);
        if (away) return away;
        people = { provisional, known };
        return linkPerson(state, provisional.after, request.body);
      },
      {
        also: async (_change, _state, at) => {
          if (!people) throw new Error('nobody was read');
          return takeOverWrites(people, { at, reason, actor: actorOf(request) }, ports);
        },
      },
    );
  },
});

async function takeOverWrites(
  { provisional, known }: { readonly provisional: Person; readonly known: Person },
  { at, reason, actor }: Pick<NewEvent<PersonState>, 'at' | 'actor'> & { readonly reason: string },
  { people, pseudonyms }: Pick<Ports, 'people' | 'pseudonyms'>,
): Promise<TableWrite[]> {
  const [survivor, merged] = [knownOf(known), knownOf(provisional)];
  const { own, other } = takeOver({ survivor, merged, keepFromMerged: [], reason });
  const changes = [
    { last: known, change: own },
    { last: provisional, change: other },
  ];
  const events = changes.map(({ last, change }) =>
    people.asWrite(last, {
      id: derivedId(['linked', provisional.id, known.id, last.aggregateId]),
      aggregateId: last.aggregateId,
      type: change.type,
      at,
      actor,
      request: null,
      body: change.body,
      after: change.next,
    }),
  );
  const found = changes.map(({ last, change }) => ({
    personId: last.aggregateId,
    before: last.after,
    after: change.next,
  }));
  return [...events, ...(await personIndexWrites(pseudonyms, found))];
}
