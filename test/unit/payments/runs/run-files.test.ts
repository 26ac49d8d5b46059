import { beforeEach, describe, expect, test } from 'vitest';
import { readBacsFile as readBacsFileOf } from '#functions/payments/runs/read-run-files.ts';
import { balances, type LedgerEntry } from '#shared/domain/ledger/ledger-entry.ts';
import { newHead } from '#shared/domain/payment/agreement-head.ts';
import { spentIn } from '#shared/stores/money/cost-centres/spent-store.ts';
import { ledgerOfAgreement } from '#shared/stores/money/ledger/ledger-store.ts';
import { newHeadWrite } from '#shared/stores/money/payments/agreement-head-store.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { account, asStaff, PayOffice } from '#test/support/pay-office.ts';
import { readBacsFile } from '#test/support/read-bacs-file.ts';

const start = '2026-04-06';
let office: PayOffice;
let runId: string;

beforeEach(async () => {
  office = new PayOffice(new MemoryTable());
  await office.activate({
    agreementId: 'agreement0001',
    startsOn: start,
    weeklyPence: 10_001,
    weeklyContributionPence: 3_000,
    costs: { 'older-people': 6_000, carers: 4_001 },
  });
  await office.activate({
    agreementId: 'agreement0002',
    startsOn: '2026-04-15',
    oneOffs: [{ id: 'plan-7', pence: 45_000 }],
  });
  await office.fire('2026-03-26');
  runId = (await office.runs()).find(({ periodStart }) => periodStart === start)?.runId ?? '';
});

function ask(id: string, params: Readonly<Record<string, string>>) {
  return office.call(id, asStaff('officer-1', 'finance-officer', { params }));
}

async function fileText(): Promise<string> {
  const reply = await ask('read-bacs-file', { runId });
  if (!reply.accepted || !reply.value.file) throw new Error('there is no file');
  return reply.value.file.text;
}

async function entriesOf(agreementId: string): Promise<readonly LedgerEntry[]> {
  return (await ledgerOfAgreement(office.table, agreementId, { limit: 50 })).entries;
}

describe('the payment file of a run', () => {
  test('pays every payment of the run to the account that was checked, and nothing else', async () => {
    await office.carryOut(runId);
    const read = readBacsFile(await fileText());
    const credits = read.records.filter(({ code }) => code === '99');
    expect(credits.map(({ reference, pence, name }) => ({ reference, pence, name }))).toEqual([
      { reference: 'DIRECT PAY 060426', pence: 4 * 7_001, name: 'MARY EXAMPLE' },
      { reference: 'DIRECT PAY 150426', pence: 168_285, name: 'MARY EXAMPLE' },
      { reference: 'ONE-OFF 020426', pence: 45_000, name: 'MARY EXAMPLE' },
    ]);
    expect(new Set(credits.map((each) => each.sortCode + each.account))).toEqual(
      new Set([account.sortCode + account.accountNumber]),
    );
    expect(read.totals.creditPence).toBe(28_004 + 168_285 + 45_000);
  });

  test('is the same bytes when it is asked for again', async () => {
    await office.carryOut(runId);
    const first = await fileText();
    office.today = '2026-12-24';
    expect(await fileText()).toBe(first);
  });

  test('is the same bytes when the council pays from another account since', async () => {
    await office.carryOut(runId);
    const first = await fileText();
    const { council, ...ports } = office.ports;
    const payingAccount = { ...council.payingAccount, name: 'Another', sortCode: '200915' };
    const asked = asStaff('officer-1', 'finance-officer', { params: { runId } });
    const reply = await readBacsFileOf.run(asked, {
      ...ports,
      council: { ...council, payingAccount },
    });
    expect(reply).toMatchObject({ accepted: true, value: { file: { text: first } } });
    expect((await office.run(runId)).file).toMatchObject({
      originator: council.payingAccount,
      processedOn: readBacsFile(first).processedOn,
    });
  });

  test('leaves out what the person contributes in full, which has its entry in the ledger', async () => {
    const terms = { weeklyPence: 5_000, weeklyContributionPence: 5_000 };
    await office.activate({ agreementId: 'agreement0004', startsOn: start, ...terms });
    await office.carryOut(runId);
    const credits = readBacsFile(await fileText()).records.filter(({ code }) => code === '99');
    expect(credits).toHaveLength(3);
    expect((await entriesOf('agreement0004')).map(({ lines }) => lines)).toEqual([
      [
        { account: 'direct-payments', costCentre: null, pence: 20_000 },
        { account: 'contributions', costCentre: null, pence: -20_000 },
      ],
    ]);
  });

  test('is refused before the run was sent, and where the run paid nobody', async () => {
    const early = await ask('read-bacs-file', { runId });
    expect(early).toMatchObject({ accepted: false, refusal: { kind: 'wrong-stage' } });
    const earlier = (await office.runs()).find(({ periodStart }) => periodStart < start);
    await office.carryOut(earlier?.runId ?? '');
    const empty = await ask('read-bacs-file', { runId: earlier?.runId ?? '' });
    expect(empty).toMatchObject({ accepted: false, refusal: { kind: 'not-found' } });
  });

  test('does not leave the service once it would differ from what was sent', async () => {
    await office.carryOut(runId);
    const item = await office.table.get({ pk: 'AGREEMENT#agreement0001', sk: `PAYMENT#${start}` });
    if (!item) throw new Error('no payment');
    const elsewhere = { ...account, accountNumber: '88837491' };
    await office.table.write([{ put: { ...item, account: elsewhere } }]);
    await expect(fileText()).rejects.toThrow('not the one that was sent');
  });
});

describe('the ledger', () => {
  test('holds one balanced entry for each payment, by cost centre and with the contribution', async () => {
    await office.carryOut(runId);
    const entries = await entriesOf('agreement0001');
    expect(entries.map(({ lines }) => lines)).toEqual([
      [
        { account: 'direct-payments', costCentre: 'older-people', pence: 24_000 },
        { account: 'direct-payments', costCentre: 'carers', pence: 16_004 },
        { account: 'contributions', costCentre: null, pence: -12_000 },
        { account: 'bank', costCentre: null, pence: -28_004 },
      ],
    ]);
    expect(await entriesOf('agreement0002')).toHaveLength(2);
  });

  test('has nothing of a payment that was held back, and has it once it is sent after all', async () => {
    await office.select(runId);
    await office.decide(runId, 'approved');
    const payStop = { kind: 'officer', by: 'officer-1', on: office.today } as const;
    await office.change('agreement0001', { payStop });
    await office.send(runId);
    expect(await entriesOf('agreement0001')).toEqual([]);
    await office.change('agreement0001', {});
    await office.fire('2026-04-27');
    const next = (await office.runs())[0]?.runId ?? '';
    await office.carryOut(next);
    const names = (await entriesOf('agreement0001')).map(({ paymentName }) => paymentName);
    expect(names.toSorted()).toEqual(['2026-04-06', '2026-05-04']);
  });

  test('adds up to what the bank was told to pay, and its journal balances', async () => {
    await office.carryOut(runId);
    const all = [...(await entriesOf('agreement0001')), ...(await entriesOf('agreement0002'))];
    expect(balances(all).get('bank')).toBe(-readBacsFile(await fileText()).totals.creditPence);
    const reply = await ask('read-run-journal', { runId });
    if (!reply.accepted || !reply.value.file) throw new Error('there is no journal');
    expect(reply.value.file.text.split('\r\n')).toEqual([
      'date,account,cost_centre,debit,credit,reference',
      `2026-04-02,bank,,,2412.89,${runId}`,
      `2026-04-02,contributions,,,120.00,${runId}`,
      `2026-04-02,direct-payments,,2132.85,,${runId}`,
      `2026-04-02,direct-payments,carers,160.04,,${runId}`,
      `2026-04-02,direct-payments,older-people,240.00,,${runId}`,
      '',
    ]);
  });
});

test('an agreement whose account nobody has checked is left out, and the run says why', async () => {
  const agreementId = 'agreement0003';
  const terms = { caseId: 'case0000000001', weeklyPence: 10_000, weeklyContributionPence: 0 };
  const head = newHead({ ...terms, agreementId, startsOn: start, oneOffs: [], activatedBy: 'f-1' });
  await office.table.write([newHeadWrite(head)]);
  await office.carryOut(runId);
  expect(await office.payments(agreementId)).toEqual([]);
  expect(await ask('list-run-left-out', { runId })).toMatchObject({
    value: { body: { entries: [{ agreementId, reason: 'no-checked-account' }] } },
  });
});

describe('what a run has cost each cost centre', () => {
  test('is known once the run is sent, before contributions and to the penny', async () => {
    expect(await spentIn(office.table, 2026)).toEqual(new Map());
    await office.carryOut(runId);
    const spent = await spentIn(office.table, 2026);
    expect([...spent.values()].reduce((sum, pence) => sum + pence, 0)).toBe(4 * 10_001);
    expect([spent.get('older-people'), spent.get('carers')]).toEqual([4 * 6_000, 4 * 4_001]);
  });

  test('belongs to the financial year in which the money arrives', async () => {
    await office.carryOut(runId);
    expect(await spentIn(office.table, 2025)).toEqual(new Map());
  });
});
