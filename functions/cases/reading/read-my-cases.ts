import * as z from 'zod';
import { Id, NoParams } from '#shared/contracts/case-answer.ts';
import { residentOperation } from '#shared/contracts/operation.ts';
import { ProgressQuery, WhereYouAre } from '#shared/contracts/where-you-are.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { Stage } from '#shared/domain/case/stage.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import { accept } from '#shared/domain/outcome.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { readShown } from '#shared/stores/front-door/receipt-store.ts';
import { casesOfPerson } from '#shared/stores/people/person-store.ts';
import type { Ports } from '../../ports.ts';
import { statusOf } from '../../progress/show-progress.ts';
import { type ProgressReader, whereYouAre } from '../../progress/where-you-are.ts';

type MyCasesPorts = Pick<Ports, 'table' | 'cases' | 'council' | 'system'>;

const MyCases = z
  .strictObject({
    cases: z.array(
      z.strictObject({
        caseId: Id,
        stage: Stage,
        inWords: WhereYouAre,
        nextReview: CivilDate.nullable(),
        /** The version of the plan that waits for your answer, if one does. */
        planToAgree: z.int().positive().nullable(),
      }),
    ),
  })
  .meta({ id: 'MyCases' });

// Each case is two reads; nobody has more open at once, and the newest come first.
const casesMax = 10;

export const readMyCases = residentOperation({
  id: 'read-my-cases',
  method: 'GET',
  path: '/my/cases',
  tag: 'My case',
  summary: 'See where your cases stand and what happens next',
  params: NoParams,
  query: ProgressQuery,
  answer: MyCases,
  async handle({ caller, query }, ports: MyCasesPorts) {
    const caseIds = await casesOfPerson(ports.table, caller.personId);
    const newest = await Promise.all(
      caseIds.slice(0, casesMax).map((caseId) => ports.cases.last(caseId)),
    );
    const today = civilDateInLondon(ports.system.now());
    const reader = { today, language: query.language, council: ports.council };
    const cases = await Promise.all(
      newest.flatMap((event) => (event ? [show(event, reader, ports)] : [])),
    );
    return accept({ status: 200, body: { cases } });
  },
});

async function show(event: RecordedEvent<CaseState>, reader: ProgressReader, ports: MyCasesPorts) {
  const { after, aggregateId } = event;
  const shown = after.receipt ? await readShown(ports.table, after.receipt) : undefined;
  const status = statusOf(event, shown, reader.council);
  return {
    caseId: aggregateId,
    stage: status.stage,
    inWords: whereYouAre(status, reader),
    nextReview: after.nextReview?.on ?? null,
    planToAgree: planToAgree(after),
  };
}

function planToAgree({ plan, workflow }: CaseState): number | null {
  const mayAgree = openSteps(workflow).includes('write-support-plan') && plan?.agreed === 'not-yet';
  const isOfThisRound = plan?.round === workflow.rounds['support-planning'];
  return plan && mayAgree && isOfThisRound ? plan.version : null;
}
