import { allWritten } from '#shared/domain/uprating/change-uprating.ts';
import type { UpratingState } from '#shared/domain/uprating/uprating-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { upratedKey } from '#shared/stores/money/charges/charged-case-store.ts';
import {
  findBatch,
  findProgress,
  noLongerOpen,
  progressWrite,
  type UpratingCase,
  type UpratingProgress,
  upratingLog,
  upratingRowWrite,
} from '#shared/stores/money/charges/uprating-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { followCharge } from './follow-charge.ts';
import type { UpratingPorts } from './go-on.ts';
import { rulesOf } from './uprating-rules.ts';
import { type Writing, writeCharge } from './write-charge.ts';

// Some five hundred cases, each of which is read and written by itself.
const batchesAtOnce = 5;

const actor = { id: 'uprating', role: 'service' };

/** Writes the charges that were worked out into their cases, a batch at a time. A batch that was cut
 * short is taken from its beginning: each case has a permanent mark of its own, and is passed over
 * once it has it. */
export async function writeCharges(
  last: RecordedEvent<UpratingState>,
  ports: UpratingPorts,
): Promise<{ readonly cases: number; readonly isDone: boolean }> {
  const { aggregateId: runId, after } = last;
  const writing = { runId, by: after.decidedBy ?? actor.id, rules: await rulesOf(after, ports) };
  let progress = await findProgress(ports.table, runId);
  if (!progress) throw new Error(`uprating ${runId} was never worked out`);
  let cases = 0;
  for (let batch = 0; batch < batchesAtOnce; batch += 1) {
    if (progress.batchesWritten >= progress.batches) {
      await finish(last, progress, ports);
      return { cases, isDone: true };
    }
    const next = await writeBatch(writing, progress, ports);
    const result = await ports.table.write([progressWrite(runId, next)]);
    // Somebody else is at it: they go on.
    if (!result.written) return { cases, isDone: true };
    cases += next.written - progress.written;
    progress = next;
  }
  return { cases, isDone: false };
}

async function writeBatch(
  writing: Writing,
  progress: UpratingProgress,
  ports: UpratingPorts,
): Promise<UpratingProgress> {
  const batch = progress.batchesWritten + 1;
  const rows = (await findBatch(ports.table, writing.runId, batch)) ?? [];
  const worked = rows.filter((row) => row.outcome === 'worked');
  await writeEach(worked, writing, ports);
  const written = await countWritten(worked, writing, ports);
  return {
    ...progress,
    version: progress.version + 1,
    batchesWritten: batch,
    written: progress.written + written,
    leftOut: progress.leftOut + worked.length - written,
  };
}

type Worked = Extract<UpratingCase, { outcome: 'worked' }>;

async function writeEach(
  worked: readonly Worked[],
  writing: Writing,
  ports: UpratingPorts,
): Promise<void> {
  const marks = await marksOf(worked, writing, ports);
  for (const [place, row] of worked.entries()) {
    if (marks[place] === undefined) await writeCharge(row, writing, ports);
    else if (marks[place]?.['runId'] === writing.runId) await followAgain(row, writing, ports);
  }
}

/** What the charge leads to, where the work may have been cut short between the two. */
async function followAgain(
  { caseId }: Worked,
  writing: Writing,
  ports: UpratingPorts,
): Promise<void> {
  const last = await ports.cases.last(caseId);
  if (last) await followCharge(last, writing, ports);
}

/** How many cases have the charge of this very run: counted from their marks, so that it is right
 * however often the batch was begun. */
async function countWritten(
  worked: readonly Worked[],
  writing: Writing,
  ports: UpratingPorts,
): Promise<number> {
  const marks = await marksOf(worked, writing, ports);
  return marks.filter((mark) => mark?.['runId'] === writing.runId).length;
}

async function marksOf(worked: readonly Worked[], { rules }: Writing, { table }: UpratingPorts) {
  if (worked.length === 0) return [];
  return table.getMany(worked.map(({ caseId }) => upratedKey(caseId, rules.terms.ratesFrom)));
}

async function finish(
  last: RecordedEvent<UpratingState>,
  { written, leftOut }: UpratingProgress,
  { table, system }: UpratingPorts,
): Promise<void> {
  const { aggregateId: runId } = last;
  const { type, body, next } = allWritten(last.after, { written, leftOut });
  const event = {
    id: derivedId(['uprating-written', runId]),
    aggregateId: runId,
    type,
    at: system.now(),
    actor,
    request: null,
    body,
    after: next,
  };
  await upratingLog(table).append(last, event, [upratingRowWrite(runId, next), noLongerOpen]);
}
