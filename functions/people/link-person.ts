import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { refuse } from '#shared/domain/outcome.ts';
import { linkPerson, PersonLink } from '#shared/domain/person/link-person.ts';
import { mergedAway } from '#shared/domain/person/person-state.ts';
import { summariesOf } from '#shared/stores/people/person-summary.ts';
import { changeCase } from '../cases/change-case.ts';
import { openCaseBeside } from '../contact/opening/open-case-beside.ts';
import type { Ports } from '../ports.ts';

/** The contact opened a provisional record: the case goes to the known one at once, which then takes
 * the provisional one over from the stream. */
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
  handle: (request, ports: Ports) =>
    changeCase(request, ports, async (state) => {
      const { personId } = request.body;
      const people = await summariesOf(ports.table, [...new Set([state.personId, personId])]);
      const provisional = people.find((each) => each.personId === state.personId);
      if (!provisional) throw new Error(`no person ${state.personId}`);
      const known = people.find((each) => each.personId === personId);
      if (!known || personId === state.personId) {
        return refuse('invalid-input', 'Nobody else is registered under this id.', '/personId');
      }
      const { caseId } = request.params;
      // Asked of carers alone, whose second assessment triage refuses: it is one request more.
      const openCase =
        state.kind === 'carer'
          ? await openCaseBeside({ personId, kind: state.kind, caseId }, ports)
          : undefined;
      const told = { provisional, known: { ...known, openCase } };
      return mergedAway(known) ?? linkPerson(state, told, request.body);
    }),
});
