import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { refusalToNote } from '#shared/domain/contact/noted-contact.ts';
import { TriageDecision, triageContact } from '#shared/domain/contact/triage.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const decideTriage = staffOperation({
  id: 'triage-contact',
  method: 'POST',
  path: '/cases/{caseId}/triage',
  tag: 'Contact',
  roles: ['adviser', 'practitioner', 'duty-manager'],
  summary: 'Decide at the front door what a contact needs',
  params: CaseParams,
  query: NoQuery,
  body: TriageDecision,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, async (state, moment) => {
      const decided = triageContact(state, request.body, ports.council, moment);
      if (!decided.accepted || request.body.verdict !== 'open-case') return decided;
      const { openCaseId } = request.body;
      const { caseId } = request.params;
      const target = await ports.cases.last(openCaseId);
      const noting = { caseId, personId: state.personId, openCaseId };
      return refusalToNote(noting, target?.after) ?? decided;
    }),
});
