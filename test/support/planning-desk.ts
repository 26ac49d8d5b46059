import { supportPlanningRoutes } from '#functions/support-planning/routes.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { summaryKey } from '#shared/stores/people/person-summary.ts';
import { Office, type Staff } from '#test/support/office.ts';
import { budgetGiven, plan } from '#test/support/plan-states.ts';

// A plan in the making: a case whose person knows their budget, a practitioner, the person at home, and
// a daughter whom they may let help.

export const caseId = 'case0000000000000001';
export const worker: Staff = { id: 'practitioner-1', role: 'practitioner' };
export const me = 'person000001';
export const daughter = 'person000000002';
const params = { caseId };

export const asFamily = {
  kind: 'family-or-friend',
  name: 'Ida Larkspur',
  relationship: 'daughter',
};
export const letDaughter = {
  writers: [{ personId: daughter, as: asFamily }],
  allowedBy: 'person',
  allowedOn: '2026-07-08',
};

const onRecord = JSON.stringify({
  personId: daughter,
  details: { givenName: 'Ida', familyName: 'Larkspur', dateOfBirth: '1975-05-09' },
  isProvisional: false,
  mergedInto: null,
  version: 1,
});

/** All of a plan besides its lines, as a worker writes it into a draft. */
const { author: _author, writtenOn: _writtenOn, lines: wholeLines, ...wholeSections } = plan;

export { wholeSections };

/** Its lines without what follows from them. */
export const lines = wholeLines.map((line) => {
  const { kind, ...others } = line;
  const fields = Object.entries(others).filter(([name]) => !/^(weekly|oneOff)Pence$/.test(name));
  return { kind, ...Object.fromEntries(fields) };
});

export async function openPlanning(state: CaseState = budgetGiven()) {
  const office = new Office(supportPlanningRoutes);
  await office.seed(caseId, state);
  await office.ports.table.write([{ put: { ...summaryKey(daughter), schema: 1, text: onRecord } }]);
  const events = async () => (await office.ports.cases.last(caseId))?.sequence;
  return {
    office,
    events,
    save: (body: object, ifMatch?: number, by: Staff = worker) =>
      office.asStaff(by, 'save-plan-draft', { params, body, ifMatch }),
    saveAs: (personId: string, body: object, ifMatch?: number) =>
      office.asResident(personId, 'save-my-plan-draft', { params, body, ifMatch }),
    read: () => office.asStaff(worker, 'read-plan-draft', { params }),
    readAs: (personId: string) => office.asResident(personId, 'read-my-plan-draft', { params }),
    revisions: () => office.asStaff(worker, 'read-plan-draft-revisions', { params }),
    nameWriters: (body: object) => office.asStaff(worker, 'name-plan-writers', { params, body }),
    stopWriter: (personId: string, by = me) =>
      office.asResident(by, 'stop-plan-writer', { params, body: { personId } }),
    complete: (read: number, ifMatch?: number) =>
      office.asStaff(worker, 'complete-plan-draft', {
        params,
        body: { read, writtenOn: '2026-07-08' },
        ifMatch,
      }),
    async last() {
      const last = await office.ports.cases.last(caseId);
      if (!last) throw new Error('the case is gone');
      return last;
    },
  };
}
export type PlanningDesk = Awaited<ReturnType<typeof openPlanning>>;
