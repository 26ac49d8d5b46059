import * as z from 'zod';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { Pence } from '#shared/domain/money/pence.ts';
import { askedOnceId } from '#shared/domain/one-off/ask-one-off.ts';
import { PurchaseCategory } from '#shared/domain/plan/spending/purchase-category.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { changedHeadWrite, findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import { commitOneOff } from '../../cost-centres/commit-one-off.ts';
import { type AgreementFollowingPorts, once } from './once.ts';

const Authorised = z.looseObject({
  asked: z.int().positive(),
  pence: Pence,
  purchase: PurchaseCategory.exactOptional(),
});

/** Hands a one-off payment that both keys allow over to payments, and to what cost centres bear, once: its key
 * says which request it answers, so that no second payment can ever bear it. */
export async function handOverOneOff(
  event: RecordedEvent<AgreementState>,
  ports: AgreementFollowingPorts,
): Promise<void> {
  const { asked, pence, purchase } = Authorised.parse(event.body);
  await once(event, ports, async () => {
    const head = await findHead(ports.table, event.aggregateId);
    if (!head) throw new Error(`agreement ${event.aggregateId} is active and has no head`);
    const oneOffs = [
      ...head.oneOffs,
      { id: askedOnceId(asked), pence, ...(purchase && { purchase }) },
    ];
    return [changedHeadWrite(head, { oneOffs })];
  });
  await commitOneOff(event, pence, ports);
}
