import { changedHeadWrite } from '#shared/stores/money/payments/agreement-head-store.ts';
import type { Table } from '#shared/stores/table/table.ts';
import type { MemoryTable } from '#test/support/memory-table.ts';
import { OrderOffice } from '#test/support/order-office.ts';
import { account, asStaff, PayOffice } from '#test/support/pay-office.ts';

const start = '2026-07-27';
const next = '2026-08-24';
const firedOn = '2026-08-17';
const costs = { 'older-people': 3, 'mental-health': 1 };
const reason = 'As it was agreed with the person.';

/** Agreements by what the run does with them. */
export const agreements = {
  buysOnce: 'agreement0001',
  fromBefore: 'agreement0002',
  stoppedMeanwhile: 'agreement0003',
  contributesAll: 'agreement0004',
  settled: 'agreement0005',
  cameBack: 'agreement0006',
  heldBefore: 'agreement0007',
  leftOut: 'agreement0008',
} as const;

/** A council on the day on which its run is to be drafted: whom it pays is of every kind that there is, an
 * order of a provider among them. */
export async function beforeTheRun(): Promise<MemoryTable> {
  const office = new OrderOffice();
  const orderId = await office.untilStarted();
  const { pay, table } = office;
  const usual = { startsOn: start, costs };
  const oneOffs = [{ id: 'plan-1', pence: 45_000 }];
  for (const agreementId of [agreements.settled, agreements.cameBack, agreements.heldBefore])
    await pay.activate({ agreementId, ...usual });
  await payFirst(pay);
  await pay.activate({ agreementId: agreements.buysOnce, ...usual, oneOffs });
  await pay.activate({ agreementId: agreements.fromBefore, startsOn: '2026-06-12', costs });
  await pay.activate({ agreementId: agreements.stoppedMeanwhile, startsOn: start });
  const all = { weeklyPence: 9_000, weeklyContributionPence: 9_000 };
  await pay.activate({ agreementId: agreements.contributesAll, startsOn: start, ...all });
  await pay.activate({ agreementId: agreements.leftOut, startsOn: start });
  office.today = '2026-08-10';
  await office.deliver(orderId, '2026-06-29', [200, 100]);
  await settle(pay);
  await comesBack(pay);
  await stop(pay, agreements.leftOut);
  return table;
}

/** The first run, in which one payment is withheld until later. */
async function payFirst(pay: PayOffice): Promise<void> {
  await pay.fire('2026-07-21');
  const runId = (await pay.runs())[0]?.runId ?? '';
  await pay.select(runId);
  await pay.decide(runId, 'approved');
  await stop(pay, agreements.heldBefore);
  await pay.send(runId);
  await pay.change(agreements.heldBefore, {});
  for (const { runId: other, status } of await pay.runs())
    if (status === 'draft') await pay.carryOut(other);
}

export async function stop(pay: PayOffice, agreementId: string): Promise<void> {
  const head = await pay.head(agreementId);
  if (head.payStop) return;
  const payStop = { kind: 'officer', by: 'officer-1', on: pay.today } as const;
  await pay.table.write([changedHeadWrite(head, { payStop })]);
}

async function settle(pay: PayOffice): Promise<void> {
  const agreementId = agreements.settled;
  await stop(pay, agreementId);
  const params = { agreementId };
  const lines = [{ kind: 'notice', pence: 300_000, evidence: 'The contract: four weeks.' }];
  const final = { lastDay: '2026-08-09', lines, settledWith: 'payee', reason };
  await does(
    pay,
    'propose-final-account',
    asStaff('a', 'finance-officer', { params, body: final }),
  );
  const proposal = (await pay.ports.agreements.last(agreementId))?.sequence;
  const body = { verdict: 'approved', comment: reason, proposal };
  await does(pay, 'decide-final-account', asStaff('b', 'finance-approver', { params, body }));
}

async function comesBack(pay: PayOffice): Promise<void> {
  const params = { agreementId: agreements.cameBack };
  const by = (id: string, body: object, more: object = {}) =>
    asStaff(id, 'finance-officer', { params: { ...params, ...more }, body });
  await does(pay, 'return-payment', by('a', { on: '2026-08-03', reason: 'B' }, { name: start }));
  const another = { ...account, sortCode: '107999', accountNumber: '88837491' };
  await does(pay, 'record-bank-details', by('a', another));
  await does(pay, 'check-bank-details', by('b', { isConfirmed: true, how: reason }));
}

async function does(pay: PayOffice, ...asked: Parameters<PayOffice['call']>): Promise<void> {
  const reply = await pay.call(...asked);
  if (!reply.accepted) throw new Error(`${asked[0]}: ${reply.refusal.detail}`);
}

async function runIdOf(office: PayOffice): Promise<string> {
  return (await office.runs()).find(({ periodStart }) => periodStart === next)?.runId ?? '';
}

/** A whole run, from the schedule to the bank: everything is called, whatever has been done already. */
export async function carryOut(table: Table, others: Table): Promise<void> {
  const office = new PayOffice(table);
  await office.fire(firedOn);
  const runId = await runIdOf(office);
  await office.select(runId);
  if ((await office.run(runId)).status === 'awaiting-approval')
    await office.decide(runId, 'approved');
  // Somebody else stops an agreement while the run is on its way.
  const somebody = new PayOffice(others);
  somebody.today = firedOn;
  await stop(somebody, agreements.stoppedMeanwhile);
  await office.send(runId);
}

/** What the bank and the finance system get of it. */
export async function filesOf(table: MemoryTable): Promise<readonly (string | undefined)[]> {
  const office = new PayOffice(table);
  const params = { runId: await runIdOf(office) };
  const files = ['read-bacs-file', 'read-run-journal'].map(async (id) => {
    const reply = await office.call(id, asStaff('officer-1', 'finance-officer', { params }));
    if (!reply.accepted) throw new Error(reply.refusal.detail);
    return reply.value.file?.text;
  });
  return Promise.all(files);
}

/** The payments of a table by what became of them. */
export function paymentsByState({ items }: MemoryTable): Readonly<Record<string, string[]>> {
  const payments = items.flatMap(({ pk, sk, state }) => {
    if (!sk.startsWith('PAYMENT#')) return [];
    const whose = /agreement\d+/.exec(pk)?.[0] ?? 'order';
    return [{ state: String(state), about: `${whose} ${sk.slice('PAYMENT#'.length)}` }];
  });
  const states = [...new Set(payments.map(({ state }) => state))];
  return Object.fromEntries(
    states.map((state) => [
      state,
      payments.flatMap((each) => (each.state === state ? [each.about] : [])).toSorted(),
    ]),
  );
}
