import * as z from 'zod';
import type { CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import { hasDied } from '../case/ending/note-death.ts';
import { owedOf, reclaimsOf } from '../reclaim/reclaim-state.ts';
import type { AgreementState } from './agreement-state.ts';

/** Where a direct payment agreement is in its life (domain rules section 7). */
export const lifeStages = [
  'requested',
  'checks',
  'signed',
  'active',
  'under-query',
  'suspended',
  'closing',
  'reclaim',
  'closed',
] as const;
export const LifeStage = z.enum(lifeStages).meta({ id: 'AgreementStage' });
export type LifeStage = z.infer<typeof LifeStage>;

/** Where an agreement is, worked out from what was recorded, so that it is told once and true. */
export function stageOfAgreement(
  agreement: AgreementState,
  state: CaseState,
  today: CivilDate,
): LifeStage {
  const { status, startsOn, finalAccount, payStop, payeeHold, endsOn } = agreement;
  const hasEnded = status === 'closed' || (endsOn !== undefined && endsOn < today);
  const isOver = hasEnded || state.status === 'closed' || hasDied(state);
  if (isOver) {
    const isSettled = finalAccount !== undefined && finalAccount.approvedBy !== null;
    if (startsOn !== null && !isSettled) return 'closing';
    return isReclaimed(agreement) ? 'reclaim' : 'closed';
  }
  if (startsOn === null) return stageBeforePayment(agreement);
  if (payStop === 'officer' || payeeHold) return 'suspended';
  return isUnderQuery(agreement) ? 'under-query' : 'active';
}

function stageBeforePayment({ bankDetails, isBankChecked, signedOn }: AgreementState): LifeStage {
  if (bankDetails === null && signedOn === null) return 'requested';
  return isBankChecked && signedOn !== null ? 'signed' : 'checks';
}

function isReclaimed(agreement: AgreementState): boolean {
  return reclaimsOf(agreement).some((reclaim) => owedOf(reclaim) > 0);
}

/** A return that is late, that raises a question, or that was not accepted: what is paid goes on. */
function isUnderQuery({ monitoring }: AgreementState): boolean {
  const isOpen = monitoring?.status === 'overdue' || monitoring?.status === 'queried';
  return isOpen || monitoring?.last?.verdict === 'not-accepted';
}

/** What has to hold before an agreement is paid, besides the conditions under which it was agreed. */
export const checkNames = [
  'account-entered',
  'account-checked-by-another',
  'agreement-signed',
  'both-keys-turned',
  'support-started',
] as const;

/** Each check, and whether it holds. */
export function checksOf(
  agreement: AgreementState,
  { live, planKeyBy, budgetKeyBy }: CaseState,
): { readonly check: (typeof checkNames)[number]; readonly holds: boolean }[] {
  const practitioner = live?.practitionerKeyBy ?? planKeyBy;
  const budgetManager = live?.budgetKeyBy ?? budgetKeyBy;
  const holds = {
    'account-entered': agreement.bankDetails !== null,
    'account-checked-by-another': agreement.isBankChecked,
    'agreement-signed': agreement.signedOn !== null,
    'both-keys-turned': Boolean(practitioner && budgetManager && practitioner !== budgetManager),
    'support-started': Boolean(live),
  };
  return checkNames.map((check) => ({ check, holds: holds[check] }));
}
