import * as z from 'zod';
import { CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { Slug } from '#shared/domain/allocation/policy-item.ts';
import {
  DraftedSide,
  DraftRevision,
  DraftSide,
  differingIn,
} from '#shared/domain/assessment/draft/assessment-draft.ts';
import { DraftChanges, notBeingAssessed } from '#shared/domain/assessment/draft/save-draft.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { readRevisions } from '#shared/stores/cases/assessment-draft-store.ts';
import { type DraftPorts, draftOf, openDraft } from './open-draft.ts';
import { DraftSaved, saveSide } from './save-side.ts';

const roles = ['practitioner', 'team-manager'] as const;

const DraftView = z
  .strictObject({
    /** The form that it is filled in on. */
    form: Slug,
    mayBeSaved: z.boolean(),
    /** The two accounts, each with who wrote it last. */
    practitioner: DraftedSide.nullable(),
    person: DraftedSide.nullable(),
    /** The questions that both answered otherwise. */
    differing: z.array(Slug),
  })
  .meta({ id: 'AssessmentDraftView' });

export const readAssessmentDraft = staffOperation({
  id: 'read-assessment-draft',
  method: 'GET',
  path: '/cases/{caseId}/assessment-draft',
  tag: 'Assessment',
  roles,
  summary: "The assessment as it is being filled in: the practitioner's account and the person's",
  params: CaseParams,
  query: NoQuery,
  answer: DraftView,
  async handle({ params: { caseId } }, ports: DraftPorts) {
    const last = await ports.cases.last(caseId);
    if (!last) return refuse('not-found', 'There is no such case.');
    const draft = await openDraft(caseId, last.after, ports);
    if (!draft.accepted) return draft;
    const { sides, form } = draft.value;
    const { practitioner, person } = sides;
    return accept({
      status: 200,
      ...(practitioner && { version: practitioner.version }),
      body: {
        form: form.version,
        mayBeSaved: notBeingAssessed(last.after) === undefined,
        practitioner: practitioner ?? null,
        person: person ?? null,
        differing: differingIn(sides),
      },
    });
  },
});

export const saveAssessmentDraft = staffOperation({
  id: 'save-assessment-draft',
  method: 'PUT',
  path: '/cases/{caseId}/assessment-draft',
  tag: 'Assessment',
  roles,
  summary:
    'Save the answers that changed, half an answer too, as your own account or for the person',
  ifMatch: 'assessment-draft',
  params: CaseParams,
  query: NoQuery,
  body: DraftChanges,
  answer: DraftSaved,
  async handle({ params, body, caller, actingAs: role, ifMatch }, ports: DraftPorts) {
    const last = await ports.cases.last(params.caseId);
    if (!last) return refuse('not-found', 'There is no such case.');
    const by = { id: caller.id, role };
    const { side, ...changes } = body;
    return saveSide(last, { side, changes, by, ifMatch }, ports);
  },
});

// As many as one page of them may weigh at their largest.
const revisionsMax = 15;

const Revisions = z
  .strictObject({ revisions: z.array(DraftRevision), after: z.int().optional() })
  .meta({ id: 'DraftRevisions' });

export const readDraftRevisions = staffOperation({
  id: 'read-assessment-draft-revisions',
  method: 'GET',
  path: '/cases/{caseId}/assessment-draft/revisions',
  tag: 'Assessment',
  roles,
  summary: 'Who changed which answers of the draft and when, oldest first, a page at a time',
  params: CaseParams,
  query: z.strictObject({
    side: DraftSide.default('practitioner'),
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(revisionsMax).default(revisionsMax),
  }),
  answer: Revisions,
  async handle({ params: { caseId }, query }, ports: DraftPorts) {
    const last = await ports.cases.last(caseId);
    if (!last) return refuse('not-found', 'There is no such case.');
    const { revisions, hasMore } = await readRevisions(
      ports.table,
      draftOf(caseId, last.after),
      query,
    );
    const newest = revisions.at(-1);
    const after = hasMore && newest ? { after: newest.version } : {};
    return accept({ status: 200, body: { revisions, ...after } });
  },
});
