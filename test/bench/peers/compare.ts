import { chmodSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuBetween } from './cpu-time.ts';
import { installPackages } from './packages.ts';
import { playBatch, playerOf } from './play-batch.ts';
import { findPostgres } from './postgres.ts';
import { type Round, resultsOf } from './results.ts';
import { makeReady } from './same-record.ts';
import type { Side } from './side.ts';
import { startSides } from './sides.ts';

// `npm run bench -- --peers`: how many journeys a CPU-second is good for, here and elsewhere. The
// callers are this process, which is not counted; each side is a process of its own with all that it
// starts: Node with its workers, dynoxide, PostgreSQL with its backends and writers. All three get the
// same requests and use the same schemas, rules, token check and roles, and all keep an audit event and
// the answer of each request; what a side does besides, or leaves out, is told where it is served. For
// the peers it counts that they are one process each on one machine, and that they reach PostgreSQL by
// a socket; against them, that theirs is the longer way to a second machine.

const rounds = 5;
const batchesPerRound = 3;
const journeysPerBatch = 8;
const minutesMax = 20;
const missing = `PostgreSQL's server is missing: install Debian's package (apt-get install postgresql).`;
const inMemory =
  'The folder for temporary files is in memory, where fsync does nothing: set TMPDIR.';

// The number by which Linux knows a file system in memory.
const tmpfs = 0x01021994;

const say = (text: string): void => {
  process.stderr.write(text);
};

/** Compares the sides and answers with the exit code. */
export async function comparePeers(): Promise<number> {
  const binaries = findPostgres();
  if (binaries === undefined) {
    say(`${missing}\n`);
    return 2;
  }
  if (statfsSync(tmpdir()).type === tmpfs) {
    say(`${inMemory}\n`);
    return 2;
  }
  installPackages();
  const stops: (() => Promise<void>)[] = [];
  try {
    const folder = mkdtempSync(join(tmpdir(), 'peers-'));
    // PostgreSQL's own user must reach its folder inside.
    chmodSync(folder, 0o711);
    const sides = await startSides({ binaries, folder }, stops);
    process.stdout.write(`${resultsOf(await playRounds(sides))}\n`);
  } finally {
    for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
  }
  return 0;
}

async function playRounds(sides: readonly Side[]): Promise<readonly Round[]> {
  const people = await makeReady(sides);
  const played: Round[] = [];
  const deadline = performance.now() + minutesMax * 60_000;
  // The first round warms up and is not counted. The sides take turns, so that what else the machine
  // does falls on all of them.
  for (let round = 0; round <= rounds; round += 1) {
    for (const side of sides) {
      if (performance.now() > deadline) throw new Error(`not done after ${minutesMax} minutes`);
      say(`\rround ${round} of ${rounds}: ${side.name.padEnd(30)}`);
      const result = await playRound(side, people.get(side) ?? '');
      if (round > 0) played.push(result);
    }
  }
  say('\n');
  return played;
}

async function playRound(side: Side, personId: string): Promise<Round> {
  const player = playerOf(side);
  const before = side.cpu();
  for (let batch = 0; batch < batchesPerRound; batch += 1) {
    await playBatch(side, player, { personId, journeys: journeysPerBatch, thickness: 'thin' });
  }
  const journeys = batchesPerRound * journeysPerBatch;
  return { side: side.name, journeys, cpu: cpuBetween(before, side.cpu()) };
}
