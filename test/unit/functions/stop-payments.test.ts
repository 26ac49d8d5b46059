import { expect, test } from 'vitest';
import { changeCase } from '#functions/cases/change-case.ts';
import { makeStores } from '#functions/make-ports.ts';
import type { CaseDecision } from '#shared/domain/case/change.ts';
import { CaseClosure, closeCase } from '#shared/domain/case/ending/close-case.ts';
import { offerCarerAssessment } from '#shared/domain/case/offer-carer-assessment.ts';
import { newHead } from '#shared/domain/payment/agreement-head.ts';
import { findHead, newHeadWrite } from '#shared/stores/money/payments/agreement-head-store.ts';
import { eligible, withLiveSupport } from '#test/support/case-states.ts';
import { MemoryTable } from '#test/support/memory-table.ts';

const caseId = 'case00000001';
const agreementId = 'agreement001';

/** A case whose live support is paid to one agreement. */
async function payingCase() {
  const table = new MemoryTable();
  const stores = makeStores(table);
  await stores.cases.append(undefined, {
    id: caseId,
    aggregateId: caseId,
    type: 'support-started',
    at: '2026-01-05T09:00:00.000Z',
    actor: { id: 'practitioner-1', role: 'practitioner' },
    request: null,
    body: {},
    after: { ...withLiveSupport(eligible()), agreements: [agreementId] },
  });
  const head = newHead({
    agreementId,
    caseId,
    weeklyPence: 20_000,
    weeklyContributionPence: 0,
    startsOn: '2026-01-05',
    oneOffs: [],
    activatedBy: 'finance-1',
  });
  await table.write([newHeadWrite(head)]);
  const system = { now: () => '2026-07-20T22:30:00.000Z', newId: () => 'request-1' };
  const ports = { ...stores, system };
  const carryOut = (decide: Parameters<typeof changeCase>[2]) =>
    changeCase(
      {
        caller: { kind: 'staff', id: 'manager-1', roles: ['team-manager'], teams: [] },
        actingAs: 'team-manager',
        params: { caseId },
        body: {},
        ifMatch: undefined,
        idempotencyKey: undefined,
        scope: ['test', 'staff:manager-1'],
      },
      ports,
      decide,
    );
  return { table, carryOut };
}

const closure = CaseClosure.parse({
  outcome: 'nfa-deceased',
  reason: 'He died in hospital.',
  death: { diedOn: '2026-07-19', source: 'The ward', proof: 'confirmed-by-professional' },
  supportEndedOn: '2026-07-19',
});

test('a recorded death stops the direct payment in the same transaction', async () => {
  const { table, carryOut } = await payingCase();
  const reply = await carryOut((state, moment): CaseDecision => closeCase(state, closure, moment));
  expect(reply.accepted).toBe(true);
  expect((await findHead(table, agreementId))?.payStop).toEqual({
    kind: 'case-ended',
    by: 'manager-1',
    on: '2026-07-20',
  });
});

test('a command that leaves the case open stops no payment', async () => {
  const { table, carryOut } = await payingCase();
  const offer = {
    carerName: 'A Wife',
    relationship: 'wife',
    how: 'phone',
    answer: 'declined',
  } as const;
  await carryOut((state, moment) => offerCarerAssessment(state, offer, moment));
  expect((await findHead(table, agreementId))?.payStop).toBeUndefined();
});
