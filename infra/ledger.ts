import { parseArgs } from 'node:util';
import { formatPounds } from '#shared/domain/money/pence.ts';
import { BooksCheck, type BooksReport } from '#shared/stores/money/ledger/check/books-check.ts';
import { scanTable } from '#shared/stores/table/scan-table.ts';
import { findTable } from './find-table.ts';

// `npm run ledger -- --check`: holds the whole ledger against what moved. It ends with 1 where they differ.

const usage = `Holds the whole ledger against everything that moved money, and says what does not agree:

  npm run ledger -- --check

Every entry balances and is in one journal; every payment that was sent has one entry of its amount, and
every one that came back another; a run comes to the same in its payments, its file and the ledger; what
cost centres have spent is what stands by them. It prints the balance of each account by cost centre.

It reads the service that runs on this machine (LOCAL_URL, http://127.0.0.1:3000 unless given), or the
table that TABLE_NAME names, with the surroundings' AWS credentials, region and endpoint. It changes
nothing, and reads the whole table.`;

const heldAgainst = [
  { key: 'sk', with: 'LEDGER#' },
  { key: 'sk', with: 'PAYMENT#' },
  { key: 'pk', with: 'SPENT#' },
  { key: 'pk', with: 'RUN#' },
] as const;
const readBetweenWords = 10_000;

async function check(): Promise<BooksReport> {
  const { name } = await findTable(process.env);
  const books = new BooksCheck();
  let read = 0;
  for await (const item of scanTable(name, heldAgainst)) {
    books.take(item);
    read += 1;
    if (read % readBetweenWords === 0) process.stderr.write(`${read} items are read\n`);
  }
  return books.report();
}

function linesOf({ entries, payments, runs, balances, faults }: BooksReport): readonly string[] {
  const width = Math.max(0, ...balances.map(({ account }) => account.length));
  return [
    ...balances.map(({ account, costCentre, pence }) =>
      `  ${account.padEnd(width)}  ${formatPounds(pence).padStart(16)}  ${costCentre ?? ''}`.trimEnd(),
    ),
    ...faults.map((fault) => `DIFFERENT: ${fault}`),
    `${entries} entries, ${payments} payments, ${runs} runs that were sent, ` +
      `${faults.length || 'no'} difference${faults.length === 1 ? '' : 's'}`,
  ];
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  if (!values.check) throw new TypeError('say --check');
  const report = await check();
  process.stdout.write(`${linesOf(report).join('\n')}\n`);
  return report.faults.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  const said = error instanceof Error ? error.message : String(error);
  // What was called wrongly is answered with how to call it.
  process.stderr.write(error instanceof TypeError ? `${said}\n\n${usage}\n` : `${said}\n`);
  process.exitCode = 1;
}
