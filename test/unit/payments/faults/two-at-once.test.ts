import { beforeEach, expect, test } from 'vitest';
import type { Reply } from '#shared/contracts/operation.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { asStaff, PayOffice } from '#test/support/pay-office.ts';

const agreementId = 'agreement0001';
const start = '2026-04-06';
let office: PayOffice;
let runId: string;

beforeEach(async () => {
  office = new PayOffice(new MemoryTable());
  await office.activate({ agreementId, startsOn: start });
  await office.fire('2026-03-26');
  runId = (await office.runs()).find(({ periodStart }) => periodStart === start)?.runId ?? '';
  await office.select(runId);
});

const refusals = (replies: readonly Reply[]) =>
  replies.flatMap((reply) => (reply.accepted ? [] : [reply.refusal.kind]));

test('of two people who approve a run at once one does, the other is told so, and it is paid once', async () => {
  const replies = await Promise.all([
    office.decide(runId, 'approved', 'approver-1'),
    office.decide(runId, 'approved', 'approver-2'),
  ]);
  expect(refusals(replies)).toEqual(['version-stale']);
  expect(['approver-1', 'approver-2']).toContain((await office.run(runId)).approvedBy);
  await Promise.all([office.send(runId), office.send(runId)]);
  expect(await office.payments(agreementId)).toMatchObject([{ state: 'sent', name: start }]);
});

test('where one approves a run while another rejects it, one verdict stands', async () => {
  const replies = await Promise.all([
    office.decide(runId, 'rejected', 'approver-1'),
    office.decide(runId, 'approved', 'approver-2'),
  ]);
  expect(refusals(replies)).toEqual(['version-stale']);
  const { status, approvedBy } = await office.run(runId);
  expect([status, approvedBy]).toEqual(
    status === 'approved' ? ['approved', 'approver-2'] : ['rejected', null],
  );
});

test('of two people who approve a final account at once one does, and it is paid once', async () => {
  await office.decide(runId, 'approved');
  await office.send(runId);
  office.today = '2026-04-24';
  const payStop = { kind: 'case-ended', by: 'manager-1', on: office.today } as const;
  await office.change(agreementId, { payStop });
  const params = { agreementId };
  const notice = { kind: 'notice', pence: 300_000, evidence: 'The contract: four weeks.' };
  const reason = 'She has moved to another county.';
  const account = { lastDay: '2026-04-12', lines: [notice], settledWith: 'payee', reason };
  const proposed = { params, body: account };
  await office.call('propose-final-account', asStaff('officer-1', 'finance-officer', proposed));
  const proposal = (await office.ports.agreements.last(agreementId))?.sequence;
  const body = { verdict: 'approved', comment: 'Compared with the evidence.', proposal };
  const approve = (by: string) =>
    office.call('decide-final-account', asStaff(by, 'finance-approver', { params, body }));
  const replies = await Promise.all([approve('approver-1'), approve('approver-2')]);
  expect(refusals(replies)).toEqual(['wrong-stage']);
  await office.fire('2026-04-27');
  await office.carryOutDrafts();
  await office.fire('2026-05-26');
  await office.carryOutDrafts();
  const finals = (await office.payments(agreementId)).filter(({ name }) => name === 'FINAL');
  expect(finals).toMatchObject([{ state: 'sent', amountPence: 300_000 - 21 * 8_857 - 3 }]);
});
