import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { suggestTeam } from '#shared/council/teams/suggest-team.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { refusalOfSecondAssessment, refusalToNote } from '#shared/domain/contact/noted-contact.ts';
import type { Refused } from '#shared/domain/outcome.ts';
import type { Signposting } from '#shared/domain/triage/signposting.ts';
import { type TriageBasis, triageContact } from '#shared/domain/triage/triage.ts';
import { TriageDecision } from '#shared/domain/triage/triage-decision.ts';
import { changeCase } from '../../cases/change-case.ts';
import type { Ports } from '../../ports.ts';
import { referralFacts } from './referral-facts.ts';
import { usefulnessTasks } from './usefulness-tasks.ts';

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
    changeCase(
      request,
      ports,
      async (state, moment) => {
        const second = await refusalOfSecond(state, request.body, ports);
        if (second) return second;
        const basis = await basisOf(state, { decision: request.body, today: moment.today }, ports);
        const settings = { ...basis, ...ports.council };
        const decided = triageContact(state, request.body, settings, moment);
        if (!decided.accepted || request.body.verdict !== 'open-case') return decided;
        const { openCaseId } = request.body;
        const { caseId } = request.params;
        const target = await ports.cases.last(openCaseId);
        const noting = { caseId, personId: state.personId, openCaseId };
        return refusalToNote(noting, target?.after) ?? decided;
      },
      { also: usefulnessTasks(request.params.caseId, signpostingOf(request.body)) },
    ),
});

/** Looks at the other case only where there was one when the contact came, and only for a carer. */
async function refusalOfSecond(
  { kind, personId, besideCase }: CaseState,
  { verdict }: TriageDecision,
  { cases }: Ports,
): Promise<Refused | undefined> {
  const begins = kind === 'carer' && (verdict === 'assess' || verdict === 'reablement');
  if (!begins || besideCase === undefined) return undefined;
  const beside = await cases.last(besideCase);
  return refusalOfSecondAssessment(personId, besideCase, beside?.after);
}

function signpostingOf(decision: TriageDecision): Signposting | undefined {
  return decision.verdict === 'advice' ? decision.signposting : undefined;
}

/** Reads what just this decision rests on, so that no decision asks the table for more. */
async function basisOf(
  state: CaseState,
  { decision, today }: { readonly decision: TriageDecision; readonly today: CivilDate },
  ports: Ports,
): Promise<TriageBasis> {
  if (decision.verdict === 'advice' && decision.signposting) {
    return { directory: await ports.directory.current() };
  }
  if (decision.verdict !== 'assess' && decision.verdict !== 'reablement') return {};
  const asked = {
    answers: decision.referral,
    hasConcern: decision.concern !== undefined,
    leadsTo: decision.verdict,
    today,
  };
  return { suggested: suggestTeam(ports.council, await referralFacts(state, asked, ports)) };
}
