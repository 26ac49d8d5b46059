import { makeAgreementActive } from './activate-agreement.ts';
import { turnBudgetKey } from './authorise-budget.ts';
import { confirmBankDetails, enterBankDetails } from './bank-details.ts';
import { readDelegatedLimits, setDelegatedLimits } from './delegated-limits.ts';
import { readAgreement } from './read-agreement.ts';
import { askForDirectPayment } from './request-direct-payment.ts';
import { recordSignature } from './sign-agreement.ts';

/** The operations around a personal budget: the second key, limits and direct payments. */
export const personalBudgetRoutes = [
  turnBudgetKey,
  askForDirectPayment,
  enterBankDetails,
  confirmBankDetails,
  recordSignature,
  makeAgreementActive,
  readAgreement,
  setDelegatedLimits,
  readDelegatedLimits,
];
