import { NoQuery } from '#shared/contracts/case-answer.ts';
import { type Reply, residentOperation, staffOperation } from '#shared/contracts/operation.ts';
import type { AgreementChange, AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { makeReturn } from '#shared/domain/monitoring/make-return.ts';
import { MonitoringReturn } from '#shared/domain/monitoring/monitoring-return.ts';
import { accept, type Refused, refuse } from '#shared/domain/outcome.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import {
  AgreementAnswer,
  AgreementParams,
  type AgreementRequest,
  changeAgreement,
} from '../../personal-budget/change-agreement.ts';
import type { Ports } from '../../ports.ts';
import { answerReturnMade, MyReturnMade, refusalToPerson } from './my-direct-payment.ts';
import { returnDayWrites, returnTaskWrites } from './return-tasks.ts';

const shared = {
  method: 'POST',
  params: AgreementParams,
  query: NoQuery,
  body: MonitoringReturn,
} as const;

export const recordMonitoringReturn = staffOperation({
  ...shared,
  id: 'record-monitoring-return',
  path: '/agreements/{agreementId}/returns',
  tag: 'Monitoring',
  roles: ['finance-officer', 'practitioner'],
  summary: 'Record how a direct payment was used, as its payee shows it',
  answer: AgreementAnswer,
  handle: (request, ports: Ports) => record(request, ports),
});

export const makeMyMonitoringReturn = residentOperation({
  ...shared,
  id: 'make-my-monitoring-return',
  path: '/my/agreements/{agreementId}/returns',
  tag: 'My case',
  summary: 'Show how your direct payment was used',
  answer: MyReturnMade,
  handle: (request, ports: Ports) =>
    record(request, ports, {
      refusalOf: (agreement, held) =>
        refusalToPerson(agreement, held, request.caller.personId, ports),
      answer: answerReturnMade,
    }),
});

type Held = RecordedEvent<CaseState>;

interface Prepared extends AgreementChange {
  readonly held: Held;
}

/** What differs where the payee makes the return themselves. */
interface ByPayee {
  readonly refusalOf: (agreement: AgreementState, held: Held) => Promise<Refused | undefined>;
  readonly answer: (event: RecordedEvent<AgreementState>) => Reply;
}

function record(
  request: AgreementRequest & { readonly body: MonitoringReturn },
  ports: Ports,
  byPayee?: ByPayee,
) {
  const { council } = ports;
  return changeAgreement<Prepared>(request, ports, {
    async decide(agreement, moment) {
      const held = await ports.cases.last(agreement.caseId);
      if (!held) return refuse('not-found', 'There is no such agreement.');
      const refused = await byPayee?.refusalOf(agreement, held);
      if (refused) return refused;
      const { surplusWeeks } = council;
      const decided = makeReturn(agreement, { input: request.body, surplusWeeks }, moment);
      return decided.accepted ? accept({ ...decided.value, held }) : decided;
    },
    also: async ({ held, next }, last, { at }) => {
      const about = { agreementId: last.aggregateId, before: last.after, next };
      return [
        ...returnDayWrites(about),
        ...returnTaskWrites(about, { at, held: held.after, council }),
      ];
    },
    ...(byPayee && { answer: byPayee.answer }),
  });
}
