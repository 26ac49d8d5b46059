import { NoQuery } from '#shared/contracts/case-answer.ts';
import { type StaffCaller, staffOperation } from '#shared/contracts/operation.ts';
import type { AgreementChange, AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { rolesOfKey } from '#shared/domain/budget/delegated-limits.ts';
import { limitsOf } from '#shared/domain/budget/delegated-limits-policy.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import {
  askOneOff,
  decideOneOff,
  OneOffDecision,
  type SigningOff,
} from '#shared/domain/one-off/ask-one-off.ts';
import { buyStays } from '#shared/domain/one-off/buy-stays.ts';
import { OneOffPayment } from '#shared/domain/one-off/one-off-payment.ts';
import { accept } from '#shared/domain/outcome.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { delegationOn } from '#shared/stores/policy-store.ts';
import {
  AgreementAnswer,
  AgreementParams,
  changeAgreement,
} from '../../personal-budget/change-agreement.ts';
import { writeOnCase } from '../../personal-budget/change-beside-case.ts';
import type { Ports } from '../../ports.ts';
import { askForSecondKey, secondKeyTurned } from '../second-key-task.ts';
import { readBesidePlan } from './read-beside-plan.ts';

type OneOffPorts = Pick<Ports, 'table' | 'agreements' | 'cases' | 'council' | 'system'>;

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
        const { besidePlan } = await readBesidePlan(agreement, request.body, ports);
        const at = { today: moment.today, besidePlan };
        const signingOff = await signingOffBy(request.caller, at, ports);
        return askOneOff(agreement, request.body, signingOff, moment);
      },
      also: async (_change, last, { at }) => [
        askForSecondKey(
          { ...askedBy(last, last.sequence + 1), purchase: request.body.purchase },
          { at, council: ports.council },
        ),
      ],
    }),
});

interface Decided extends AgreementChange {
  /** The case, where a stay in a care home is bought and read there. */
  readonly held: RecordedEvent<CaseState> | undefined;
}

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
    changeAgreement<Decided>(request, ports, {
      async decide(agreement, moment) {
        const asked = requestOf(agreement, request.body.asked);
        const { besidePlan, held } = await readBesidePlan(agreement, asked, ports);
        const at = { today: moment.today, besidePlan };
        const signingOff = await signingOffBy(request.caller, at, ports);
        const decided = decideOneOff(agreement, request.body, signingOff, moment);
        return decided.accepted ? accept({ ...decided.value, held }) : decided;
      },
      also: async ({ type, held }, last, by) => {
        const { asked } = request.body;
        const done = secondKeyTurned(askedBy(last, asked));
        const stays = requestOf(last.after, asked)?.careHomeStays;
        if (type !== 'one-off-authorised' || !held || !stays) return [done];
        const bought = { agreementId: last.aggregateId, event: asked, stays };
        // In one transaction with the case as it was read, so that two of them never go beyond the limit.
        return [done, writeOnCase(held, buyStays(held.after, bought), by, ports)];
      },
    }),
});

function requestOf({ oneOffsAsked = [] }: AgreementState, asked: number) {
  return oneOffsAsked.find(({ event }) => event === asked)?.request;
}

function askedBy({ aggregateId, after }: RecordedEvent<AgreementState>, event: number) {
  const { caseId } = after;
  return { step: 'decide-one-off', caseId, of: { agreementId: aggregateId }, event } as const;
}

async function signingOffBy(
  { id, roles }: StaffCaller,
  { today, besidePlan }: Pick<SigningOff, 'besidePlan'> & { readonly today: CivilDate },
  { table }: OneOffPorts,
): Promise<SigningOff> {
  const limits = limitsOf(await delegationOn(table, today));
  return { limits, signatory: { personId: id, roles }, besidePlan };
}
