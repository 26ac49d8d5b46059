import { NoQuery } from '#shared/contracts/case-answer.ts';
import { type StaffCaller, staffOperation } from '#shared/contracts/operation.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { rolesOfKey } from '#shared/domain/budget/delegated-limits.ts';
import { limitsOf } from '#shared/domain/budget/delegated-limits-policy.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import {
  askOneOff,
  decideOneOff,
  OneOffDecision,
  OneOffPayment,
  type SigningOff,
} from '#shared/domain/one-off/ask-one-off.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { delegationOn } from '#shared/stores/policy-store.ts';
import {
  AgreementAnswer,
  AgreementParams,
  changeAgreement,
} from '../../personal-budget/change-agreement.ts';
import type { Ports } from '../../ports.ts';
import { askForSecondKey, secondKeyTurned } from '../second-key-task.ts';

type OneOffPorts = Pick<Ports, 'table' | 'agreements' | 'council' | 'system'>;

export const askOneOffPayment = staffOperation({
  id: 'ask-one-off-payment',
  method: 'POST',
  path: '/agreements/{agreementId}/one-offs',
  tag: 'Payments',
  roles: rolesOfKey.practitioner,
  summary: 'Ask, with the first key, for something to be paid once beside the lines of the plan',
  creates: true,
  params: AgreementParams,
  query: NoQuery,
  body: OneOffPayment,
  answer: AgreementAnswer,
  handle: (request, ports: OneOffPorts) =>
    changeAgreement(request, ports, {
      async decide(agreement, moment) {
        const signingOff = await signingOffBy(request.caller, moment.today, ports);
        return askOneOff(agreement, request.body, signingOff, moment);
      },
      also: async (_change, last, { at }) => [
        askForSecondKey(askedBy(last, last.sequence + 1), { at, council: ports.council }),
      ],
    }),
});

export const decideOneOffPayment = staffOperation({
  id: 'decide-one-off-payment',
  method: 'POST',
  path: '/agreements/{agreementId}/one-offs/decision',
  tag: 'Payments',
  roles: rolesOfKey['budget-manager'],
  summary: 'Turn the second key to a one-off payment, which the next run then pays, or reject it',
  params: AgreementParams,
  query: NoQuery,
  body: OneOffDecision,
  answer: AgreementAnswer,
  handle: (request, ports: OneOffPorts) =>
    changeAgreement(request, ports, {
      async decide(agreement, moment) {
        const signingOff = await signingOffBy(request.caller, moment.today, ports);
        return decideOneOff(agreement, request.body, signingOff, moment);
      },
      also: async (_change, last) => [secondKeyTurned(askedBy(last, request.body.asked))],
    }),
});

function askedBy({ aggregateId, after }: RecordedEvent<AgreementState>, event: number) {
  const { caseId } = after;
  return { step: 'decide-one-off', caseId, agreementId: aggregateId, event } as const;
}

async function signingOffBy(
  { id, roles }: StaffCaller,
  today: CivilDate,
  { table }: OneOffPorts,
): Promise<SigningOff> {
  const limits = limitsOf(await delegationOn(table, today));
  return { limits, signatory: { personId: id, roles } };
}
