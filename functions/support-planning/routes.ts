import { agreeToMyPlan, recordPlanAgreement } from './agree-plan.ts';
import { recordArrangements } from './arrange-support.ts';
import { turnPractitionerKey } from './authorise-plan.ts';
import { planDraftRoutes } from './draft/routes.ts';
import { comparePlanVersions, totalPlanDraft } from './plan-versions.ts';
import { planCopies } from './share-plan.ts';
import { planDocument } from './sheet/plan-document.ts';
import { recordSupportStart } from './start-support.ts';
import { writeSupportPlan } from './write-plan.ts';

/** The operations from the first draft of a plan to the first day of support. */
export const supportPlanningRoutes = [
  writeSupportPlan,
  ...planDraftRoutes,
  ...planDocument,
  totalPlanDraft,
  comparePlanVersions,
  planCopies,
  recordPlanAgreement,
  agreeToMyPlan,
  turnPractitionerKey,
  recordArrangements,
  recordSupportStart,
];
