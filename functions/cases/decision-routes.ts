import { caseClosure } from './ending/close-case.ts';
import { caseReopening } from './ending/reopen-case.ts';
import { caseWithdrawal } from './ending/withdraw-from-case.ts';
import { carerAssessmentOffer } from './offer-carer-assessment.ts';
import { capacityFinding } from './record-capacity.ts';
import { caseAllocation } from './tasks/allocate-case.ts';
import { caseReturn } from './tasks/return-to-team.ts';
import { urgentSupportConfirmation } from './urgent/confirm-urgent-support.ts';
import { urgentSupportRenewal } from './urgent/renew-urgent-support.ts';
import { urgentSupportStart } from './urgent/start-urgent-support.ts';

/** What may be decided on a case at any stage. */
export const caseDecisionRoutes = [
  caseAllocation,
  caseReturn,
  capacityFinding,
  carerAssessmentOffer,
  urgentSupportStart,
  urgentSupportConfirmation,
  urgentSupportRenewal,
  caseWithdrawal,
  caseClosure,
  caseReopening,
];
