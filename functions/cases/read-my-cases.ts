import * as z from 'zod';
import { Id, NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { residentOperation } from '#shared/contracts/operation.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { Stage, stageOf } from '#shared/domain/case/stage.ts';
import type { Step } from '#shared/domain/journey/steps.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import { accept } from '#shared/domain/outcome.ts';
import { casesOfPerson } from '#shared/stores/person-store.ts';
import type { Ports } from '../ports.ts';

const MyCases = z
  .strictObject({
    cases: z.array(
      z.strictObject({
        caseId: Id,
        stage: Stage,
        /** What happens next, in plain words. */
        nextSteps: z.array(z.string()),
        nextReview: CivilDate.nullable(),
        /** The version of the plan that waits for your answer, if one does. */
        planToAgree: z.int().positive().nullable(),
      }),
    ),
  })
  .meta({ id: 'MyCases' });

// Each case is one read; nobody has more open at once, and the newest come first.
const casesMax = 10;

const plainWords: Readonly<Record<Step, string>> = {
  'triage-contact': 'We are looking at what you told us.',
  reablement: 'You are getting short-term help to regain your independence.',
  'assess-needs': 'We will talk with you about what you need.',
  'decide-eligibility': 'We are deciding which of your needs the council must help with.',
  'assess-finances': 'We are working out whether you pay something towards your support.',
  'write-support-plan': 'Your support plan is being written with you.',
  'authorise-plan': 'A practitioner is checking your plan.',
  'authorise-budget': 'A budget manager is checking your budget.',
  'arrange-support': 'We are arranging your support.',
  'start-support': 'Your support is about to start.',
  'carry-out-review': 'We will look with you at how your support is working.',
  'approve-payment-run': 'A payment is being checked.',
};

export const readMyCases = residentOperation({
  id: 'read-my-cases',
  method: 'GET',
  path: '/my/cases',
  tag: 'My case',
  summary: 'See where your cases stand and what happens next',
  params: NoParams,
  query: NoQuery,
  answer: MyCases,
  async handle({ caller }, ports: Pick<Ports, 'table' | 'cases'>) {
    const caseIds = await casesOfPerson(ports.table, caller.personId);
    const newest = await Promise.all(
      caseIds.slice(0, casesMax).map((caseId) => ports.cases.last(caseId)),
    );
    const cases = newest.flatMap((event) =>
      event ? [{ caseId: event.aggregateId, ...show(event.after) }] : [],
    );
    return accept({ status: 200, body: { cases } });
  },
});

function show(state: CaseState) {
  const steps = openSteps(state.workflow);
  const { plan } = state;
  const mayAgree = steps.includes('write-support-plan') && plan?.agreed === 'not-yet';
  const isOfThisRound = plan?.round === state.workflow.rounds['support-planning'];
  return {
    stage: stageOf(state),
    nextSteps: steps.map((step) => plainWords[step]),
    nextReview: state.nextReview?.on ?? null,
    planToAgree: plan && mayAgree && isOfThisRound ? plan.version : null,
  };
}
