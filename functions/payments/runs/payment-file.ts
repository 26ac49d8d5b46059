import type { Council } from '#shared/council/schema.ts';
import { type Credit, paymentFile } from '#shared/domain/bacs/payment-file.ts';
import { type CivilDate, daysBetween } from '#shared/domain/calendar/civil-date.ts';
import { referenceOf } from '#shared/domain/payment/remittance.ts';
import type { RunState, SentFile } from '#shared/domain/run/run-state.ts';
import type { SentPayment } from '#shared/stores/money/payments/payment-store.ts';
import { sha256 } from '#shared/stores/table/digest.ts';

export interface DrawnUp {
  readonly text: string;
  readonly about: SentFile;
}

interface AboutFile {
  readonly runId: string;
  readonly run: RunState;
  readonly createdOn: CivilDate;
  readonly originator: Council['payingAccount'];
  /** The day on which Bacs worked, of a file that was sent. */
  readonly processedOn?: CivilDate | undefined;
}

/** Draws up the file of a run from the payments that it sent, as they were frozen: the same bytes whenever
 * it is asked for. Nothing where no money was sent. Throws for what Bacs cannot take, which is refused long
 * before, when an account or a plan is entered. */
export function drawUpFile(
  sent: readonly SentPayment[],
  { runId, run, createdOn, originator, processedOn }: AboutFile,
): DrawnUp | undefined {
  // What is contributed in full leaves nothing to pay, and Bacs takes no payment of nothing.
  const payments = sent.filter(({ amountPence }) => amountPence > 0);
  if (payments.length === 0) return undefined;
  const file = paymentFile({
    originator,
    serial: serialOf(run),
    createdOn,
    payOn: run.payOn,
    processedOn,
    credits: payments.map(creditOf),
  });
  if (!file.accepted) {
    const { detail, pointer } = file.refusal;
    throw new Error(`the file of run ${runId} cannot be drawn up: ${detail} ${pointer ?? ''}`);
  }
  const { text, count, pence } = file.value;
  const rewritten = [
    ...new Set(file.value.rewritten.flatMap((index) => payments[index]?.agreementId ?? [])),
  ];
  const settled = { createdOn, originator, processedOn: file.value.processedOn };
  return { text, about: { ...settled, sha256: sha256(text), count, pence, rewritten } };
}

function creditOf({ account, amountPence, ...payment }: SentPayment): Credit {
  return { ...account, reference: referenceOf(payment), pence: amountPence };
}

/** Six digits that no other run's file has: the days since 1970, of the period or of the day on which
 * finance asked for the run. */
function serialOf({ periodStart, asked }: RunState): string {
  const days = daysBetween('1970-01-01', asked?.on ?? periodStart);
  return `${asked ? 5 : 0}${String(days).padStart(5, '0')}`;
}
