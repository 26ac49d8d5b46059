import { expect, test } from 'vitest';
import type { Reply } from '#shared/contracts/operation.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { asStaff, PayOffice } from '#test/support/pay-office.ts';

const agreementId = 'agreement0001';
const agreement: AgreementState = {
  status: 'active',
  caseId: 'case0000000001',
  partId: 'part-1',
  payee: { kind: 'self' },
  planVersion: 7,
  weeklyPence: 62_000,
  weeklyContributionPence: 0,
  isContributionProvisional: false,
  bankDetails: { event: 2, enteredBy: 'finance-1', lastDigits: '374' },
  isBankChecked: true,
  signedOn: '2026-03-02',
  startsOn: '2026-04-06',
  payStop: null,
  nextReview: '2026-10-06',
  recent: [],
};

async function activeAgreement(): Promise<PayOffice> {
  const office = new PayOffice(new MemoryTable());
  await office.activate({ agreementId, startsOn: '2026-04-06' });
  await office.ports.agreements.append(undefined, {
    id: 'event00000001',
    aggregateId: agreementId,
    type: 'agreement-activated',
    at: '2026-04-06T10:00:00.000Z',
    actor: { id: 'finance-1', role: 'finance-officer' },
    request: null,
    body: {},
    after: agreement,
  });
  return office;
}

const refusalOf = (reply: Reply) => (reply.accepted ? undefined : reply.refusal.kind);

test('a stop stands on the agreement and in what is paid, until another officer releases it', async () => {
  const office = await activeAgreement();
  const call = (id: string, by: string, body: object) =>
    office.call(id, asStaff(by, 'finance-officer', { params: { agreementId }, body }));
  const state = async () => (await office.ports.agreements.last(agreementId))?.after.payStop;

  const reason = 'The account is under query.';
  const stopped = { reason, needsMetOtherwise: 'The council arranges his calls.' };
  expect(refusalOf(await call('stop-payments', 'officer-1', stopped))).toBeUndefined();
  expect((await office.head(agreementId)).payStop).toMatchObject({ kind: 'officer' });
  expect(await state()).toBe('officer');

  expect(refusalOf(await call('release-payments', 'officer-1', { reason }))).toBe('same-person');
  expect((await office.head(agreementId)).payStop).toBeDefined();
  expect(refusalOf(await call('release-payments', 'officer-2', { reason }))).toBeUndefined();
  expect((await office.head(agreementId)).payStop).toBeUndefined();
  expect(await state()).toBeNull();
});
