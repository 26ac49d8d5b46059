import { beforeEach, expect, test } from 'vitest';
import { newOrderWrites } from '#functions/orders/order-writes.ts';
import { bringDeath } from '#functions/people/death/bring-death.ts';
import { peopleRoutes } from '#functions/people/routes.ts';
import { OrderState } from '#shared/domain/order/order-state.ts';
import { newHead } from '#shared/domain/payment/agreement-head.ts';
import { letterWrite } from '#shared/stores/front-door/letter-store.ts';
import { orderLog, ordersOfCase } from '#shared/stores/money/orders/order-store.ts';
import { findHeads, newHeadWrite } from '#shared/stores/money/payments/agreement-head-store.ts';
import { personCaseWrite } from '#shared/stores/people/person-store.ts';
import { eligible, referred, withLiveSupport } from '#test/support/case-states.ts';
import { WatchedTable } from '#test/support/faults/watched-table.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { Office } from '#test/support/office.ts';
import { register } from '#test/support/people.ts';

// Forty service orders of every kind, four agreements and fifty letters, all of one person.

const adviser = { id: 'adviser-1', role: 'adviser' } as const;
const manager = { id: 'manager-1', role: 'team-manager' } as const;
const { personId } = referred();
const ofPerson = { params: { personId } };
const caseId = 'case00000001';
const agreements = ['agreement001', 'agreement002', 'agreement003', 'agreement004'];
const died = { diedOn: '2026-07-06', source: 'The ward called.', proof: 'reported' };
const reason = { reason: 'It was her neighbour.' };
const at = '2026-01-05T10:00:00.000Z';
const startsOn = '2026-01-05';

let table: MemoryTable;
let office: Office;
beforeEach(async () => {
  table = new MemoryTable();
  office = new Office(peopleRoutes, undefined, table);
  await register(office.ports, personId);
  await office.seed(caseId, { ...withLiveSupport(eligible()), agreements });
  await table.write([personCaseWrite(personId, caseId, '2026-01-01')]);
  for (const agreementId of agreements) {
    const terms = { weeklyPence: 20_000, weeklyContributionPence: 0, startsOn };
    const head = { agreementId, caseId, ...terms, oneOffs: [], activatedBy: 'finance-9' };
    await table.write([newHeadWrite(newHead(head))]);
  }
  for (let place = 0; place < 40; place += 1) await order(place);
  for (let event = 1; event <= 50; event += 1) await letter(event);
});

/** Two in four are paid for what was delivered, one is a fund that is paid ahead, and one has not begun. */
async function order(place: number): Promise<void> {
  const hasBegun = place % 4 !== 3;
  const firstDay = hasBegun ? startsOn : null;
  const hour = { unit: 'hour', unitsHundredths: 1_000, unitPence: 2_000 } as const;
  const state = OrderState.parse({
    status: hasBegun ? 'started' : 'ordered',
    ...{ caseId, partId: 'care', planVersion: 2 },
    ...{ providerId: 'provider00000001', providerName: 'Riverside' },
    paid: place % 4 === 2 ? 'in-advance' : 'on-actuals',
    lines: [{ lineId: 'care', kind: 'weekly', ...hour, pence: 20_000, firstDay }],
    ...{ weeklyPence: 20_000, oneOffPence: 0, costs: { 'older-people': 20_000 } },
    ...{ startsOn, startedOn: firstDay, lastDay: null, retainer: null },
    ...{ periods: [], waiting: null, recent: [] },
  });
  const about = { caseId, event: 2, actor: adviser, at };
  await table.write(newOrderWrites([{ name: String(place), order: state }], about, table));
}

async function letter(event: number): Promise<void> {
  const letterId = `${String(event).padStart(9, '0')}supportstarted`;
  const about = { letterId, letter: 'support-started', version: '1', event, language: 'en' };
  const byHand = { status: 'by-hand', why: 'no-address', format: 'standard' } as const;
  const record = { ...about, ...byHand, tries: [], reader: null };
  const task = { pk: `CASE#${caseId}`, sk: `DESK#send-letter#${letterId}`, schema: 1 };
  await table.write([letterWrite(caseId, record, undefined), { put: task }]);
}

async function say(who: typeof adviser | typeof manager, operation: string, body: object) {
  const reply = await office.asStaff(who, operation, { ...ofPerson, body });
  if (!reply.accepted) throw new Error(reply.refusal.detail);
}
async function states() {
  const orders = await ordersOfCase(table, caseId);
  const lasts = await Promise.all(orders.map(({ orderId }) => orderLog(table).last(orderId)));
  return lasts.flatMap((last) => (last ? [last.after] : []));
}
async function stops() {
  const orders = await ordersOfCase(table, caseId);
  const ids = [...agreements, ...orders.map(({ orderId }) => orderId)];
  return (await findHeads(table, ids)).map(({ payStop }) => payStop?.kind);
}
const waitingLetters = () =>
  table.items.filter(({ pk, status }) => pk === `SENT#${caseId}` && status === 'by-hand');

test('A death stops all that is paid with its note, and every order and letter follows', async () => {
  await say(adviser, 'record-death', died);
  await bringDeath(personId, office.ports);
  expect(await stops()).toEqual(Array.from({ length: 34 }, () => 'death'));
  expect((await states()).map(({ diedOn }) => diedOn)).toEqual(Array(40).fill('2026-07-06'));
  expect(waitingLetters()).toEqual([]);
});

test('A death that is brought again changes nothing', async () => {
  await say(adviser, 'record-death', died);
  await bringDeath(personId, office.ports);
  const before = [...table.items];
  await bringDeath(personId, office.ports);
  expect(table.items).toEqual(before);
});

test('A death in error lets everything go on', async () => {
  await say(adviser, 'record-death', died);
  await bringDeath(personId, office.ports);
  await say(adviser, 'ask-to-reverse-death', reason);
  await say(manager, 'reverse-death', reason);
  await bringDeath(personId, office.ports);
  expect((await states()).map(({ diedOn }) => diedOn)).toEqual(Array(40).fill(undefined));
  const reversed = Array.from({ length: 4 }, () => 'death-reversed');
  expect(await stops()).toEqual([...reversed, ...Array(30).fill(undefined)]);
});

const killed = 'the process was killed';
const killedBefore = (place: number) =>
  new WatchedTable(table, async (request) => {
    if (request === place) throw new Error(killed);
  });

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 60, 110, 130])(
  'Killed before its request %i and brought again, it comes to the same, and nothing is paid in between',
  async (place) => {
    await say(adviser, 'record-death', died);
    const { ports } = new Office(peopleRoutes, undefined, killedBefore(place));
    await expect(bringDeath(personId, ports)).rejects.toThrow(killed);
    const noted = (await office.ports.cases.last(caseId))?.after.death?.status;
    const all = await stops();
    expect(all.every((kind) => kind === (noted === 'stands' ? 'death' : undefined))).toBe(true);
    await bringDeath(personId, office.ports);
    expect(new Set(await stops())).toEqual(new Set(['death']));
    expect((await states()).every(({ diedOn }) => diedOn === '2026-07-06')).toBe(true);
    expect(waitingLetters()).toEqual([]);
  },
);

test('Of more than a transaction holds, everything is stopped before the case says so', async () => {
  for (let place = 40; place < 160; place += 1) await order(place * 4);
  await say(adviser, 'record-death', died);
  await bringDeath(personId, office.ports);
  expect(await stops()).toEqual(Array.from({ length: 154 }, () => 'death'));
});
