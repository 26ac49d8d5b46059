import { beforeEach, expect, test } from 'vitest';
import type { Reply } from '#shared/contracts/operation.ts';
import { changeTerms } from '#shared/domain/payment/change-terms.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { asStaff, PayOffice } from '#test/support/pay-office.ts';

const agreementId = 'agreement0001';
const params = { agreementId };
const reason = 'As it was agreed with him.';
let office: PayOffice;

beforeEach(async () => {
  office = new PayOffice(new MemoryTable());
  await office.activate({ agreementId, startsOn: '2026-04-06' });
  await office.fire('2026-03-26');
  await office.carryOutDrafts();
});

const refusalOf = (reply: Reply) => (reply.accepted ? undefined : reply.refusal.kind);

/** What the run of May says to somebody who approves it. */
async function approvalBy(person: string): Promise<string | undefined> {
  await office.fire('2026-04-27');
  const runId = (await office.runs())[0]?.runId ?? '';
  await office.select(runId);
  return refusalOf(await office.decide(runId, 'approved', person));
}

test('whoever ended a pause early does not approve the run that pays more for it', async () => {
  office.today = '2026-04-10';
  const needs = { are: 'not-arising', why: reason };
  const pause = { from: '2026-04-13', to: '2026-05-20', cause: 'holiday', reason, needs };
  const paused = asStaff('officer-1', 'finance-officer', {
    params,
    body: pause,
    key: 'pause-of-april-01',
  });
  expect(refusalOf(await office.call('pause-payments', paused))).toBeUndefined();
  const body = { on: '2026-04-20', reason };
  const restarted = asStaff('officer-2', 'finance-officer', { params, body });
  expect(refusalOf(await office.call('restart-payments', restarted))).toBeUndefined();
  expect(await approvalBy('officer-2')).toBe('same-person');
});

test('whoever brought an agreement up to new terms does not approve the run that pays them', async () => {
  const terms = {
    weeklyPence: 70_000,
    weeklyContributionPence: 0,
    isContributionProvisional: false,
  };
  const by = 'finance-2';
  const common = { costs: undefined, accountEvent: 1, oneOffs: [], event: 2, by };
  const read = await office.head(agreementId);
  await office.change(agreementId, changeTerms(read, { ...common, terms, from: '2026-05-04' }));
  expect(await approvalBy(by)).toBe('same-person');
});

test('whoever proposed a final account does not approve the run that pays it', async () => {
  office.today = '2026-04-24';
  const payStop = { kind: 'case-ended', by: 'manager-1', on: office.today } as const;
  await office.change(agreementId, { payStop });
  const lines = [{ kind: 'notice', pence: 300_000, evidence: 'The contract: four weeks.' }];
  const account = { lastDay: '2026-04-12', lines, settledWith: 'payee', reason };
  const proposed = asStaff('officer-1', 'finance-officer', { params, body: account });
  expect(refusalOf(await office.call('propose-final-account', proposed))).toBeUndefined();
  const proposal = (await office.ports.agreements.last(agreementId))?.sequence;
  const body = { verdict: 'approved', comment: 'Compared with the evidence.', proposal };
  const decided = asStaff('approver-1', 'finance-approver', { params, body });
  expect(refusalOf(await office.call('decide-final-account', decided))).toBeUndefined();
  expect(await approvalBy('officer-1')).toBe('same-person');
});
