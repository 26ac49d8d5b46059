import * as z from 'zod';
import { Id, NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { residentOperation } from '#shared/contracts/operation.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { Pence } from '#shared/domain/money/pence.ts';
import { accept } from '#shared/domain/outcome.ts';
import { Payment } from '#shared/domain/payment/payment.ts';
import { PaidFor, paidFor, referenceOf } from '#shared/domain/payment/remittance.ts';
import { casesOfPerson } from '#shared/stores/people/person-store.ts';
import type { Ports } from '../ports.ts';
import { showPayments } from './read-agreement-payments.ts';

const MyPayments = z
  .strictObject({
    directPayments: z.array(
      z.strictObject({
        agreementId: Id,
        nextPayOn: CivilDate.nullable(),
        isStopped: z.boolean(),
        /** What was paid too much and is still to be taken off. */
        stillToRecoverPence: Pence,
        paid: z.array(
          z.strictObject({
            payOn: CivilDate,
            amountPence: Pence,
            paidFor: PaidFor,
            /** What a one-off buys, as the plan or its request names it. */
            purchase: Payment.shape.purchase,
            /** As it stands on the statement of the account. */
            reference: z.string(),
            weekly: Payment.shape.weekly,
            /** What was taken off it because days behind were paid too much. */
            recoveredPence: Pence,
            days: z.strictObject({ from: CivilDate, to: CivilDate }).nullable(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'MyPayments' });

// The newest of everything: nobody has more cases with direct payments at once.
const casesMax = 5;
const agreementsMax = 10;
const paymentsMax = 14;

export const readMyPayments = residentOperation({
  id: 'read-my-payments',
  method: 'GET',
  path: '/my/payments',
  tag: 'My case',
  summary: 'See when you are paid next and what you were paid',
  params: NoParams,
  query: NoQuery,
  answer: MyPayments,
  async handle({ caller }, ports: Pick<Ports, 'table' | 'cases' | 'council' | 'system'>) {
    const caseIds = await casesOfPerson(ports.table, caller.personId);
    const cases = await Promise.all(
      caseIds.slice(0, casesMax).map((caseId) => ports.cases.last(caseId)),
    );
    const agreementIds = cases.flatMap((event) => event?.after.agreements ?? []);
    const shown = await Promise.all(
      agreementIds
        .slice(0, agreementsMax)
        .map((agreementId) => showPayments(agreementId, { limit: paymentsMax }, ports)),
    );
    const directPayments = shown.flatMap((agreement) => {
      if (!agreement) return [];
      const { agreementId, nextPayOn, payStop, isPayeeHeld, stillToRecoverPence } = agreement;
      const paid = agreement.payments
        .filter(({ state }) => state === 'sent')
        .map((payment) => ({
          payOn: payment.payOn,
          amountPence: payment.amountPence,
          paidFor: paidFor(payment),
          ...(payment.purchase && { purchase: payment.purchase }),
          reference: referenceOf(payment),
          weekly: payment.weekly,
          recoveredPence: payment.recovered?.pence ?? 0,
          days: payment.days,
        }));
      const isStopped = payStop !== null || isPayeeHeld;
      return [{ agreementId, nextPayOn, isStopped, stillToRecoverPence, paid }];
    });
    return accept({ status: 200, body: { directPayments } });
  },
});
