import { beforeEach, expect, test } from 'vitest';
import { BooksCheck } from '#shared/stores/money/ledger/check/books-check.ts';
import type { Item } from '#shared/stores/table/table.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { asStaff, PayOffice } from '#test/support/pay-office.ts';

const agreementId = 'agreement0001';
const start = '2026-04-06';
let table: MemoryTable;
let runId: string;

beforeEach(async () => {
  table = new MemoryTable();
  const office = new PayOffice(table);
  await office.activate({ agreementId, startsOn: start, costs: { 'older-people': 1 } });
  await office.fire('2026-03-26');
  runId = (await office.runs()).find(({ periodStart }) => periodStart === start)?.runId ?? '';
  await office.carryOut(runId);
  office.today = '2026-04-09';
  const params = { agreementId, name: start };
  const body = { on: '2026-04-08', reason: 'B' };
  await office.call('return-payment', asStaff('officer-1', 'finance-officer', { params, body }));
});

/** What the check says of the table with one item changed or, for nothing, taken away. */
function faultsWith(sk: RegExp, change: (item: Item) => Item | undefined): readonly string[] {
  const books = new BooksCheck();
  const found = table.items.filter((item) => sk.test(item.sk));
  expect(found).toHaveLength(1);
  for (const item of table.items) {
    const changed = found.includes(item) ? change(item) : item;
    if (changed) books.take(changed);
  }
  return books.report().faults;
}

const payment = /^PAYMENT#/;
const spent = /^RUN#/;
/** The entry of the payment, which is of the day on which it was to arrive. */
const paidEntry = /^LEDGER#2026-04-02#/;
const returnEntry = /^LEDGER#2026-04-08#/;

test('books that are in order are counted, and nothing is found', () => {
  const books = new BooksCheck();
  for (const item of table.items) books.take(item);
  expect(books.report()).toEqual({
    entries: 2,
    payments: 1,
    runs: 1,
    balances: [
      { account: 'bank', costCentre: null, pence: 0 },
      { account: 'direct-payments', costCentre: 'older-people', pence: 248_000 },
      { account: 'returned-payments', costCentre: null, pence: -248_000 },
    ],
    faults: [],
  });
});

const line = (account: string, costCentre: string | null, pence: number) => ({
  account,
  costCentre,
  pence,
});
const heavier = [line('bank', null, -248_001), line('direct-payments', 'older-people', 248_001)];

test.each<[string, RegExp, (item: Item) => Item | undefined, string]>([
  ['a payment without its entry', paidEntry, () => undefined, 'has no entry in the ledger'],
  ['an entry without its payment', payment, () => undefined, 'stands 1 times too often'],
  ['a return without its entry', returnEntry, () => undefined, 'has no entry in the ledger'],
  [
    'an entry of another amount',
    paidEntry,
    (item) => ({ ...item, lines: heavier }),
    'is out by 1 pence',
  ],
  [
    'an entry that does not balance',
    paidEntry,
    (item) => ({ ...item, lines: heavier.slice(0, 1).concat(line('bank', null, 1)) }),
    'The entry is out by -248000 pence.',
  ],
  [
    'an entry of an account that there is not',
    paidEntry,
    (item) => ({ ...item, lines: [line('purse', null, 1), line('bank', null, -1)] }),
    'cannot be read as an entry',
  ],
  [
    'an entry in no journal',
    returnEntry,
    ({ gsi1pk: _journal, ...item }) => item,
    'is not in just one journal',
  ],
  [
    'an entry in two journals',
    paidEntry,
    (item) => ({ ...item, gsi1pk: 'JOURNAL#2026-04-08' }),
    'is not in just one journal',
  ],
  [
    'more paid back than was asked for',
    returnEntry,
    (item) => ({ ...item, lines: [line('bank', null, 9), line('reclaims-owed', null, -9)] }),
    'reclaims-owed of AGREEMENT#agreement0001: 9 pence more came back than were owed',
  ],
  [
    'a return that was paid again without having come back',
    returnEntry,
    (item) => ({ ...item, lines: [line('bank', null, -9), line('returned-payments', null, 9)] }),
    'returned-payments of AGREEMENT#agreement0001: 9 pence more were paid than were owed',
  ],
  [
    'a run that cost its cost centre something else',
    spent,
    (item) => ({ ...item, lines: heavier }),
    'from what was spent',
  ],
])('%s is found', (_what, sk, change, said) => {
  const faults = faultsWith(sk, change);
  expect(faults.some((fault) => fault.includes(said))).toBe(true);
});

test('a run whose file says another sum than its payments is found', () => {
  const books = new BooksCheck();
  for (const item of table.items) {
    const isSent = item['type'] === 'run-sent';
    const body = { sent: { count: 1, pence: 247_999 }, file: null };
    books.take(isSent ? { ...item, body } : item);
  }
  expect(books.report().faults).toEqual([
    `run ${runId} comes to 248000, 248000, 247999, 0 pence in ledger, payments, total and file`,
  ]);
});
