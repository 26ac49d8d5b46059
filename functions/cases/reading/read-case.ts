import * as z from 'zod';
import { CaseAnswer, CaseParams, inOrder, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { CaseState } from '#shared/domain/case/case-state.ts';
import { stageOf } from '#shared/domain/case/stage.ts';
import { SafeContactOnRecord } from '#shared/domain/contact/reaching/how-to-reach.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { AccessNeedsOnRecord } from '#shared/domain/person/facts/access-needs.ts';
import { noFacts, type PersonFacts } from '#shared/domain/person/facts/person-facts.ts';
import { carersOf } from '#shared/domain/person/facts/record-relationship.ts';
import { caresForThem, Relationship } from '#shared/domain/person/facts/relationship.ts';
import { factsOf } from '#shared/domain/person/person-state.ts';
import type { Ports } from '../../ports.ts';
import { everyCaseRole } from '../case-roles.ts';

const Linked = Relationship.pick({
  with: true,
  kind: true,
  liveTogether: true,
  toldAtContact: true,
});

/** A case as it stands: the answer of every command, with the facts that decisions rest on. */
const CaseView = CaseAnswer.extend({
  state: z.unknown(),
  /** How the person is to be reached, informed and understood; null where nobody has said. */
  accessNeeds: AccessNeedsOnRecord.nullable(),
  /** How it is safe to reach them, as it was told last; null where nobody has said. */
  safeContact: SafeContactOnRecord.nullable(),
  /** Those who care unpaid for the person, and whether they have a case of their own, of which
   * nothing else is seen from here. */
  carers: z.array(Linked.extend({ hasOwnCase: z.boolean() })),
  /** In a carer's case: the adults they care for. */
  caredFor: z.array(Linked),
}).meta({ id: 'CaseView' });

export const readCase = staffOperation({
  id: 'read-case',
  method: 'GET',
  path: '/cases/{caseId}',
  tag: 'Cases',
  roles: everyCaseRole,
  summary: 'Read where a case stands',
  params: CaseParams,
  query: NoQuery,
  answer: CaseView,
  async handle(request, ports: Pick<Ports, 'cases' | 'people'>) {
    const last = await ports.cases.last(request.params.caseId);
    if (!last) return refuse('not-found', 'There is no such case.');
    const person = await ports.people.last(last.after.personId);
    const { recent: _recent, ...state } = CaseState.parse(last.after);
    return accept({
      status: 200,
      version: last.sequence,
      body: {
        caseId: last.aggregateId,
        stage: stageOf(last.after),
        openSteps: openSteps(last.after.workflow),
        event: last.sequence,
        records: inOrder(last.after.records),
        state,
        ...besides(person ? factsOf(person.after) : noFacts, last.after),
      },
    });
  },
});

/** What the person's record says that belongs with each of their cases. */
function besides(facts: PersonFacts, { kind }: CaseState) {
  const linked = ({ with: other, kind: relation, liveTogether, toldAtContact }: Relationship) => ({
    with: other,
    kind: relation,
    liveTogether,
    ...(toldAtContact && { toldAtContact }),
  });
  return {
    accessNeeds: facts.accessNeeds,
    safeContact: facts.safeContact,
    carers: carersOf(facts).map((each) => ({
      ...linked(each),
      hasOwnCase: each.carerCaseSince !== undefined,
    })),
    caredFor: kind === 'carer' ? facts.relationships.filter(caresForThem).map(linked) : [],
  };
}
