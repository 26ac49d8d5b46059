import * as z from 'zod';
import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { entryOfPayment } from '#shared/domain/ledger/entry-of-payment.ts';
import { journalCsv } from '#shared/domain/ledger/journal.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import type { RunState } from '#shared/domain/run/run-state.ts';
import { sentPaymentsOf } from '#shared/stores/money/runs/run-batches.ts';
import type { Ports } from '../../ports.ts';
import { RunParams } from './change-run.ts';
import { drawUpFile } from './payment-file.ts';

const roles = ['finance-officer', 'finance-approver'] as const;

export const readBacsFile = staffOperation({
  id: 'read-bacs-file',
  method: 'GET',
  path: '/payment-runs/{runId}/bacs-file',
  tag: 'Payments',
  roles,
  summary:
    'The payment file of a run that was sent, in Bacs Standard 18: the same bytes every time',
  params: RunParams,
  query: NoQuery,
  answer: z.string().meta({ description: 'Labels of 80 characters and records of 100' }),
  answerType: 'text/plain',
  async handle({ params }, ports: Pick<Ports, 'table' | 'runs' | 'council'>) {
    const run = await ports.runs.last(params.runId);
    if (!run) return refuse('not-found', 'There is no such payment run.');
    if (run.after.status !== 'sent') return notSent(run.after.status);
    const sent = run.after.file;
    if (!sent) return refuse('not-found', 'The run paid nobody, and has no file.');
    const { runId } = params;
    const { createdOn, processedOn, originator = ports.council.payingAccount } = sent;
    const about = { runId, run: run.after, createdOn, processedOn, originator };
    const file = drawUpFile(await sentPaymentsOf(ports.table, runId), about);
    if (file?.about.sha256 !== sent.sha256) {
      throw new Error(`the file of run ${params.runId} is not the one that was sent`);
    }
    const name = `bacs-${fileDate(run.after)}.txt`;
    return accept({ status: 200, file: { text: file.text, type: 'text/plain', name } });
  },
});

export const readRunJournal = staffOperation({
  id: 'read-run-journal',
  method: 'GET',
  path: '/payment-runs/{runId}/journal',
  tag: 'Payments',
  roles,
  summary: 'What a run that was sent means for the general ledger, by account and cost centre',
  params: RunParams,
  query: NoQuery,
  answer: z.string().meta({ description: 'A table of values with commas between them' }),
  answerType: 'text/csv',
  async handle({ params }, { runs, table }: Pick<Ports, 'table' | 'runs'>) {
    const run = await runs.last(params.runId);
    if (!run) return refuse('not-found', 'There is no such payment run.');
    if (run.after.status !== 'sent') return notSent(run.after.status);
    const payments = await sentPaymentsOf(table, params.runId);
    const entries = payments.flatMap((payment) => entryOfPayment(payment.name, payment) ?? []);
    const text = journalCsv(entries, { on: run.after.payOn, reference: params.runId });
    const name = `journal-${fileDate(run.after)}.csv`;
    return accept({ status: 200, file: { text, type: 'text/csv', name } });
  },
});

function fileDate({ periodStart, asked }: RunState): string {
  return asked ? `${periodStart}-asked-${asked.on}` : periodStart;
}

function notSent(status: RunState['status']) {
  if (status === 'empty') return refuse('not-found', 'The run paid nobody, and has no file.');
  return refuse('wrong-stage', `Only a run that was sent has a file; this one is ${status}.`);
}
