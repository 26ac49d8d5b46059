import * as z from 'zod';
import { CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import {
  DraftWriter,
  PlanDraftChanges,
  PlanDraftRevision,
} from '#shared/domain/plan/draft/plan-draft.ts';
import { PlanWriter } from '#shared/domain/plan/plan-author.ts';
import { sayWhySentBack } from '#shared/domain/plan/sign-off/returned-plan.ts';
import { readPlanRevisions } from '#shared/stores/cases/plan-draft-store.ts';
import { draftView, readToWrite, viewDraft } from './draft-view.ts';
import { type DraftPorts, draftOf } from './open-draft.ts';
import { PlanDraftSaved, savePlanDraft } from './save-draft.ts';

const roles = ['practitioner', 'team-manager'] as const;
const tag = 'Support planning';
const noCase = 'There is no such case.';

const View = z
  .strictObject({
    ...draftView,
    /** Everybody who wrote at it, and who may from home besides the person. */
    writtenBy: z.array(DraftWriter),
    mayWrite: z.array(PlanWriter),
  })
  .meta({ id: 'PlanDraftView' });

export const readDraft = staffOperation({
  id: 'read-plan-draft',
  method: 'GET',
  path: '/cases/{caseId}/plan-draft',
  tag,
  roles,
  summary: 'The plan as it is being written: what it comes to, what it lacks, and who wrote it',
  params: CaseParams,
  query: NoQuery,
  answer: View,
  async handle({ params: { caseId } }, ports: DraftPorts) {
    const { cases, council, system } = ports;
    const last = await cases.last(caseId);
    if (!last) return refuse('not-found', noCase);
    const { after } = last;
    const { read, sending } = await readToWrite(last, ports);
    const { draft } = read;
    const today = civilDateInLondon(system.now());
    const body = {
      ...viewDraft(after, read, { council, today }),
      writtenBy: draft?.writers ?? [],
      mayWrite: after.planWriters ?? [],
      sentBack: sending ? sayWhySentBack(sending) : null,
    };
    return accept({ status: 200, ...(draft && { version: draft.version }), body });
  },
});

export const saveStaffDraft = staffOperation({
  id: 'save-plan-draft',
  method: 'PUT',
  path: '/cases/{caseId}/plan-draft',
  tag,
  roles,
  summary: 'Write at the plan together with the person: the parts and lines that changed',
  ifMatch: 'plan-draft',
  params: CaseParams,
  query: NoQuery,
  body: PlanDraftChanges,
  answer: PlanDraftSaved,
  async handle({ params, body: changes, caller, actingAs: role, ifMatch }, ports: DraftPorts) {
    const last = await ports.cases.last(params.caseId);
    if (!last) return refuse('not-found', noCase);
    const author = { kind: 'practitioner', staffId: caller.id } as const;
    const by = { id: caller.id, author };
    return savePlanDraft(last, { changes, by, role, ifMatch }, ports);
  },
});

// As many as one page of them may weigh at their largest.
const revisionsMax = 10;

const Revisions = z
  .strictObject({ revisions: z.array(PlanDraftRevision), after: z.int().optional() })
  .meta({ id: 'PlanDraftRevisions' });

export const readRevisions = staffOperation({
  id: 'read-plan-draft-revisions',
  method: 'GET',
  path: '/cases/{caseId}/plan-draft/revisions',
  tag,
  roles,
  summary: 'Who wrote what at the plan and when, oldest first, a page at a time',
  params: CaseParams,
  query: z.strictObject({
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(revisionsMax).default(revisionsMax),
  }),
  answer: Revisions,
  async handle({ params: { caseId }, query }, { cases, table }: DraftPorts) {
    const last = await cases.last(caseId);
    if (!last) return refuse('not-found', noCase);
    const name = draftOf(caseId, last.after);
    const { revisions, hasMore } = await readPlanRevisions(table, name, query);
    const newest = revisions.at(-1);
    const after = hasMore && newest ? { after: newest.version } : {};
    return accept({ status: 200, body: { revisions, ...after } });
  },
});
