import { caseAllocation } from './allocate-case.ts';
import { caseClosure } from './close-case.ts';
import { urgentSupportConfirmation } from './confirm-urgent-support.ts';
import { carerAssessmentOffer } from './offer-carer-assessment.ts';
import { capacityFinding } from './record-capacity.ts';
import { caseReopening } from './reopen-case.ts';
import { caseReturn } from './return-to-team.ts';
import { urgentSupportStart } from './start-urgent-support.ts';
import { caseWithdrawal } from './withdraw-from-case.ts';

/** What may be decided on a case at any stage. */
export const caseDecisionRoutes = [
  caseAllocation,
  caseReturn,
  capacityFinding,
  carerAssessmentOffer,
  urgentSupportStart,
  urgentSupportConfirmation,
  caseWithdrawal,
  caseClosure,
  caseReopening,
];
