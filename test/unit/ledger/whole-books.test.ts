import { beforeEach, expect, test } from 'vitest';
import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { addUpLines, LedgerEntry } from '#shared/domain/ledger/ledger-entry.ts';
import { spentIn } from '#shared/stores/money/cost-centres/spent-store.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { account, asStaff, PayOffice } from '#test/support/pay-office.ts';

const start = '2026-02-09';
const ids = ['agreement0001', 'agreement0002', 'agreement0003'] as const;
const costs = { 'older-people': 2, 'mental-health': 1 };
let table: MemoryTable;
let office: PayOffice;

async function call(id: string, params: Record<string, string>, body: object, by = 'officer-1') {
  const role = by.startsWith('approver') ? 'finance-approver' : 'finance-officer';
  const reply = await office.call(id, asStaff(by, role, { params, body }));
  if (!reply.accepted) throw new Error(`${id}: ${reply.refusal.detail}`);
}

async function payTo(today: string): Promise<void> {
  await office.fire(today);
  await office.carryOutDrafts();
}

async function fileOf(id: string, params: Record<string, string>): Promise<string> {
  const reply = await office.call(id, asStaff('officer-1', 'finance-officer', { params }));
  if (!reply.accepted || !reply.value.file) throw new Error(`there is no ${id}`);
  return reply.value.file.text;
}

/** Two financial years, in which a payment comes back and is paid again, one agreement pays no money of the
 * council's, and one is settled. */
beforeEach(async () => {
  table = new MemoryTable();
  office = new PayOffice(table);
  const [ordinary, settled, free] = ids;
  const terms = { weeklyPence: 10_003, weeklyContributionPence: 2_001, costs };
  await office.activate({ agreementId: ordinary, startsOn: start, ...terms });
  await office.activate({ agreementId: settled, startsOn: start, ...terms });
  const all = { weeklyPence: 5_000, weeklyContributionPence: 5_000, costs };
  await office.activate({ agreementId: free, startsOn: start, ...all });
  await payTo('2026-02-02');
  await payTo('2026-03-02');

  office.today = '2026-03-20';
  await call(
    'return-payment',
    { agreementId: ordinary, name: start },
    { on: '2026-02-12', reason: 'B' },
  );
  await call('record-bank-details', { agreementId: ordinary }, account);
  const check = { isConfirmed: true, how: 'By telephone, on the number that we hold.' };
  await call('check-bank-details', { agreementId: ordinary }, check, 'officer-2');
  await payTo('2026-04-27');

  office.today = '2026-05-20';
  const payStop = { kind: 'case-ended', by: 'manager-1', on: office.today } as const;
  await office.change(settled, { payStop });
  const notice = { kind: 'notice', pence: 70_001, evidence: 'The contract: four weeks.' };
  const reason = 'She has moved to another county.';
  const final = { lastDay: '2026-05-12', lines: [notice], settledWith: 'payee', reason };
  await call('propose-final-account', { agreementId: settled }, final);
  const proposal = (await office.ports.agreements.last(settled))?.sequence;
  const verdict = { verdict: 'approved', comment: 'Compared with the evidence.', proposal };
  await call('decide-final-account', { agreementId: settled }, verdict, 'approver-2');
  await payTo('2026-05-26');
});

const entries = () =>
  table.items
    .filter(({ sk }) => sk.startsWith('LEDGER#'))
    .map((item) => LedgerEntry.strip().parse(item));

/** Debits less credits of a journal, by account and cost centre. */
function linesOf(csv: string) {
  return csv
    .split('\r\n')
    .slice(1, -1)
    .map((row) => row.split(','))
    .map(([, name = '', costCentre = '', debit, credit]) => ({
      about: `${name} ${costCentre}`,
      pence: Math.round(100 * (Number(debit) - Number(credit))),
    }));
}

test('the journals of all runs and of all days add up to the whole ledger', async () => {
  const journals: string[] = [];
  for (const { runId, status } of await office.runs()) {
    if (status === 'sent') journals.push(await fileOf('read-run-journal', { runId }));
  }
  office.today = '2026-06-30';
  for (let day = start; day < office.today; day = addDays(day, 1)) {
    journals.push(await fileOf('read-journal', { day }));
  }
  const sums = new Map<string, number>();
  for (const { about, pence } of journals.flatMap(linesOf)) {
    sums.set(about, (sums.get(about) ?? 0) + pence);
  }
  const ledger = addUpLines(entries().flatMap(({ lines }) => lines)).map(
    ({ account: name, costCentre, pence }) => [`${name} ${costCentre ?? ''}`, pence],
  );
  expect(ledger.length).toBeGreaterThan(5);
  expect([...sums].sort()).toEqual(ledger.sort());
});

test('what each cost centre has spent in a year is what stands by it in the ledger of that year', async () => {
  for (const [year, from, to] of [
    [2025, '2025-04-01', '2026-03-31'],
    [2026, '2026-04-01', '2027-03-31'],
  ] as const) {
    const ofYear = entries().filter(({ on }) => from <= on && on <= to);
    const ledger = addUpLines(ofYear.flatMap(({ lines }) => lines))
      .filter(({ costCentre }) => costCentre !== null)
      .map(({ costCentre, pence }) => [costCentre, pence]);
    expect(ledger).toHaveLength(2);
    expect([...(await spentIn(table, year))].sort()).toEqual(ledger.sort());
  }
});

test('the balances of all agreements add up to those of the whole', async () => {
  const each = await Promise.all(
    ids.map(async (agreementId) => {
      const asked = asStaff('officer-1', 'finance-officer', { params: { agreementId } });
      const reply = await office.call('read-agreement-balances', asked);
      return reply.accepted ? Object(reply.value.body).balances : [];
    }),
  );
  expect(addUpLines(each.flat())).toEqual(addUpLines(entries().flatMap(({ lines }) => lines)));
});
