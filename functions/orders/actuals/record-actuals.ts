import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import {
  type ActualsChange,
  ActualsDecision,
  ActualsPutUp,
  decideActuals,
  recordActuals,
} from '#shared/domain/order/actuals/record-actuals.ts';
import { Actuals } from '#shared/domain/order/actuals/work-actuals.ts';
import type { OrderState } from '#shared/domain/order/order-state.ts';
import { accept, type Outcome, refuse } from '#shared/domain/outcome.ts';
import type { AgreementHead } from '#shared/domain/payment/agreement-head.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { orderLog } from '#shared/stores/money/orders/order-store.ts';
import { findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import { askForSecondKey, secondKeyTurned } from '../../payments/second-key-task.ts';
import type { Ports } from '../../ports.ts';
import { changeOrder, OrderAnswer, OrderParams } from '../change-order.ts';
import { actualsWrites } from './actuals-writes.ts';

const tag = 'Service orders';
type ActualsPorts = Pick<Ports, 'table' | 'council' | 'system'>;

interface WithHead extends ActualsChange {
  /** What payments know of the order; nothing for what is paid elsewhere. */
  readonly head: AgreementHead | undefined;
}

export const recordDelivered = staffOperation({
  id: 'record-actuals',
  method: 'POST',
  path: '/orders/{orderId}/actuals',
  tag,
  roles: ['finance-officer', 'adviser'],
  summary: 'Record what was delivered on an order in one pay period, or correct it',
  params: OrderParams,
  query: NoQuery,
  body: Actuals,
  answer: OrderAnswer,
  handle: (request, ports: ActualsPorts) =>
    changeOrder<WithHead>(request, ports, {
      async decide(last, moment) {
        const decided = recordActuals(last.after, request.body, termsOf(ports), moment);
        return withHead(decided, last.aggregateId, ports);
      },
      also: (change, last, at) =>
        change.type === 'actuals-put-up'
          ? [
              askForSecondKey(
                {
                  ...putUpBy(last, last.sequence + 1),
                  periodStart: request.body.periodStart,
                },
                { at, council: ports.council },
              ),
            ]
          : actualsWrites(last, change, civilDateInLondon(at)),
    }),
});

export const decideDelivered = staffOperation({
  id: 'decide-actuals',
  method: 'POST',
  path: '/orders/{orderId}/actuals/decision',
  tag,
  roles: ['budget-manager', 'finance-approver', 'team-manager'],
  summary: 'Decide on a record of what was delivered that is above what was ordered',
  params: OrderParams,
  query: NoQuery,
  body: ActualsDecision,
  answer: OrderAnswer,
  handle: (request, ports: ActualsPorts) =>
    changeOrder<WithHead>(request, ports, {
      async decide(last, moment) {
        const decision = request.body;
        const waits = await orderLog(ports.table).at(last.aggregateId, decision.record);
        const putUp = ActualsPutUp.safeParse(waits?.body);
        if (!putUp.success) {
          return refuse('wrong-stage', 'This record does not wait for a decision.', '/record');
        }
        const about = { decision, putUp: putUp.data };
        const decided = decideActuals(last.after, about, termsOf(ports), moment);
        return withHead(decided, last.aggregateId, ports);
      },
      also: (change, last, at) => [
        secondKeyTurned(putUpBy(last, request.body.record)),
        ...actualsWrites(last, change, civilDateInLondon(at)),
      ],
    }),
});

/** The record that is above what was ordered, by its event, as the second person is asked for it. */
function putUpBy({ aggregateId, after }: RecordedEvent<OrderState>, event: number) {
  const { caseId } = after;
  return { step: 'decide-actuals', caseId, of: { orderId: aggregateId }, event } as const;
}

function termsOf({ council }: Pick<Ports, 'council'>) {
  const { actualsTolerancePercent } = council;
  return { calendar: council.payCalendar, tolerancePercent: actualsTolerancePercent };
}

async function withHead(
  decided: Outcome<ActualsChange>,
  orderId: string,
  { table }: Pick<Ports, 'table'>,
): Promise<Outcome<WithHead>> {
  if (!decided.accepted) return decided;
  const { recorded, next } = decided.value;
  // What is paid ahead is owed by its days; after a death the record lets it be paid up to that day.
  const isOfHead =
    next.paid === 'on-actuals' || (next.paid === 'in-advance' && next.diedOn !== undefined);
  const head = recorded && isOfHead ? await findHead(table, orderId) : undefined;
  return accept({ ...decided.value, head });
}
