import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { staffRoutes } from '#functions/every-route.ts';
import { letterFor } from '#functions/letters/letters-by-event.ts';
import { openDispute } from '#shared/domain/contribution-account/debt/disputes.ts';
import { balanced, balances } from '#shared/domain/ledger/ledger-entry.ts';
import { contributionAccounts } from '#shared/stores/money/contributions/account-log.ts';
import { partition } from '#shared/stores/table/keys.ts';
import { approver, BillingOffice, caseId } from '#test/support/billing-office.ts';

let office: BillingOffice;
const first = '2026-07-20';
const reason = 'As it was talked through with her.';

/** 160.00 is billed on 26 August, due on 23 September. */
beforeEach(async () => {
  office = new BillingOffice();
  await office.begin();
  await office.care(first, 72_000);
  await office.care('2026-08-17', 0);
  await office.care('2026-09-14', 0);
  await office.care('2026-10-12', 0);
  await office.sweep('2026-08-26');
});

const account = () => office.does('read-contribution-account');

// What the ledger says is owed is what the account says, whatever happened.
afterEach(async () => {
  const owed = balances(await office.ledger()).get('contributions-owed') ?? 0;
  expect(owed).toBe((await account()).debt.balancePence);
});
const receipt = (reference: string, pence: number) => ({
  reference,
  pence,
  receivedOn: '2026-08-26',
  method: 'bank-transfer',
});
const told = async () => (await office.ports.cases.last(caseId))?.type;

describe('a payment that comes in', () => {
  test('pays what is oldest, once for its reference, and what is beyond is a credit', async () => {
    const after = await office.does('post-contribution-receipt', receipt('BANK-0001', 10_000));
    expect(after.debt).toMatchObject({ balancePence: 6_000, notYetDuePence: 6_000 });
    expect(await office.refused('post-contribution-receipt', receipt('BANK-0001', 10_000))).toBe(
      'already-recorded',
    );
    const paid = await office.does('post-contribution-receipt', receipt('BANK-0002', 10_000));
    expect(paid).toMatchObject({ items: [], creditPence: 4_000, debt: { balancePence: -4_000 } });
  });

  test('is refused for a day to come', async () => {
    const later = { ...receipt('BANK-0001', 10_000), receivedOn: '2026-08-27' };
    expect(await office.refused('post-contribution-receipt', later)).toBe('invalid-input');
  });

  test('that was posted wrongly is taken back once, and is due again', async () => {
    await office.does('post-contribution-receipt', receipt('BANK-0001', 16_000));
    const back = await office.does(
      'take-back-contribution-receipt',
      { reason },
      { reference: 'BANK-0001' },
    );
    expect(back.items).toMatchObject([{ kind: 'payment-taken-back', leftPence: 16_000 }]);
    const again = [{ reason }, { reference: 'BANK-0001' }] as const;
    expect(await office.refused('take-back-contribution-receipt', ...again)).toBe(
      'already-recorded',
    );
    const other = [{ reason }, { reference: 'BANK-0002' }] as const;
    expect(await office.refused('take-back-contribution-receipt', ...other)).toBe('not-found');
  });

  test('leaves a ledger in which every entry balances', async () => {
    await office.does('post-contribution-receipt', receipt('BANK-0001', 10_000));
    await office.does('take-back-contribution-receipt', { reason }, { reference: 'BANK-0001' });
    const entries = await office.ledger();
    expect(entries).toHaveLength(3);
    expect(entries.every((entry) => balanced(entry).accepted)).toBe(true);
    expect(balances(entries).get('contributions-owed')).toBe(16_000);
    expect(balances(entries).get('bank')).toBe(0);
  });
});

describe('what is not paid', () => {
  test('is reminded of as often as the council says, and then somebody looks at it first', async () => {
    await office.sweep('2026-10-06');
    expect((await account()).reminders.sent).toBe(0);
    await office.sweep('2026-10-07');
    expect(await told()).toBe('contributions-reminded');
    await office.sweep('2026-10-08');
    await office.sweep('2026-10-21');
    await office.sweep('2026-10-22');
    expect((await account()).reminders).toMatchObject({ sent: 2, lastOn: '2026-10-21' });
    await office.sweep('2026-11-04');
    expect((await account()).isToBeLookedAt).toBe(true);
    const tasks = await office.tasks();
    expect(tasks.filter(({ step }) => step === 'look-at-contributions')).toHaveLength(1);
    const looked = { means: reason, needs: reason, next: 'instalments-offered', reason };
    expect(await office.does('look-at-contribution-debt', looked)).toMatchObject({
      isToBeLookedAt: false,
      reminders: { isStopped: true },
    });
    expect(await office.refused('look-at-contribution-debt', looked)).toBe('wrong-stage');
  });

  test('never ends or lessens support: no command here touches the plan, and no event of a debt', async () => {
    const before = await office.state();
    for (const day of ['2026-10-07', '2026-10-21', '2026-11-04', '2027-03-01']) {
      await office.sweep(day);
    }
    const { live, workflow, status, agreements } = await office.state();
    expect({ live, workflow, status, agreements }).toEqual({
      live: before.live,
      workflow: before.workflow,
      status: before.status,
      agreements: before.agreements,
    });
    const forDebt = staffRoutes.filter(({ tag }) => tag === 'Contributions');
    expect(forDebt.length).toBeGreaterThan(10);
    expect(forDebt.filter(({ id }) => /stop|suspend|close|end-support|pause/.test(id))).toEqual([]);
  });

  test('is shown by how long it has been due', async () => {
    office.today = '2026-10-22';
    expect((await account()).debt).toMatchObject({ upTo56DaysPence: 16_000, upTo28DaysPence: 0 });
  });
});

describe('the list of what is owed', () => {
  const owed = async (dueBy?: string) => {
    const reply = await office.asStaff(approver, 'list-owed-contributions', {
      ...(dueBy !== undefined && { query: { dueBy } }),
    });
    return Object(reply.accepted ? reply.value.body : {}).owed;
  };

  test('shows each debt by its age, and what is done about it', async () => {
    expect(await owed()).toEqual([
      {
        ...{ caseId, oldestDueOn: '2026-09-23', balancePence: 16_000, disputedPence: 0 },
        ...{ hasInstalments: false, isToBeLookedAt: false, remindersSent: 0, ended: null },
      },
    ]);
    expect(await owed('2026-09-22')).toEqual([]);
    for (const day of ['2026-10-07', '2026-10-21', '2026-11-04']) await office.sweep(day);
    expect(await owed('2026-11-04')).toMatchObject([{ isToBeLookedAt: true, remindersSent: 2 }]);
  });

  test('leaves out whoever has paid, until a payment is taken back', async () => {
    await office.does('post-contribution-receipt', receipt('BANK-0001', 16_000));
    expect(await owed()).toEqual([]);
    await office.does('take-back-contribution-receipt', { reason }, { reference: 'BANK-0001' });
    expect(await owed()).toMatchObject([{ balancePence: 16_000 }]);
  });

  test('goes on only from a place of its own', async () => {
    const query = { cursor: Buffer.from('{"gsi1pk":"PROVIDERS"}').toString('base64url') };
    expect(await office.asStaff(approver, 'list-owed-contributions', { query })).toMatchObject({
      refusal: { kind: 'invalid-input' },
    });
  });
});

describe('instalments', () => {
  const agreed = {
    instalmentPence: 4_000,
    every: 'four-weeks',
    firstOn: '2026-09-30',
    reason,
  };

  test('that are kept stop all reminders until all is paid', async () => {
    office.today = '2026-09-24';
    await office.does('agree-contribution-instalments', agreed);
    await office.does('post-contribution-receipt', {
      ...receipt('BANK-0001', 4_000),
      receivedOn: '2026-09-24',
    });
    await office.sweep('2026-10-07');
    expect(await account()).toMatchObject({
      reminders: { sent: 0 },
      instalments: { paidPence: 4_000, checkOn: '2026-11-04' },
    });
    await office.does('post-contribution-receipt', receipt('BANK-0002', 12_000));
    expect(await account()).toMatchObject({ instalments: null, items: [] });
  });

  test('are not kept by a payment that never came', async () => {
    office.today = '2026-09-24';
    await office.does('agree-contribution-instalments', agreed);
    await office.does('post-contribution-receipt', receipt('BANK-0001', 4_000));
    await office.does('take-back-contribution-receipt', { reason }, { reference: 'BANK-0001' });
    await office.sweep('2026-10-07');
    expect((await account()).instalments).toBeNull();
    expect(await broken()).toBe(true);
  });

  test('are over where all that was owed is written off', async () => {
    office.today = '2026-09-24';
    await office.does('agree-contribution-instalments', agreed);
    const asked = { kind: 'write-off', pence: 16_000, reason };
    const { event } = await office.does('propose-contribution-balance-change', asked);
    const decision = { verdict: 'approved', proposal: event, comment: reason };
    await office.does('decide-contribution-balance-change', decision, {}, approver);
    await office.sweep('2026-10-07');
    expect(await account()).toMatchObject({ instalments: null, items: [] });
    expect(await broken()).toBe(false);
  });

  const broken = async () => {
    const { items } = await office.ports.table.query({
      pk: partition('contribution-account', caseId),
      limit: 100,
    });
    return items.some(({ type }) => type === 'instalments-broken');
  };

  test('that are broken end, and reminders begin', async () => {
    office.today = '2026-09-24';
    await office.does('agree-contribution-instalments', agreed);
    await office.sweep('2026-10-07');
    expect(await account()).toMatchObject({ instalments: null, reminders: { sent: 0 } });
    await office.sweep('2026-10-08');
    expect((await account()).reminders.sent).toBe(1);
  });

  test('are refused where nothing is owed, beside others, from a day behind, or over ten years', async () => {
    const propose = (others: object) =>
      office.refused('agree-contribution-instalments', { ...agreed, ...others });
    expect(await propose({ firstOn: '2026-08-25' })).toBe('invalid-input');
    expect(await propose({ instalmentPence: 1 })).toBe('invalid-input');
    await office.does('agree-contribution-instalments', agreed);
    expect(await propose({})).toBe('already-recorded');
    await office.does('end-contribution-instalments', { reason });
    await office.does('post-contribution-receipt', receipt('BANK-0001', 16_000));
    expect(await propose({})).toBe('wrong-stage');
  });
});

describe('a dispute', () => {
  const disputed = { statements: [first], reason: 'Nobody came on the first weekend.' };

  test('that the person raises holds the statement, has a day, and draws no reminders', async () => {
    const { personId } = await office.state();
    const raised = await office.asResident(personId, 'dispute-my-contribution-statement', {
      params: { caseId },
      body: disputed,
    });
    expect(raised).toMatchObject({
      accepted: true,
      value: { body: { lookedInto: [{ statements: [first], reviewOn: '2026-09-24' }] } },
    });
    expect(await office.tasks()).toEqual([{ step: 'answer-dispute', due: '2026-09-24' }]);
    await office.sweep('2026-10-07');
    await office.sweep('2026-11-30');
    expect(await account()).toMatchObject({
      reminders: { sent: 0 },
      debt: { disputedPence: 16_000 },
    });
  });

  test('may be about a statement that has been paid, and about none that was never told', async () => {
    await office.does('post-contribution-receipt', receipt('BANK-0001', 16_000));
    const never = { ...disputed, statements: ['2026-06-22'] };
    expect(await office.refused('dispute-contribution-statement', never)).toBe('not-found');
    const held = await office.does('dispute-contribution-statement', disputed);
    expect(held.disputes).toMatchObject([{ statements: [first] }]);
  });

  test('comes to no more than can be looked into', async () => {
    const { after } = (await contributionAccounts(office.ports.table).last(caseId)) ?? {};
    if (!after) throw new Error('no account');
    const one = { disputeId: 'd', openedOn: first, openedBy: 'person', owner: 'x' } as const;
    const many = (count: number) => ({
      ...after,
      disputes: Array.from({ length: count }, () => ({
        ...one,
        reviewOn: first,
        statements: [''],
      })),
    });
    const opening = { disputeId: 'e', openedBy: 'person', owner: 'x', told: [first] } as const;
    const within = { count: 20, unit: 'working-days' } as const;
    const open = (count: number) =>
      openDispute(
        many(count),
        disputed,
        { ...opening, within },
        {
          ...{ actor: approver, today: '2026-10-01', event: 9 },
        },
      );
    expect(open(19)).toMatchObject({ accepted: true });
    expect(open(20)).toMatchObject({ refusal: { kind: 'limit-reached' } });
  });

  test('is answered with reasons in a letter, and what is left is due anew', async () => {
    const held = await office.does('dispute-contribution-statement', disputed);
    const [{ disputeId, owner }] = held.disputes;
    expect(owner).toBe('finance-1');
    office.today = '2026-10-20';
    const answer = { outcome: 'stands', reasons: 'The visits were given: see the log.' };
    const answered = await office.does('answer-contribution-dispute', answer, { disputeId });
    expect(answered).toMatchObject({ disputes: [], items: [{ dueOn: '2026-11-17' }] });
    expect(await office.tasks()).toEqual([]);
    const event = await office.ports.cases.last(caseId);
    expect(event && letterFor(event)).toBe('contribution-dispute-answered');
    const again = [answer, { disputeId }] as const;
    expect(await office.refused('answer-contribution-dispute', ...again)).toBe('not-found');
  });

  test('is refused for a statement that is not open or is held', async () => {
    const other = { ...disputed, statements: ['2026-06-22'] };
    expect(await office.refused('dispute-contribution-statement', other)).toBe('not-found');
    await office.does('dispute-contribution-statement', disputed);
    expect(await office.refused('dispute-contribution-statement', disputed)).toBe(
      'already-recorded',
    );
  });
});

describe('a write-off', () => {
  const proposal = { kind: 'write-off', pence: 6_000, reason };
  const decide = (event: number, who = approver) =>
    office.refused(
      'decide-contribution-balance-change',
      { verdict: 'approved', proposal: event, comment: reason },
      {},
      who,
    );

  test('takes two people, and what is left is owed', async () => {
    const { event } = await office.does('propose-contribution-balance-change', proposal);
    expect(await decide(event, { id: 'finance-1', role: 'finance-approver' })).toBe('same-person');
    expect(await decide(event + 1)).toBe('version-stale');
    expect((await account()).debt.balancePence).toBe(16_000);
    expect(await decide(event)).toBe('accepted');
    expect((await account()).debt.balancePence).toBe(10_000);
    expect(await decide(event)).toBe('wrong-stage');
    const sums = balances(await office.ledger());
    expect(sums.get('contributions-written-off')).toBe(6_000);
    expect(sums.get('contributions-owed')).toBe(10_000);
  });

  test('waits in the queue of finance until somebody decides, either way', async () => {
    const { event } = await office.does('propose-contribution-balance-change', proposal);
    expect(await office.tasks()).toMatchObject([{ step: 'decide-balance-change' }]);
    const decision = { verdict: 'rejected', proposal: event, comment: reason };
    await office.does('decide-contribution-balance-change', decision, {}, approver);
    expect(await office.tasks()).toEqual([]);
    const again = await office.does('propose-contribution-balance-change', proposal);
    expect(await office.tasks()).toHaveLength(1);
    expect(await decide(again['event'])).toBe('accepted');
    expect(await office.tasks()).toEqual([]);
  });

  test('is never of more than is owed, nor a refund of more than is in credit', async () => {
    const propose = (others: object) =>
      office.refused('propose-contribution-balance-change', { ...proposal, ...others });
    expect(await propose({ pence: 16_001 })).toBe('invalid-input');
    expect(await propose({ kind: 'refund', pence: 1 })).toBe('invalid-input');
  });

  test('of a credit pays it back by two keys', async () => {
    await office.does('post-contribution-receipt', receipt('BANK-0001', 20_000));
    const refund = { kind: 'refund', pence: 4_000, reason };
    const { event } = await office.does('propose-contribution-balance-change', refund);
    expect(await decide(event)).toBe('accepted');
    expect((await account()).debt.balancePence).toBe(0);
    expect(balances(await office.ledger()).get('contributions-owed')).toBe(0);
  });
});
