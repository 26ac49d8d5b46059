import { beforeEach, describe, expect, test } from 'vitest';
import { catchUpFinalAccounts } from '#functions/payments/final-account/catch-up-final-accounts.ts';
import { deathStopWrites } from '#functions/people/death/stop-payments-for-death.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import type { DeathOnRecord } from '#shared/domain/person/facts/death.ts';
import { isMoneyDue, moneyDueWrite } from '#shared/stores/money/money-due-store.ts';
import { stopPaymentsWrites } from '#shared/stores/money/payments/agreement-head-store.ts';
import { opened } from '#test/support/case-states.ts';
import { asStaff } from '#test/support/pay-office.ts';
import { agreementId, caseId, refusalOf, WatchedOffice } from '#test/support/watched-office.ts';

let office: WatchedOffice;

beforeEach(async () => {
  office = new WatchedOffice();
  await office.pay();
  office.today = '2026-07-07';
});

const settling = 'settle-final-account by 2026-08-05';

/** What waits for finance about final accounts, and by when. */
async function waiting(): Promise<readonly string[]> {
  const { tasks } = await office.ports.tasks.ofTeam('finance', 50);
  return tasks
    .filter(({ step }) => step.includes('final-account'))
    .map(({ step, due }) => `${step} by ${due}`);
}

function accepted(reply: Reply): void {
  expect(refusalOf(reply)).toBe('accepted');
}

const died: DeathOnRecord = {
  status: 'stands',
  diedOn: '2026-07-05',
  proof: 'reported',
  event: 2,
  reversalAskedBy: null,
};
const reversed: DeathOnRecord = {
  status: 'reversed',
  event: 3,
  reversedOn: '2026-07-08',
  askedBy: 'officer-1',
  confirmedBy: 'officer-2',
};

async function note(death: DeathOnRecord): Promise<void> {
  const state = { ...opened(), agreements: [agreementId] };
  const stops = { caseId, state, death, on: office.today };
  await office.table.write(await deathStopWrites(office.table, stops));
}

async function endCase(): Promise<void> {
  const payStop = { kind: 'case-ended', by: 'manager-1', on: office.today } as const;
  await office.table.write(await stopPaymentsWrites(office.table, [agreementId], payStop));
}

const end = (lastDay: string) =>
  office.call(
    'end-direct-payment',
    asStaff('manager-1', 'team-manager', {
      params: { agreementId },
      body: {
        lastDay,
        cause: 'asked-by-person',
        reason: 'The council arranges it.',
        needsMetOtherwise: 'By the council.',
      },
    }),
  );

const propose = () =>
  office.officer('propose-final-account', {
    lastDay: '2026-07-07',
    lines: [],
    settledWith: 'payee',
    reason: 'Support ended.',
  });

async function decide(verdict: 'approved' | 'rejected'): Promise<void> {
  const proposal = await office.newest();
  const body = { verdict, comment: 'Compared with the bills.', proposal };
  accepted(await office.approver('decide-final-account', body));
}

describe('the final account of an agreement that is over', () => {
  test.each([
    ['after a death', () => note(died)],
    ['after the end of its case', endCase],
  ])('is asked of finance %s, once', async (_why, happens) => {
    await happens();
    await office.sweep('2026-07-08');
    await office.sweep('2026-07-09');
    expect(await waiting()).toEqual([settling]);
  });

  test('is asked for once the last day is over, where that was still to come', async () => {
    accepted(await end('2026-07-20'));
    await office.sweep('2026-07-20');
    expect(await waiting()).toEqual([]);
    await office.sweep('2026-07-21');
    expect(await waiting()).toEqual(['settle-final-account by 2026-08-18']);
  });

  test('is asked of nobody where the death was recorded in error', async () => {
    await note(died);
    await office.sweep('2026-07-08');
    await note(reversed);
    expect(await waiting()).toEqual([]);
    await office.sweep('2026-07-09');
    expect(await waiting()).toEqual([]);
  });

  test('waits for the second person once it is proposed, and is asked for again where they reject it', async () => {
    await endCase();
    await office.sweep('2026-07-08');
    accepted(await propose());
    expect(await waiting()).toEqual(['decide-final-account by 2026-07-15']);
    await decide('rejected');
    expect(await waiting()).toEqual([settling]);
    accepted(await propose());
    await decide('approved');
    expect(await waiting()).toEqual([]);
  });

  test('is asked for where an agreement was over before anybody was asked, once', async () => {
    const catchUp = (isWritten: boolean) =>
      catchUpFinalAccounts(caseId, office.ports, { isWritten });
    await office.agreedInCase();
    expect(await catchUp(true)).toBe(0);
    await endCase();
    const due = { owner: 'agreement', id: agreementId, due: 'final-account' } as const;
    // As earlier versions left it.
    await office.table.write([moneyDueWrite(due, null)]);
    const before = await isMoneyDue(office.table, due);
    expect([await catchUp(false), before, await isMoneyDue(office.table, due)]).toEqual([
      1,
      false,
      false,
    ]);
    expect([await catchUp(true), await catchUp(true)]).toEqual([1, 0]);
    await office.sweep('2026-07-08');
    expect(await waiting()).toEqual([settling]);
    expect(await catchUp(true)).toBe(0);
    accepted(await propose());
    expect(await catchUp(true)).toBe(0);
    await decide('approved');
    expect(await catchUp(true)).toBe(0);
    await office.sweep('2026-07-09');
    expect(await waiting()).toEqual([]);
  });

  test('that is proposed before anybody was asked is asked of nobody', async () => {
    await endCase();
    accepted(await propose());
    await office.sweep('2026-07-08');
    expect(await waiting()).toEqual(['decide-final-account by 2026-07-14']);
  });
});
