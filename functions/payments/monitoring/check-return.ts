import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import {
  checkReturn,
  ReturnCheck,
  type ReturnChecked,
} from '#shared/domain/monitoring/check-return.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import {
  AgreementAnswer,
  AgreementParams,
  changeAgreement,
} from '../../personal-budget/change-agreement.ts';
import type { Ports } from '../../ports.ts';
import { returnDayWrites, returnTaskWrites } from './return-tasks.ts';
import { tellPayeeWrite } from './tell-payee.ts';

interface Prepared extends ReturnChecked {
  readonly held: RecordedEvent<CaseState>;
}

export const checkMonitoringReturn = staffOperation({
  id: 'check-monitoring-return',
  method: 'POST',
  path: '/agreements/{agreementId}/returns/check',
  tag: 'Monitoring',
  roles: ['finance-officer', 'finance-approver'],
  summary: 'Find a return clean, ask about it, or do not accept it, with reasons',
  params: AgreementParams,
  query: NoQuery,
  body: ReturnCheck,
  answer: AgreementAnswer,
  handle(request, ports: Ports) {
    const { council } = ports;
    const { surplusWeeks, directPayments } = council;
    return changeAgreement<Prepared>(request, ports, {
      async decide(agreement, moment) {
        const about = { check: request.body, rule: directPayments.returns, surplusWeeks };
        const decided = checkReturn(agreement, about, moment);
        if (!decided.accepted) return decided;
        const held = await ports.cases.last(agreement.caseId);
        return held
          ? accept({ ...decided.value, held })
          : refuse('not-found', 'There is no such agreement.');
      },
      also: async ({ held, next, monitoring }, last, by) => {
        const agreementId = last.aggregateId;
        const about = { agreementId, before: last.after, next };
        const told = toldOf(request.body);
        return [
          ...returnDayWrites(about),
          ...returnTaskWrites(about, { at: by.at, held: held.after, council }),
          ...(told
            ? [tellPayeeWrite(held, { agreementId, ...told, due: monitoring.due }, by, ports)]
            : []),
        ];
      },
    });
  },
});

/** What the payee hears of it: of a clean return, nothing more is asked. */
function toldOf(check: ReturnCheck) {
  if (check.verdict === 'queried') {
    return { what: 'return-queried', explanation: [check.question] } as const;
  }
  if (check.verdict === 'clean') return undefined;
  const explanation = [check.reasons, check.howToChallenge];
  return { what: 'return-not-accepted', explanation } as const;
}
