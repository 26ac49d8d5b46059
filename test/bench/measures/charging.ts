import { goOnWithUprating } from '#functions/uprating/go-on.ts';
import { loadChargingRates } from '#shared/council/load/load-charging-rates.ts';
import { assessCharge } from '#shared/domain/charging/assess-charge.ts';
import { beginUprating } from '#shared/domain/uprating/change-uprating.ts';
import { openWrite, upratingLog } from '#shared/stores/money/charges/uprating-store.ts';
import type { Table } from '#shared/stores/table/table.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { directPorts } from '../journey/direct-player.ts';
import { progress } from '../progress.ts';
import { chargedPeople, fillWithCharged } from './charged-people.ts';
import { countRequests, sharingCopies } from './filled-table.ts';
import { type Measure, median, rangeOf } from './measure.ts';

const runsOfCharges = 15;
const chargesInRun = 2_000;
const runsOfUprating = 3;

/** How long one charge takes to work, and a dry run of a new year's rates over so many people, both by
 * the processor and on one core. The table is a double: what is timed is the service's own work,
 * reading and checking each record included. */
export async function measureCharging(people: number): Promise<Measure[]> {
  return [await measureCharge(), ...(await measureDryRun(people))];
}

async function measureCharge(): Promise<Measure> {
  const book = await loadChargingRates();
  const inputs = chargedPeople(chargesInRun);
  const work = () => {
    for (const input of inputs) {
      if (!assessCharge(input, book, {}).accepted) throw new Error('a charge was refused');
    }
  };
  work();
  const microseconds: number[] = [];
  for (let run = 0; run < runsOfCharges; run += 1) {
    microseconds.push((await cpuMicroseconds(async () => work())) / inputs.length);
  }
  return {
    id: 'charge-microseconds',
    name: 'Processor time of one charge, in microseconds',
    value: median(microseconds),
    range: rangeOf(microseconds),
    aim: 200,
    note: `${runsOfCharges} runs of ${chargesInRun.toLocaleString('en-GB')} people`,
  };
}

async function measureDryRun(people: number): Promise<Measure[]> {
  progress(`  ${people.toLocaleString('en-GB')} people are filled in`);
  const seconds: number[] = [];
  let requests = 0;
  for (let run = 1; run <= runsOfUprating; run += 1) {
    const table = new MemoryTable(sharingCopies());
    await fillWithCharged(table, people);
    progress(`  dry run ${run} of ${runsOfUprating}`);
    const counting = countRequests(table);
    const microseconds = await cpuMicroseconds(() => dryRun(counting.table, people));
    seconds.push(microseconds / 1e6);
    requests = counting.requests();
  }
  const note = `${runsOfUprating} runs of ${people.toLocaleString('en-GB')} people`;
  return [
    {
      id: 'uprating-seconds',
      name: 'Processor time of a dry run of an uprating, in seconds',
      value: median(seconds),
      range: rangeOf(seconds),
      aim: 60,
      note,
    },
    {
      id: 'uprating-requests',
      name: 'Requests of a dry run for each person',
      value: requests / people,
      aim: 0.1,
      note,
    },
  ];
}

const runId = 'uprating-000001';
const at = '2026-04-06T09:00:00.000Z';
const actor = { id: 'finance', role: 'finance-officer' };

/** Begins a dry run and works until all are worked out, as the bus brings it on. */
export async function dryRun(table: Table, people: number): Promise<void> {
  await begin(table);
  const ports = {
    ...directPorts(table),
    system: { now: () => at, newId: () => 'unused' },
    bus: { publish: () => Promise.resolve() },
  };
  let done = 0;
  for (let cases = -1; cases !== 0; done += cases) {
    cases = (await goOnWithUprating(ports)).cases;
    progress(`    ${(done + cases).toLocaleString('en-GB')} of ${people.toLocaleString('en-GB')}`);
  }
  const totals = (await upratingLog(table).last(runId))?.after.totals;
  if (totals?.worked !== people) throw new Error(`${totals?.worked} of ${people} were worked out`);
}

async function begin(table: Table): Promise<void> {
  const terms = {
    ratesFrom: '2026-04-06',
    incomeRisesBasisPoints: { 'state-pension': 480, 'attendance-allowance': 380 },
  };
  const begun = beginUprating(terms, await loadChargingRates(), { actor });
  if (!begun.accepted) throw new Error(begun.refusal.detail);
  const { type, body, next } = begun.value;
  const event = {
    id: runId,
    aggregateId: runId,
    type,
    at,
    actor,
    request: null,
    body,
    after: next,
  };
  await upratingLog(table).append(undefined, event, [openWrite(runId)]);
}

async function cpuMicroseconds(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
