import { parseArgs } from 'node:util';
import { catchUpCommitment } from '#functions/cost-centres/catch-up-commitment.ts';
import { makeStores } from '#functions/make-ports.ts';
import { catchUpOrders } from '#functions/orders/catch-up-orders.ts';
import { catchUpFinalAccounts } from '#functions/payments/final-account/catch-up-final-accounts.ts';
import { councilIds, councilNamed } from '#shared/council/load/find-council.ts';
import { system } from '#shared/gateways/system.ts';
import { everyAggregate } from '#shared/stores/events/every-aggregate.ts';
import { openTable } from '#shared/stores/table/open-table.ts';
import { findTable } from './find-table.ts';

// `npm run catch-up`: brings what earlier versions recorded in step with what is kept of it today.

const usage = `Brings what earlier versions of the service recorded in step with what is kept of it today:

  npm run catch-up -- --check    says what is missing, and changes nothing
  npm run catch-up -- --write    writes it; stopped and called again, it goes on

Cost centres come to bear the plans, the urgent support and the ends that nobody counted; service
orders come to stand among those of their provider, and end on the day after their last; finance is
asked for the final accounts of agreements that are over.

It works on the service that runs on this machine (LOCAL_URL, http://127.0.0.1:3000 unless given), or on
the table that TABLE_NAME names under the preset that COUNCIL names, with the surroundings' AWS
credentials, region and endpoint. It reads the whole table.`;

const casesBetweenWords = 1_000;

async function catchUp(isWritten: boolean): Promise<string> {
  const { name, council } = await findTable(process.env);
  if (council === undefined || !councilIds.includes(council)) {
    throw new Error(`COUNCIL says whose table it is: one of ${councilIds.join(', ')}`);
  }
  const ports = { ...makeStores(openTable(name)), council: councilNamed(council), system };
  let [cases, events, orders, accounts] = [0, 0, 0, 0];
  for await (const caseId of everyAggregate(name, 'case')) {
    events += await catchUpCommitment(caseId, ports, { isWritten });
    orders += await catchUpOrders(caseId, ports, { isWritten });
    accounts += await catchUpFinalAccounts(caseId, ports, { isWritten });
    cases += 1;
    if (cases % casesBetweenWords === 0) process.stderr.write(`${cases} cases are read\n`);
  }
  const done = isWritten ? 'were brought in step' : 'are missing';
  const found = `${events} events for cost centres, ${orders} orders and ${accounts} final accounts`;
  return `${cases} cases: ${found} ${done}`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  if (values.check === values.write) throw new TypeError('say --check or --write');
  process.stdout.write(`${await catchUp(values.write)}\n`);
}

try {
  await main();
} catch (error) {
  const said = error instanceof Error ? error.message : String(error);
  // What was called wrongly is answered with how to call it.
  process.stderr.write(error instanceof TypeError ? `${said}\n\n${usage}\n` : `${said}\n`);
  process.exitCode = 1;
}
