import * as z from 'zod';
import { Id } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { fromCursor, PageQuery, toCursor } from '#shared/contracts/page.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { Pence } from '#shared/domain/money/pence.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { PayStop } from '#shared/domain/payment/agreement-head.ts';
import { earliestPayDate, nextPayDate } from '#shared/domain/payment/next-pay-date.ts';
import { Payment } from '#shared/domain/payment/payment.ts';
import { isAfterEnd } from '#shared/domain/payment/why-not-paid.ts';
import { owedBackOf } from '#shared/domain/payment/worth/differences.ts';
import { paymentsOfAgreement } from '#shared/stores/money/payments/payment-store.ts';
import { AgreementParams } from '../personal-budget/change-agreement.ts';
import type { Ports } from '../ports.ts';

const AgreementPayments = z
  .strictObject({
    agreementId: Id,
    /** The day on which money next arrives; null while payments are stopped or none is to come. */
    nextPayOn: CivilDate.nullable(),
    paidThrough: CivilDate,
    payStop: PayStop.nullable(),
    /** Whether a safeguarding hold names the payee. */
    isPayeeHeld: z.boolean(),
    /** The first day on which the account may be paid to, where it replaced another. */
    accountFrom: CivilDate.nullable(),
    /** What was paid too much and is still to be taken off. */
    stillToRecoverPence: Pence,
    payments: z.array(Payment),
    cursor: z.string().optional(),
  })
  .meta({ id: 'AgreementPayments' });
type AgreementPayments = z.infer<typeof AgreementPayments>;

type ReadingPorts = Pick<Ports, 'table' | 'council' | 'system'>;

export const readAgreementPayments = staffOperation({
  id: 'list-agreement-payments',
  method: 'GET',
  path: '/agreements/{agreementId}/payments',
  tag: 'Payments',
  roles: ['finance-officer', 'finance-approver', 'practitioner', 'team-manager', 'budget-manager'],
  summary: 'What has been paid to an agreement, and when it is paid next',
  params: AgreementParams,
  query: PageQuery,
  answer: AgreementPayments,
  async handle({ params, query }, ports: ReadingPorts) {
    const start = fromCursor(query.cursor);
    if (!start.accepted) return start;
    const after = z.strictObject({ name: z.string().min(1).max(120) }).optional();
    const place = after.safeParse(start.value);
    if (!place.success) {
      return refuse('invalid-input', 'This cursor belongs to another list.', 'query/cursor');
    }
    const page = { limit: query.limit, after: place.data?.name };
    const body = await showPayments(params.agreementId, page, ports);
    return body
      ? accept({ status: 200, body })
      : refuse('not-found', 'Nothing is paid to such an agreement.');
  },
});

/** An agreement's payments as they are shown to staff and residents; undefined before it is
 * active. */
export async function showPayments(
  agreementId: string,
  page: { readonly limit: number; readonly after?: string | undefined },
  { table, council, system }: ReadingPorts,
): Promise<AgreementPayments | undefined> {
  const { head, payments, next } = await paymentsOfAgreement(table, agreementId, page);
  if (!head) return undefined;
  const today = civilDateInLondon(system.now());
  // What waits for an approval arrives on its date, or as soon as Bacs can still carry it.
  const soonest = earliestPayDate(today);
  const due = payments
    .filter((payment) => payment.state === 'due' && !isAfterEnd(head, payment))
    .map(({ payOn }) => (payOn > soonest ? payOn : soonest))
    .sort();
  const calculated = nextPayDate(head, council.payCalendar, today);
  const cursor = toCursor(next && { name: next });
  return {
    agreementId,
    // What a run has created already arrives before what it has not.
    nextPayOn: head.payStop || head.payeeHold ? null : (due[0] ?? calculated ?? null),
    paidThrough: head.paidThrough,
    payStop: head.payStop ?? null,
    isPayeeHeld: head.payeeHold !== undefined,
    accountFrom: head.accountFrom ?? null,
    stillToRecoverPence: owedBackOf(head).pence,
    payments: [...payments],
    ...(cursor === undefined ? {} : { cursor }),
  };
}
