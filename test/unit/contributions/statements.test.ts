import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { letterFor } from '#functions/letters/letters-by-event.ts';
import { balances } from '#shared/domain/ledger/ledger-entry.ts';
import { BillingOffice, caseId } from '#test/support/billing-office.ts';

let office: BillingOffice;

beforeEach(async () => {
  office = new BillingOffice();
  await office.begin();
});

const account = () => office.does('read-contribution-account');

// What the ledger says is owed is what the account says, whatever happened.
afterEach(async () => {
  const owed = balances(await office.ledger()).get('contributions-owed') ?? 0;
  expect(owed).toBe((await account()).debt.balancePence);
});
const statement = (from: string) => office.does('read-contribution-statement', undefined, { from });

describe('a statement', () => {
  test('comes some days after its four weeks, for the lesser of contribution and cost', async () => {
    await office.care('2026-07-20', 72_000);
    await office.sweep('2026-08-25');
    expect((await account()).debt.balancePence).toBe(0);
    await office.sweep('2026-08-26');
    expect(await statement('2026-07-20')).toMatchObject({
      from: '2026-07-20',
      to: '2026-08-16',
      dueOn: '2026-09-23',
      totalPence: 16_000,
      balancePence: 16_000,
      lines: [{ partId: 'managed', days: 28, contributionPence: 16_000, costPence: 72_000 }],
    });
  });

  test('asks for no more than the care cost that was given', async () => {
    await office.care('2026-07-20', 9_000);
    await office.sweep('2026-08-26');
    const told = await statement('2026-07-20');
    expect(told.totalPence).toBe(9_000);
    expect(told.explanation.join(' ')).toContain('The care cost only £90.00. You pay £90.00.');
  });

  test('is written once however often the schedule fires, and late days are caught up', async () => {
    await office.care('2026-07-20', 72_000);
    expect(await office.sweep('2026-10-01')).toBe(1);
    await office.sweep('2026-10-01');
    await office.sweep('2026-10-01');
    const { statements } = await office.does('list-contribution-statements');
    expect(statements.map(({ from }: { from: string }) => from)).toEqual([
      '2026-08-17',
      '2026-07-20',
    ]);
    expect((await account()).debt.balancePence).toBe(16_000);
  });

  test('bills nothing of which the cost is not reported, says so, and bills it when it is', async () => {
    await office.sweep('2026-08-26');
    const first = await statement('2026-07-20');
    expect(first).toMatchObject({ totalPence: 0, lines: [{ costPence: null, pence: 0 }] });
    expect(first.explanation[0]).toContain('We do not know yet what the care cost.');
    await office.care('2026-07-20', 72_000);
    await office.care('2026-08-17', 72_000);
    await office.sweep('2026-09-23');
    expect(await statement('2026-08-17')).toMatchObject({
      totalPence: 32_000,
      lines: [
        { from: '2026-07-20', why: 'care-reported-late', pence: 16_000 },
        { from: '2026-08-17', why: 'this-period', pence: 16_000 },
      ],
    });
  });

  test('that only waits for the cost is told once, and not again every four weeks', async () => {
    for (const day of ['2026-08-26', '2026-09-23', '2026-10-21']) await office.sweep(day);
    const { statements } = await office.does('list-contribution-statements');
    const told = statements.map(({ event }: { event: number | null }) => event !== null);
    expect(told).toEqual([false, false, true]);
    await office.care('2026-08-17', 72_000);
    await office.sweep('2026-11-18');
    expect((await statement('2026-10-12')).lines).toMatchObject([
      { from: '2026-08-17', why: 'care-reported-late', pence: 16_000 },
      { from: '2026-10-12', costPence: null },
    ]);
  });

  test('gives back what a correction of the care or of the charge makes less', async () => {
    await office.care('2026-07-20', 72_000);
    await office.sweep('2026-08-26');
    await office.care('2026-07-20', 10_000, 2);
    await office.care('2026-08-17', 72_000);
    await office.sweep('2026-09-23');
    expect((await statement('2026-08-17')).lines[0]).toMatchObject({
      from: '2026-07-20',
      pence: -6_000,
      why: 'care-corrected',
    });
    await office.charge([{ from: '2026-07-20', pence: 1_000 }]);
    await office.sweep('2026-10-21');
    const third = await statement('2026-09-14');
    expect(third.lines.slice(0, 2)).toMatchObject([
      { from: '2026-07-20', pence: -6_000, why: 'charge-changed' },
      { from: '2026-08-17', pence: -12_000, why: 'charge-changed' },
    ]);
    expect(third.balancePence).toBe(8_000);
  });

  test('bills no day after a death, however late it was recorded, and is the last', async () => {
    await office.care('2026-07-20', 72_000);
    await office.sweep('2026-08-26');
    await office.care('2026-08-17', 72_000);
    await office.died('2026-08-02');
    await office.sweep('2026-09-23');
    expect(await statement('2026-08-17')).toMatchObject({
      isFinal: true,
      totalPence: -8_000,
      balancePence: 8_000,
      lines: [{ from: '2026-07-20', days: 14, why: 'days-changed', pence: -8_000 }],
    });
    expect(await office.tasks()).toContainEqual({
      step: 'look-at-contributions',
      due: expect.any(String),
    });
    // Nobody writes to them, and nobody is reminded.
    await office.sweep('2026-11-30');
    expect((await account()).reminders).toMatchObject({ sent: 0 });
  });

  test('is told by a letter, and stands in the ledger as what is owed', async () => {
    await office.care('2026-07-20', 72_000);
    await office.sweep('2026-08-26');
    const told = await office.ports.cases.last(caseId);
    expect(told?.type).toBe('contributions-billed');
    expect(told && letterFor(told)).toBe('contribution-statement');
    const sums = balances(await office.ledger());
    expect(sums.get('contributions-owed')).toBe(16_000);
    expect(sums.get('contributions')).toBe(-16_000);
  });

  test('is a page to print, where a browser asks for one', async () => {
    await office.care('2026-07-20', 72_000);
    await office.sweep('2026-08-26');
    const reply = await office.asStaff(
      { id: 'finance-1', role: 'finance-officer' },
      'read-contribution-statement',
      { params: { caseId, from: '2026-07-20' }, headers: { accept: 'text/html' } },
    );
    const page = reply.accepted ? reply.value.html?.source : undefined;
    expect(page).toContain('<h1>Your statement: what you pay for your care</h1>');
    expect(page).toContain('£160.00');
    expect(page).toContain('20 July 2026');
  });
});

describe('an account', () => {
  test('is opened once with the first support that may be billed', async () => {
    await office.follow();
    await office.follow();
    expect(await account()).toMatchObject({ openedOn: '2026-07-20', event: 1 });
  });

  test('bills nothing after its case has ended', async () => {
    office.today = '2026-08-05';
    await office.care('2026-07-20', 72_000);
    await office.record('case-closed', {}, (state) => ({
      ...state,
      status: 'closed',
      closedOn: '2026-08-02',
      outcome: 'nfa-other',
      live: null,
    }));
    await office.sweep('2026-08-26');
    expect(await statement('2026-07-20')).toMatchObject({ isFinal: true, totalPence: 8_000 });
    await office.sweep('2026-09-23');
    expect((await account()).debt.balancePence).toBe(8_000);
  });

  test('bills no day between the last of the support and the closing of its case, and ends once', async () => {
    office.today = '2026-08-16';
    // Dearer care than the contribution: its cost alone would not hold the bill in.
    await office.care('2026-07-20', 36_000);
    const close = (state: Awaited<ReturnType<typeof office.state>>) => ({
      ...state,
      status: 'closed' as const,
      closedOn: '2026-08-16',
      outcome: 'nfa-other' as const,
      live: null,
    });
    await office.record('case-closed', { supportEndedOn: '2026-08-02' }, close);
    await office.sweep('2026-08-26');
    expect(await statement('2026-07-20')).toMatchObject({
      isFinal: true,
      lines: [{ days: 14, contributionPence: 8_000, pence: 8_000 }],
    });
    const { event } = await account();
    await office.follow();
    expect((await account()).event).toBe(event);
  });

  test('shows the person what is theirs, and nobody else anything', async () => {
    await office.care('2026-07-20', 72_000);
    await office.sweep('2026-08-26');
    const { personId } = await office.state();
    const params = { caseId, from: '2026-07-20' };
    const mine = await office.asResident(personId, 'read-my-contribution-statement', { params });
    expect(mine).toMatchObject({ accepted: true, value: { body: { totalPence: 16_000 } } });
    const others = await office.asResident('person000009', 'read-my-contribution-statement', {
      params,
    });
    expect(others).toMatchObject({ accepted: false, refusal: { kind: 'not-found' } });
  });
});
