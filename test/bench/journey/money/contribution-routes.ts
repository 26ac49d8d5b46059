import { today } from '../bodies.ts';
import type { Player } from '../player.ts';
import { staff } from '../standard-journey.ts';

const { finance, approver } = staff;
const reason = 'As it was talked through with her.';

/** What finance and the person ask of a contribution account. Accounts are billed weeks after support has
 * started, which no play of routes waits for: each call finds none. */
export async function contributionRoutes(player: Player, personId: string): Promise<void> {
  await player.call('read-my-contributions', { by: { resident: personId } });
  await player.call('list-owed-contributions', { by: finance });
  const caseId = 'no-such-case-000';
  const none = { params: { caseId }, isRefused: true };
  const onStatement = { params: { caseId, from: today }, isRefused: true };
  for (const read of [
    'read-contribution-account',
    'list-contribution-statements',
    'read-contribution-ledger',
  ]) {
    await player.call(read, { by: finance, ...none });
  }
  await player.call('read-contribution-statement', { by: finance, ...onStatement });
  await player.call('read-my-contribution-statement', {
    by: { resident: personId },
    ...onStatement,
  });
  const disputed = { statements: [today], reason };
  await player.call('dispute-contribution-statement', { by: finance, ...none, body: disputed });
  await player.call('dispute-my-contribution-statement', {
    by: { resident: personId },
    ...none,
    body: disputed,
  });
  await player.call('ask-for-my-instalments', {
    by: { resident: personId },
    ...none,
    body: { instalmentPence: 500, every: 'four-weeks' },
  });
  await player.call('answer-contribution-dispute', {
    by: finance,
    params: { caseId, disputeId: 'no-such-dispute0' },
    isRefused: true,
    body: { outcome: 'stands', reasons: reason },
  });
  for (const [command, body] of Object.entries(commands)) {
    await player.call(command, { by: finance, ...none, body });
  }
  await player.call('take-back-contribution-receipt', {
    by: finance,
    params: { caseId, reference: 'BANK-0001' },
    isRefused: true,
    body: { reason },
  });
  const decision = { verdict: 'approved', proposal: 3, comment: reason };
  const deciding = { by: approver, ...none, body: decision };
  await player.call('decide-contribution-balance-change', deciding);
}

const commands = {
  'post-contribution-receipt': {
    reference: 'BANK-0001',
    pence: 4_000,
    receivedOn: today,
    method: 'card',
  },
  'agree-contribution-instalments': {
    instalmentPence: 500,
    every: 'four-weeks',
    firstOn: today,
    reason,
  },
  'refuse-contribution-instalments': { reasons: reason },
  'end-contribution-instalments': { reason },
  'look-at-contribution-debt': { means: reason, needs: reason, next: 'remind-again', reason },
  'propose-contribution-balance-change': { kind: 'write-off', pence: 500, reason },
};
