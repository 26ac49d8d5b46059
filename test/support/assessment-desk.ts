import { assessmentRoutes } from '#functions/assessment/routes.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import type { Refusal } from '#shared/domain/outcome.ts';
import { referred } from '#test/support/case-states.ts';
import { Office, type Staff } from '#test/support/office.ts';

// An assessment in the making: a case that waits for it, a practitioner, and the person at home.

export const caseId = 'case0000000000000001';
export const today = '2026-07-08';
export const worker: Staff = { id: 'practitioner-1', role: 'practitioner' };
export const me = 'person000001';

const params = { caseId };

export async function openDesk() {
  const office = new Office(assessmentRoutes);
  office.today = today;
  await office.seed(caseId, referred());
  return {
    office,
    save: (answers: object, ifMatch?: number, by: Staff = worker) =>
      office.asStaff(by, 'save-assessment-draft', { params, body: { answers }, ifMatch }),
    saveMine: (answers: object, ifMatch?: number, isFinished = false) =>
      office.asResident(me, 'save-my-assessment-draft', {
        params,
        body: { answers, isFinished },
        ifMatch,
      }),
    read: () => office.asStaff(worker, 'read-assessment-draft', { params }),
    complete: (body: object, ifMatch?: number) =>
      office.asStaff(worker, 'complete-assessment-draft', { params, body, ifMatch }),
    /** What the assessment that stands has recorded. */
    async recorded(): Promise<unknown> {
      const last = await office.ports.cases.last(caseId);
      const event = await office.ports.cases.at(caseId, last?.after.records.assessment ?? 0);
      return event?.body;
    },
  };
}
export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** What was answered; throws on a refusal. */
export function bodyOf(reply: Reply): unknown {
  if (!reply.accepted) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`);
  return reply.value.body;
}

export function refusalOf(reply: Reply): Refusal | undefined {
  return reply.accepted ? undefined : reply.refusal;
}

export const kindOf = (reply: Reply) => refusalOf(reply)?.kind;
