import { recordPlanAgreement } from './agree-plan.ts';
import { agreeToMyPlan, disagreeWithMyPlan } from './answer-my-plan.ts';
import { recordArrangements } from './arrange-support.ts';
import { turnPractitionerKey } from './authorise-plan.ts';
import { compareMyPlans } from './compare-my-plans.ts';
import { planDraftRoutes } from './draft/routes.ts';
import { comparePlanVersions, totalPlanDraft } from './plan-versions.ts';
import { planCopies } from './share-plan.ts';
import { planDocuments } from './sheet/plan-document.ts';
import { recordSupportStart } from './start-support.ts';
import { writeSupportPlan } from './write-plan.ts';

/** The operations from the first draft of a plan to the first day of support. */
export const supportPlanningRoutes = [
  writeSupportPlan,
  ...planDraftRoutes,
  ...planDocuments,
  totalPlanDraft,
  comparePlanVersions,
  compareMyPlans,
  planCopies,
  recordPlanAgreement,
  agreeToMyPlan,
  disagreeWithMyPlan,
  turnPractitionerKey,
  recordArrangements,
  recordSupportStart,
];
