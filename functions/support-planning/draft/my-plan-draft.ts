import * as z from 'zod';
import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { residentOperation } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { isWrittenAtHome, MyPlanDraftChanges } from '#shared/domain/plan/draft/plan-draft.ts';
import {
  maySpeakForThemselves,
  PlanWriterStopped,
  stopWriter,
} from '#shared/domain/plan/draft/plan-writers.ts';
import { authorInWords, PlanWriter } from '#shared/domain/plan/plan-author.ts';
import { tellWhySentBack } from '#shared/domain/plan/sign-off/returned-plan.ts';
import { changeCase } from '../../cases/change-case.ts';
import { isAbout } from '../../cases/own-case.ts';
import type { Ports } from '../../ports.ts';
import { draftView, readToWrite, viewDraft } from './draft-view.ts';
import { type DraftPorts, readCaseToPlan } from './open-draft.ts';
import { PlanDraftSaved, savePlanDraft } from './save-draft.ts';

const path = '/my/cases/{caseId}/plan-draft';
const tag = 'My case';

const MyView = z
  .strictObject({
    ...draftView,
    /** Who wrote at it, in words. */
    writtenBy: z.array(z.string()),
    /** Whom the person lets write, for the person alone to see. */
    mayWrite: z.array(PlanWriter).optional(),
  })
  .meta({ id: 'MyPlanDraft' });

export const readMyDraft = residentOperation({
  id: 'read-my-plan-draft',
  method: 'GET',
  path,
  tag,
  summary: 'Your support plan as it is being written: what it costs so far, and what is missing',
  params: CaseParams,
  query: NoQuery,
  answer: MyView,
  async handle({ params: { caseId }, caller }, ports: DraftPorts) {
    const found = await readCaseToPlan(caseId, caller.personId, ports);
    if (!found.accepted) return found;
    const { last, writer } = found.value;
    const { after } = last;
    const { read, sending } = await readToWrite(last, ports);
    const { draft } = read;
    const today = civilDateInLondon(ports.system.now());
    const isTheirs = writer.author.kind === 'person';
    const view = viewDraft(after, read, { council: ports.council, today });
    const body = {
      ...view,
      // What staff alone write, nobody is asked for at home.
      missing: view.missing.filter(({ pointer }) => isWrittenAtHome(pointer)),
      writtenBy: (draft?.writers ?? []).map(({ author }) => authorInWords(author)),
      ...(isTheirs && { mayWrite: after.planWriters ?? [] }),
      sentBack: sending ? tellWhySentBack(sending, { isTheirs }) : null,
    };
    return accept({ status: 200, ...(draft && { version: draft.version }), body });
  },
});

export const saveMyDraft = residentOperation({
  id: 'save-my-plan-draft',
  method: 'PUT',
  path,
  tag,
  summary: 'Write your own support plan, or that of somebody who lets you, and hand it in',
  ifMatch: 'plan-draft',
  params: CaseParams,
  query: NoQuery,
  body: MyPlanDraftChanges,
  answer: PlanDraftSaved,
  async handle({ params, body, caller, ifMatch }, ports: DraftPorts) {
    const found = await readCaseToPlan(params.caseId, caller.personId, ports);
    if (!found.accepted) return found;
    const { last, writer: by } = found.value;
    const { isHandedIn, ...changes } = body;
    if (isHandedIn && by.author.kind !== 'person' && maySpeakForThemselves(last.after)) {
      const detail = 'The person hands in their plan themselves, once they are happy with it.';
      return refuse('not-permitted', detail, '/isHandedIn');
    }
    return savePlanDraft(last, { changes, isHandedIn, by, role: 'resident', ifMatch }, ports);
  },
});

export const stopPlanWriter = residentOperation({
  id: 'stop-plan-writer',
  method: 'POST',
  path: '/my/cases/{caseId}/plan-writers/end',
  tag,
  summary: 'Say that somebody may not write at your plan any more',
  params: CaseParams,
  query: NoQuery,
  body: PlanWriterStopped,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, async (state, moment) => {
      if (!(await isAbout(state, request.caller.personId, ports))) {
        return refuse('not-found', 'There is no such case.');
      }
      return stopWriter(state, request.body, moment);
    }),
});
