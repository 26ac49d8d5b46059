import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { addDays } from '#shared/domain/calendar/civil-date.ts';
import type { Moment } from '#shared/domain/case/change.ts';
import type { Outcome } from '#shared/domain/outcome.ts';
import type { RearrangedDays } from '#shared/domain/pause/pause-payments.ts';
import type { AgreementHead } from '#shared/domain/payment/agreement-head.ts';
import { changedHeadWrite, findHead } from '#shared/stores/money/payments/agreement-head-store.ts';
import { type AgreementRequest, changeAgreement } from '../../personal-budget/change-agreement.ts';
import type { Ports } from '../../ports.ts';
import { lackingFromWrite } from '../final-account/account-to-settle.ts';

export type RearrangingPorts = Pick<Ports, 'table' | 'agreements' | 'council' | 'system'>;

type Decide = (
  agreement: AgreementState,
  head: AgreementHead | undefined,
  moment: Moment,
) => Outcome<RearrangedDays>;

/** Carries out a change of what days are paid for: the agreement's event and what is paid to it, both or
 * neither. A run that read the agreement before creates nothing with it. */
export function rearrangeDays(
  request: AgreementRequest,
  { table, ...ports }: RearrangingPorts,
  decide: Decide,
) {
  return changeAgreement<RearrangedDays>(request, ports, {
    async decide(agreement, moment) {
      return decide(agreement, await findHead(table, request.params.agreementId), moment);
    },
    also: async ({ head, next }, { after: before }) => [
      changedHeadWrite(head, {}),
      ...(next.endsOn !== undefined && next.endsOn !== before.endsOn
        ? [lackingFromWrite(head.agreementId, addDays(next.endsOn, 1))]
        : []),
    ],
  });
}
