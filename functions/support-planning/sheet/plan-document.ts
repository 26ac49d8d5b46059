import * as z from 'zod';
import { Id } from '#shared/contracts/case-answer.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { accept } from '#shared/domain/outcome.ts';
import {
  PlanStatement,
  RecordedPlan,
  statePlan,
} from '#shared/domain/plan/statement/state-plan.ts';
import { PlanToCompare } from '#shared/domain/plan/versions/compare-plans.ts';
import { everyCaseRole } from '../../cases/case-roles.ts';
import { caseDocument } from '../../cases/reading/case-document.ts';
import { planPage } from './plan-page.ts';

/** A plan as a document, with whose it is and whom to ask. */
export const PlanSheet = z
  .strictObject({
    caseId: Id,
    /** The version of the record that it is. */
    version: z.int().positive(),
    council: z.string(),
    phone: z.string(),
    person: z.string().nullable(),
    reference: z.string().nullable(),
    /** How far it is on its way, in words. */
    standing: z.string(),
    ...PlanStatement.shape,
    ifYouDisagree: z.array(z.string()),
  })
  .meta({ id: 'PlanSheet' });
export type PlanSheet = z.infer<typeof PlanSheet>;

export const planDocument = caseDocument({
  name: 'plan',
  record: 'plan',
  earlier: (state) => state.plan?.before,
  missing: 'No support plan has been written.',
  answer: PlanSheet,
  forStaff: {
    tag: 'Support planning',
    roles: everyCaseRole,
    summary: 'The newest support plan and what changed since the version before, to read or print',
  },
  forPerson: { summary: 'Your support plan and what it costs, to read or to print' },
  sheetOf({ state, event, earlier, council, phone, personName, ifYouDisagree }) {
    return accept({
      caseId: event.aggregateId,
      version: event.sequence,
      council: council.name,
      phone,
      person: personName,
      reference: state.receipt,
      standing: standingOf(state, event.sequence),
      ...statePlan(
        RecordedPlan.parse(event.body),
        earlier === undefined ? undefined : PlanToCompare.parse(earlier.body),
      ),
      ifYouDisagree: [...ifYouDisagree],
    });
  },
  pageOf: (sheet, _source, size) => planPage(sheet, size),
});

function standingOf({ plan, live, planKeyBy, budgetKeyBy }: CaseState, version: number): string {
  if (live?.planVersion === version) return 'This is the plan that you have now.';
  if (planKeyBy !== null && budgetKeyBy !== null) {
    return 'This plan is agreed and signed off. Your support is being arranged.';
  }
  switch (plan?.agreed) {
    case 'agreed':
      return 'You agree with this plan. It still has to be signed off.';
    case 'disagreed':
      return 'You do not agree with this plan. We have written down what was done to agree it.';
    case 'returned':
      return 'This plan was sent back to be changed.';
    default:
      return 'This is a plan for you to look at. Nothing in it is decided before you have said what you think.';
  }
}
