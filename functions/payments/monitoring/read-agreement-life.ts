import * as z from 'zod';
import { Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import {
  checkNames,
  checksOf,
  LifeStage,
  stageOfAgreement,
} from '#shared/domain/agreement/agreement-life.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { Conditions } from '#shared/domain/agreement/request-direct-payment.ts';
import { PassedCheck } from '#shared/domain/bank/passed-check.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { Pence, sumPence } from '#shared/domain/money/pence.ts';
import { MonitoringState } from '#shared/domain/monitoring/monitoring-state.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { surplusLeft } from '#shared/domain/reclaim/propose-reclaim.ts';
import { isLate, owedOf, Reclaim, reclaimsOf } from '#shared/domain/reclaim/reclaim-state.ts';
import { AgreementParams } from '../../personal-budget/change-agreement.ts';
import type { Ports } from '../../ports.ts';
import { paidUntilNow } from '../final-account/paid-until-now.ts';

const AgreementLife = z
  .strictObject({
    agreementId: Id,
    stage: LifeStage,
    /** Each with its reason; null where they were decided before the agreement kept them. */
    conditions: Conditions.nullable(),
    checks: z.array(z.strictObject({ check: z.enum(checkNames), holds: z.boolean() })),
    /** The account as the second person sees it before they check it; null where there is none. */
    account: z
      .strictObject({
        lastDigits: z.string(),
        isNameRewritten: z.boolean().nullable(),
        modulusCheck: PassedCheck.nullable(),
      })
      .nullable(),
    monitoring: MonitoringState.nullable(),
    /** What of the surplus that the newest return has shown may still be asked back. */
    surplusLeftPence: Pence,
    reclaims: z.array(
      z.strictObject({
        reclaim: Reclaim,
        owedPence: Pence,
        /** Something of it is owed after the day by which it was to be paid. */
        isLate: z.boolean(),
      }),
    ),
    owedPence: Pence,
  })
  .meta({ id: 'AgreementLife' });

/** What its first event says of why there is an agreement. */
const Begun = z.looseObject({ conditions: Conditions.optional() });

function accountOf({ bankDetails }: AgreementState): z.infer<typeof AgreementLife>['account'] {
  if (!bankDetails) return null;
  const { lastDigits, isNameRewritten = null, modulusCheck = null } = bankDetails;
  return { lastDigits, isNameRewritten, modulusCheck };
}

type LifePorts = Pick<Ports, 'agreements' | 'cases' | 'system' | 'table'>;

export const readAgreementLife = staffOperation({
  id: 'read-agreement-life',
  method: 'GET',
  path: '/agreements/{agreementId}/life',
  tag: 'Monitoring',
  roles: ['finance-officer', 'finance-approver', 'practitioner', 'team-manager', 'budget-manager'],
  summary: 'Where an agreement is in its life, what it lacks, its returns, and what is owed back',
  params: AgreementParams,
  query: NoQuery,
  answer: AgreementLife,
  async handle({ params: { agreementId } }, ports: LifePorts) {
    const [last, first] = await Promise.all([
      ports.agreements.last(agreementId),
      ports.agreements.at(agreementId, 1),
    ]);
    const held = last && (await ports.cases.last(last.after.caseId));
    if (!last || !held) return refuse('not-found', 'There is no such agreement.');
    const { after } = last;
    const today = civilDateInLondon(ports.system.now());
    const reclaims = reclaimsOf(after).map((reclaim) => ({
      reclaim,
      owedPence: owedOf(reclaim),
      isLate: isLate(reclaim, today),
    }));
    // Only what is taken off payments needs to know them.
    const isTakenOff = reclaims.some(({ reclaim }) => reclaim.status === 'taken-off');
    const paid = isTakenOff ? await paidUntilNow(ports.table, agreementId) : undefined;
    const body: z.infer<typeof AgreementLife> = {
      agreementId,
      stage: stageOfAgreement(after, held.after, today),
      conditions: Begun.safeParse(first?.body).data?.conditions ?? null,
      checks: checksOf(after, held.after),
      account: accountOf(after),
      monitoring: after.monitoring ?? null,
      surplusLeftPence: surplusLeft(after, paid),
      reclaims,
      owedPence: sumPence(reclaims.map(({ owedPence }) => owedPence)),
    };
    return accept({ status: 200, body });
  },
});
