import * as z from 'zod';
import type { LedgerLine } from '../../../../domain/ledger/ledger-entry.ts';
import { RunTotals } from '../../../../domain/run/run-change.ts';
import { SentFile } from '../../../../domain/run/run-state.ts';
import type { Item } from '../../../table/table.ts';
import { Amounts } from './amounts.ts';

const RunSent = z.looseObject({
  aggregateId: z.string(),
  type: z.literal('run-sent'),
  body: z.looseObject({ sent: RunTotals, file: SentFile.nullable() }),
});
type RunSent = z.infer<typeof RunSent>['body'];

interface Moved {
  ledgerPence: number;
  paidPence: number;
}

/** The books of payment runs: what the ledger, the payments, the file and the cost centres say of each. */
export class RunBooks {
  readonly #sent = new Map<string, RunSent>();
  readonly #moved = new Map<string, Moved>();
  readonly #costs = new Amounts();

  get sent(): number {
    return this.#sent.size;
  }

  takeEvent(item: Item): void {
    const read = RunSent.safeParse(item);
    if (read.success) this.#sent.set(read.data.aggregateId, read.data.body);
  }

  enter(runId: string, pence: number): void {
    this.#of(runId).ledgerPence += pence;
  }

  pay(runId: string, pence: number): void {
    this.#of(runId).paidPence += pence;
  }

  cost(runId: string, lines: readonly LedgerLine[]): void {
    this.#add(runId, lines, 1);
  }

  /** What the cost centres were told of the run. */
  state(runId: string, lines: readonly LedgerLine[]): void {
    this.#add(runId, lines, -1);
  }

  #of(runId: string): Moved {
    const moved = this.#moved.get(runId) ?? { ledgerPence: 0, paidPence: 0 };
    this.#moved.set(runId, moved);
    return moved;
  }

  #add(runId: string, lines: readonly LedgerLine[], sign: 1 | -1): void {
    for (const { account, costCentre, pence } of lines) {
      this.#costs.add(`${runId}#${account} ${costCentre ?? ''}`, sign * pence);
    }
  }

  /** A run that is on its way has no file yet, and cost centres hear of it once it is sent. */
  faults(): readonly string[] {
    const sums = [...this.#moved].flatMap(([runId, { ledgerPence, paidPence }]) =>
      differing(runId, [ledgerPence, paidPence], this.#sent.get(runId)),
    );
    const silent = [...this.#sent].flatMap(([runId, sent]) =>
      this.#moved.has(runId) ? [] : differing(runId, [0], sent),
    );
    const costs = this.#costs.left
      .map(([about, pence]) => ({ about, pence, runId: about.slice(0, about.indexOf('#')) }))
      .filter(({ runId }) => this.#sent.has(runId))
      .map(({ about, pence }) => `run ${about} is out by ${pence} pence from what was spent`);
    return [...sums, ...silent, ...costs];
  }
}

function differing(
  runId: string,
  moved: readonly number[],
  sent: RunSent | undefined,
): readonly string[] {
  const said = sent ? [sent.sent.pence, sent.file?.pence ?? 0] : [];
  const all = [...moved, ...said];
  return all.every((pence) => pence === all[0])
    ? []
    : [`run ${runId} comes to ${all.join(', ')} pence in ledger, payments, total and file`];
}
