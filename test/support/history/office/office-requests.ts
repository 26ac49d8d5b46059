import type { Role } from '#shared/domain/roles.ts';
import { accounts } from '#test/support/order-office.ts';
import type { Act } from '../payer.ts';

const reason = 'As the history has it.';

interface Asked {
  readonly id: string;
  readonly role: Role;
  readonly body: object | undefined;
  readonly name?: string;
}

/** What somebody sends to have it done. */
export function requestOf(act: Exclude<Act, { does: 'buy' }>, today: string): Asked {
  const officer = 'finance-officer';
  const manager = 'team-manager';
  const needsMetOtherwise = reason;
  switch (act.does) {
    case 'change':
      return { id: 'activate-agreement', role: officer, body: undefined };
    case 'pause': {
      const { from, to, kept } = act;
      const retained = kept && { ...kept, what: 'The wages of an assistant.' };
      const needs = { are: 'not-arising', why: reason };
      const body = { from, to, cause: 'holiday', reason, needs, ...(retained && { retained }) };
      return { id: 'pause-payments', role: manager, body };
    }
    case 'restart':
      return { id: 'restart-payments', role: manager, body: { on: act.on, reason } };
    case 'end': {
      const body = { lastDay: act.lastDay, cause: 'other', reason, needsMetOtherwise };
      return { id: 'end-direct-payment', role: manager, body };
    }
    case 'agree-recovery': {
      const body = { percent: act.percent, agreedOn: today, reason };
      return { id: 'agree-recovery', role: officer, body };
    }
    case 'stop':
      return { id: 'stop-payments', role: officer, body: { reason, needsMetOtherwise } };
    case 'release':
      return { id: 'release-payments', role: officer, body: { reason } };
    case 'hold': {
      const care = { is: 'not-replaced', why: reason };
      return { id: 'hold-payee', role: manager, body: { reason, care } };
    }
    case 'release-hold':
      return { id: 'review-payee-hold', role: manager, body: { verdict: 'released', reason } };
    case 'record-account':
      return { id: 'record-bank-details', role: officer, body: accounts[act.which === 1 ? 1 : 0] };
    case 'check-account': {
      const body = { isConfirmed: act.isRight, how: reason };
      return { id: 'check-bank-details', role: officer, body };
    }
    case 'return':
      return {
        id: 'return-payment',
        role: officer,
        body: { on: today, reason: 'B' },
        name: act.name,
      };
  }
}
