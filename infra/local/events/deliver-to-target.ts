import type { AsyncInvoke } from './async-invoke.ts';
import { undeliverableAttributes } from './failure-record.ts';
import type { Queues } from './queues/queues.ts';

/** Where a rule or a schedule sends its events. */
export interface Target {
  readonly arn: string;
  readonly deadLetterArn?: string;
}

export interface Delivery {
  /** Fails by name on a target that nothing here can run. */
  check(target: Target, wantedBy: string): void;
  deliver(target: Target, event: unknown, sourceArn: string): void;
  /** The next so many deliveries are refused and go to their dead-letter queue. */
  refuseNext(times: number): void;
}

export interface DeliveryPorts {
  readonly asyncInvoke: Pick<AsyncInvoke, 'accept'>;
  readonly queues: Pick<Queues, 'has' | 'send'>;
  readonly hasFunction: (arn: string) => boolean;
}

/** Both kinds of target keep the event in the same database at once, so that a delivery cannot fail
 * by itself and a RetryPolicy has nothing to do; `refuseNext` shows what a failed one leaves. */
export function createDelivery({ asyncInvoke, queues, hasFunction }: DeliveryPorts): Delivery {
  let refusals = 0;
  return {
    check({ arn, deadLetterArn }, wantedBy) {
      if (!queues.has(arn) && !hasFunction(arn)) {
        throw new Error(`${wantedBy}: the local stack cannot deliver to ${arn}`);
      }
      if (deadLetterArn !== undefined && !queues.has(deadLetterArn)) {
        throw new Error(`${wantedBy}: the local stack has no queue ${deadLetterArn}`);
      }
    },
    deliver({ arn, deadLetterArn }, event, sourceArn) {
      if (refusals > 0) {
        refusals -= 1;
        if (deadLetterArn === undefined) return;
        queues.send(deadLetterArn, JSON.stringify(event), undeliverableAttributes(arn, sourceArn));
      } else if (queues.has(arn)) {
        queues.send(arn, JSON.stringify(event));
      } else {
        asyncInvoke.accept(arn, event);
      }
    },
    refuseNext(times) {
      refusals = times;
    },
  };
}
