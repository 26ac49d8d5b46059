import { expect, test } from 'vitest';
import { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { newHead } from '#shared/domain/payment/agreement-head.ts';
import { LivePlan } from '#shared/domain/plan/plan-state.ts';
import { findHead, newHeadWrite } from '#shared/stores/money/payments/agreement-head-store.ts';
import { incomePence, UpratingOffice, weeklyPence } from '#test/support/uprating-office.ts';

const { before, after } = weeklyPence;
const caseId = 'casenetpayment01';
const agreementId = 'agreementnet0001';
const startedOn = '2025-11-03';

const terms = {
  weeklyPence: 50_000,
  weeklyContributionPence: before,
  isContributionProvisional: false,
};

const agreement = AgreementState.parse({
  ...terms,
  status: 'active',
  caseId,
  partId: 'direct',
  payee: { kind: 'self' },
  planVersion: 2,
  bankDetails: { event: 1, enteredBy: 'finance-1', lastDigits: '491' },
  isBankChecked: true,
  signedOn: startedOn,
  startsOn: startedOn,
  nextReview: '2026-05-03',
  payStop: null,
  recent: [],
});

const live = LivePlan.parse({
  planVersion: 2,
  startedOn,
  weeklyPence: 50_000,
  parts: [
    {
      id: 'direct',
      holding: 'direct-payment',
      weeklyPence: 50_000,
      chargeableWeeklyPence: 50_000,
      oneOffPence: 0,
      contribution: 'net',
      payee: { kind: 'self' },
      agreementId,
      startedOn,
    },
  ],
  practitionerKeyBy: 'practitioner-1',
  budgetKeyBy: 'budget-manager-1',
});

/** Somebody who is paid directly, less what they are charged. */
async function paidDirectly(others: Partial<AgreementState> = {}): Promise<UpratingOffice> {
  const office = new UpratingOffice();
  await office.charged(caseId, incomePence);
  await office.change(caseId, 'support-started', (state) => ({
    ...state,
    live,
    agreements: [agreementId],
  }));
  const head = newHead({
    agreementId,
    caseId,
    weeklyPence: 50_000,
    weeklyContributionPence: before,
    startsOn: startedOn,
    oneOffs: [],
    accountEvent: 1,
    activatedBy: 'finance-3',
  });
  const event = {
    id: 'agreement-active',
    aggregateId: agreementId,
    type: 'agreement-activated',
    at: `${startedOn}T10:00:00.000Z`,
    actor: { id: 'finance-3', role: 'finance-officer' },
    request: null,
    body: {},
    after: { ...agreement, ...others },
  };
  await office.ports.agreements.append(undefined, event, [newHeadWrite(head)]);
  return office;
}

const headOf = (office: UpratingOffice) => findHead(office.table, agreementId);

test('What is paid directly takes the new charge off from the day on which it is written', async () => {
  const office = await paidDirectly();
  await office.committed();
  expect(await headOf(office)).toMatchObject({ weeklyContributionPence: before });
  await office.work();
  expect(await headOf(office)).toMatchObject({
    weeklyContributionPence: after,
    activatedBy: 'finance-3',
    revision: 2,
  });
  expect(await office.ports.agreements.last(agreementId)).toMatchObject({
    type: 'agreement-changed',
    after: { weeklyContributionPence: after, status: 'active' },
    body: { from: '2026-04-06' },
  });
});

test.each<[string, Partial<AgreementState>]>([
  ['waits for a changed plan', { planVersion: 1 }],
  ['is suspended', { status: 'suspended' }],
  ['takes off a provisional charge', { isContributionProvisional: true }],
])('What is paid directly is left to finance where it %s', async (_, others) => {
  const office = await paidDirectly(others);
  await office.committed();
  await office.work();
  expect(await office.pays(caseId)).toBe(after);
  expect(await headOf(office)).toMatchObject({ weeklyContributionPence: before, revision: 1 });
});

test('What is paid directly follows once, wherever the work was killed', async () => {
  let isKilled = true;
  for (let call = 1; isKilled; call += 1) {
    const office = await paidDirectly();
    await office.committed();
    isKilled = await office.workKilledAt(call);
    expect(isKilled || call > 15, 'it was killed at each of its calls').toBe(true);
    expect(await headOf(office), `call ${call}`).toMatchObject({
      weeklyContributionPence: after,
      revision: 2,
    });
  }
});
