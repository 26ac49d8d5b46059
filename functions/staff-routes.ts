import type { Operation } from '#shared/contracts/operation.ts';
import { assessmentRoutes } from './assessment/routes.ts';
import { caseRoutes } from './cases/routes.ts';
import { contactRoutes } from './contact/routes.ts';
import { informationRoutes } from './information/routes.ts';
import { paymentRoutes } from './payments/routes.ts';
import { personalBudgetRoutes } from './personal-budget/routes.ts';
import type { Ports } from './ports.ts';
import { reablementRoutes } from './reablement/routes.ts';
import { reviewRoutes } from './review/routes.ts';
import { safeguardingRoutes } from './safeguarding/routes.ts';
import { supportPlanningRoutes } from './support-planning/routes.ts';
import { workflowRoutes } from './workflow/routes.ts';

/** Every operation that needs a sign-in, stage by stage. */
export const staffRoutes: readonly Operation<Ports>[] = [
  ...informationRoutes,
  ...contactRoutes,
  ...reablementRoutes,
  ...assessmentRoutes,
  ...supportPlanningRoutes,
  ...personalBudgetRoutes,
  ...paymentRoutes,
  ...reviewRoutes,
  ...safeguardingRoutes,
  ...caseRoutes,
  ...workflowRoutes,
];
