import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { residentOperation } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { CaseDecision } from '#shared/domain/case/change.ts';
import { type Refused, refuse } from '#shared/domain/outcome.ts';
import {
  agreeAtHome,
  disagreeWithPlan,
  PlanDisagreement,
  PlanQuestioned,
  planToAnswer,
} from '#shared/domain/plan/sign-off/answer-at-home.ts';
import { changeCase } from '../cases/change-case.ts';
import { isAbout } from '../cases/own-case.ts';
import { writtenAtHomeTask } from '../cases/tasks/written-at-home-task.ts';
import type { Ports } from '../ports.ts';

const answering = {
  method: 'POST',
  tag: 'My case',
  ifMatch: 'plan',
  params: CaseParams,
  query: NoQuery,
  answer: CaseAnswer,
} as const;

export const agreeToMyPlan = residentOperation({
  ...answering,
  id: 'agree-to-my-plan',
  path: '/my/cases/{caseId}/plan-agreement',
  summary: 'Say that you agree with your support plan',
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      async (state, moment) =>
        (await notTheirs(state, request.caller, ports)) ?? agreeAtHome(state, moment),
      { ifMatch: 'plan' },
    ),
});

export const disagreeWithMyPlan = residentOperation({
  ...answering,
  id: 'disagree-with-my-plan',
  path: '/my/cases/{caseId}/plan-disagreement',
  summary:
    'Say what you do not agree with in your support plan, so that somebody looks at it again',
  creates: true,
  body: PlanDisagreement,
  handle(request, ports: Ports) {
    const { caseId } = request.params;
    return changeCase(
      request,
      ports,
      async (state, moment): Promise<CaseDecision> => {
        const refused = await notTheirs(state, request.caller, ports);
        if (refused) return refused;
        const waiting = planToAnswer(state);
        if (!waiting.accepted) return waiting;
        const { version } = waiting.value.plan;
        const event = await ports.cases.at(caseId, version);
        if (!event) throw new Error(`event ${version} of a case is missing`);
        const questioned = PlanQuestioned.parse(event.body);
        return disagreeWithPlan(state, request.body, questioned, moment);
      },
      {
        ifMatch: 'plan',
        also: async ({ next }, _state, at) =>
          writtenAtHomeTask('answer-disagreement', caseId, next, {
            at,
            today: civilDateInLondon(at),
          }),
      },
    );
  },
});

/** Somebody else's case is not there to be seen. */
async function notTheirs(
  state: CaseState,
  { personId }: { readonly personId: string },
  ports: Ports,
): Promise<Refused | undefined> {
  return (await isAbout(state, personId, ports))
    ? undefined
    : refuse('not-found', 'There is no such case.');
}
