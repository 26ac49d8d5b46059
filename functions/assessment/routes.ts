import { needsAssessment } from './assess-needs.ts';
import { eligibilityDecision } from './decide-eligibility.ts';
import { determinationDocument } from './determination/read-determination.ts';
import { draftRoutes } from './draft/routes.ts';
import { indicativeBudgetGiven } from './give-indicative-budget.ts';
import { budgetIndication } from './indicate-budget.ts';
import { assessmentPause } from './pause-assessment.ts';
import { readForm, readForms } from './read-forms.ts';
import { indicativeBudgetDocument } from './read-indicative-budget.ts';
import { eligibilityScreening } from './screen-eligibility.ts';
import { assessmentCopies } from './sheet/give-copies.ts';
import { assessmentDocument } from './sheet/read-assessment.ts';

/** The operations from the first screening to the budget that is told up front. */
export const assessmentRoutes = [
  eligibilityScreening,
  readForms,
  readForm,
  ...draftRoutes,
  needsAssessment,
  ...assessmentDocument,
  assessmentCopies,
  assessmentPause,
  eligibilityDecision,
  ...determinationDocument,
  budgetIndication,
  ...indicativeBudgetDocument,
  indicativeBudgetGiven,
];
