import * as z from 'zod';
import { Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { addUpLines, LedgerLine } from '#shared/domain/ledger/ledger-entry.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { spentByRun } from '#shared/stores/money/cost-centres/spent-store.ts';
import { everyEntryOf } from '#shared/stores/money/ledger/ledger-store.ts';
import { RunParams, runReaders } from '../payments/runs/change-run.ts';
import { AgreementParams } from '../personal-budget/change-agreement.ts';
import type { Ports } from '../ports.ts';

const tag = 'Ledger';

export const readAgreementBalances = staffOperation({
  id: 'read-agreement-balances',
  method: 'GET',
  path: '/agreements/{agreementId}/balances',
  tag,
  roles: runReaders,
  summary: 'What all entries of an agreement add up to, by account and cost centre',
  params: AgreementParams,
  query: NoQuery,
  answer: z
    .strictObject({ agreementId: Id, balances: z.array(LedgerLine) })
    .meta({ id: 'AgreementBalances' }),
  async handle({ params }, { table, agreements }: Pick<Ports, 'table' | 'agreements'>) {
    const { agreementId } = params;
    const entries = await everyEntryOf(table, agreementId);
    if (entries.length === 0 && !(await agreements.last(agreementId))) {
      return refuse('not-found', 'There is no such agreement.');
    }
    const balances = [...addUpLines(entries.flatMap(({ lines }) => lines))];
    return accept({ status: 200, body: { agreementId, balances } });
  },
});

export const readRunBalances = staffOperation({
  id: 'read-run-balances',
  method: 'GET',
  path: '/payment-runs/{runId}/balances',
  tag,
  roles: runReaders,
  summary: 'What the entries of a run that was sent add up to, by account and cost centre',
  params: RunParams,
  query: NoQuery,
  answer: z
    .strictObject({ runId: Id, balances: z.array(LedgerLine) })
    .meta({ id: 'PaymentRunBalances' }),
  async handle({ params }, { table, runs }: Pick<Ports, 'table' | 'runs'>) {
    const { runId } = params;
    const run = await runs.last(runId);
    if (!run) return refuse('not-found', 'There is no such payment run.');
    const { status, payOn } = run.after;
    const spent = await spentByRun(table, runId, payOn);
    if (!spent) return refuse('wrong-stage', `Only a run that was sent has entries: ${status}.`);
    return accept({ status: 200, body: { runId, balances: spent.lines } });
  },
});
