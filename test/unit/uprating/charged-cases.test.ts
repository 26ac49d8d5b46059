import { expect, test } from 'vitest';
import { keepChargedCase } from '#functions/uprating/keep-charged-case.ts';
import { listCharged } from '#shared/stores/money/charges/charged-case-store.ts';
import { chargedShards } from '#shared/stores/table/keys.ts';
import { incomePence, UpratingOffice } from '#test/support/uprating-office.ts';

const caseId = 'casecharged00001';

async function charged(office: UpratingOffice) {
  const shards = Array.from({ length: chargedShards }, (_, shard) => shard);
  const pages = await Promise.all(
    shards.map((shard) => listCharged(office.table, { shard, limit: 10, startAfter: undefined })),
  );
  return pages.flatMap(({ cases }) => cases);
}

test('A case is charged from its first charge on, by the newest one', async () => {
  const office = new UpratingOffice();
  await office.charged(caseId, incomePence);
  expect(await charged(office)).toEqual([{ caseId, finances: 2 }]);
  await office.assess(caseId, incomePence + 100);
  expect(await charged(office)).toEqual([{ caseId, finances: 3 }]);
});

test('A case is charged by its newest charge, also where events come late or twice', async () => {
  const office = new UpratingOffice();
  await office.charged(caseId, incomePence);
  const first = await office.last(caseId);
  await office.assess(caseId, incomePence + 100);
  await keepChargedCase(first, office.ports);
  await keepChargedCase(await office.last(caseId), office.ports);
  expect(await charged(office)).toEqual([{ caseId, finances: 3 }]);
});

test('A case is not charged once it has ended, although its charge comes late', async () => {
  const office = new UpratingOffice();
  await office.charged(caseId, incomePence);
  const assessed = await office.last(caseId);
  await office.change(caseId, 'case-closed', (state) => ({
    ...state,
    status: 'closed',
    closedOn: '2025-12-01',
    outcome: 'nfa-other',
  }));
  await keepChargedCase(assessed, office.ports);
  expect(await charged(office)).toEqual([]);
});

test('What does not touch the charge of a case writes nothing but itself', async () => {
  const office = new UpratingOffice();
  await office.charged(caseId, incomePence);
  const before = office.table.items.length;
  await office.change(caseId, 'priority-changed', (state) => state);
  expect(office.table.items.length).toBe(before + 1);
});
