import * as z from 'zod';
import { CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { residentOperation } from '#shared/contracts/operation.ts';
import { DraftedSide } from '#shared/domain/assessment/draft/assessment-draft.ts';
import {
  askedOfPerson,
  MyDraftChanges,
  notBeingAssessed,
} from '#shared/domain/assessment/draft/save-draft.ts';
import { AssessmentForm } from '#shared/domain/assessment/form/assessment-form.ts';
import { accept } from '#shared/domain/outcome.ts';
import { readOwnCase } from '../../cases/own-case.ts';
import { type DraftPorts, openDraft } from './open-draft.ts';
import { DraftSaved, saveSide } from './save-side.ts';

const MyDraftView = z
  .strictObject({
    /** What is asked of the person, in words for them. */
    form: AssessmentForm,
    mayBeSaved: z.boolean(),
    mine: DraftedSide.omit({ by: true, writers: true }).nullable(),
  })
  .meta({ id: 'MyAssessmentDraft' });

export const readMyAssessmentDraft = residentOperation({
  id: 'read-my-assessment-draft',
  method: 'GET',
  path: '/my/cases/{caseId}/assessment-draft',
  tag: 'My case',
  summary: 'The questions of your assessment, and what you have answered so far',
  params: CaseParams,
  query: NoQuery,
  answer: MyDraftView,
  async handle({ params: { caseId }, caller }, ports: DraftPorts) {
    const last = await readOwnCase(caseId, caller.personId, ports);
    if (!last.accepted) return last;
    const { after } = last.value;
    const draft = await openDraft(caseId, after, ports);
    if (!draft.accepted) return draft;
    const { form, sides } = draft.value;
    const { by: _by, writers: _writers, ...mine } = sides.person ?? { by: null, writers: [] };
    return accept({
      status: 200,
      ...(sides.person && { version: sides.person.version }),
      body: {
        form: askedOfPerson(form),
        mayBeSaved: notBeingAssessed(after) === undefined,
        mine: sides.person ? mine : null,
      },
    });
  },
});

export const saveMyAssessmentDraft = residentOperation({
  id: 'save-my-assessment-draft',
  method: 'PUT',
  path: '/my/cases/{caseId}/assessment-draft',
  tag: 'My case',
  summary: 'Save your own answers for your assessment, and say when you are done',
  ifMatch: 'assessment-draft',
  params: CaseParams,
  query: NoQuery,
  body: MyDraftChanges,
  answer: DraftSaved,
  async handle({ params, body: changes, caller, ifMatch }, ports: DraftPorts) {
    const last = await readOwnCase(params.caseId, caller.personId, ports);
    if (!last.accepted) return last;
    const by = { id: caller.personId, role: 'resident' };
    return saveSide(last.value, { side: 'person', changes, by, ifMatch }, ports);
  },
});
