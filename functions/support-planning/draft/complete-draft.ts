import { CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { refuse } from '#shared/domain/outcome.ts';
import {
  completeDraft,
  PlanDraftCompletion,
} from '#shared/domain/plan/draft/complete-plan-draft.ts';
import { planDraftAsRead, readPlanDraftOf } from '#shared/stores/cases/plan-draft-store.ts';
import { findProviders } from '#shared/stores/money/orders/provider-store.ts';
import { changeCase } from '../../cases/change-case.ts';
import type { Ports } from '../../ports.ts';
import { PlanRecorded, whatIsNext } from '../plan-recorded.ts';
import { eighteenthOf, providersNamed } from '../plan-sources.ts';
import { draftOf } from './open-draft.ts';

export const planDraftCompletion = staffOperation({
  id: 'complete-plan-draft',
  method: 'POST',
  path: '/cases/{caseId}/plan-draft/completion',
  tag: 'Support planning',
  roles: ['practitioner', 'team-manager'],
  summary: 'Record the plan that was written together, or a new version of it',
  ifMatch: 'plan',
  params: CaseParams,
  query: NoQuery,
  body: PlanDraftCompletion,
  answer: PlanRecorded,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      async (state, moment) => {
        const { params, body: input } = request;
        const name = draftOf(params.caseId, state);
        const { draft, person } = await readPlanDraftOf(ports.table, name, state.personId);
        if (!draft) return refuse('not-found', 'Nobody has begun to write this plan.');
        const eighteenth = eighteenthOf(person?.details);
        const named = providersNamed(draft.content.lines);
        const providers = await findProviders(ports.table, named);
        const about = { settings: ports.council, eighteenth, providers };
        return completeDraft(state, { input, draft, about }, moment);
      },
      {
        ifMatch: 'plan',
        told: () => whatIsNext,
        // Nobody writes on between the reading and the recording.
        also: async (_change, state) => [
          planDraftAsRead(draftOf(request.params.caseId, state), request.body.read),
        ],
      },
    ),
});
