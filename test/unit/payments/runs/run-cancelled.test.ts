import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Reply } from '#shared/contracts/operation.ts';
import { RunTotals } from '#shared/domain/run/run-change.ts';
import { paymentShard } from '#shared/stores/money/payments/agreement-head-store.ts';
import type { Table } from '#shared/stores/table/table.ts';
import { bytesOf, tableOf, WatchedTable } from '#test/support/faults/watched-table.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { asStaff, PayOffice } from '#test/support/pay-office.ts';

const start = '2026-04-06';
// Enough of them that some stand in one part of the run; the second is owed several payments.
const ids = Array.from({ length: 20 }, (_, each) => `agreement00${each + 10}`);
const [first = '', second = ''] = ids;
const pence = 248_000;
const View = z.looseObject({
  isComplete: z.boolean(),
  status: z.string(),
  totals: z.record(z.string(), RunTotals),
});
const LeftOut = z.looseObject({
  entries: z.array(z.looseObject({ agreementId: z.string(), reason: z.string() })),
});
let table: MemoryTable;
let office: PayOffice;
let runId: string;

beforeEach(async () => {
  table = new MemoryTable();
  office = new PayOffice(table);
  const oneOffs = [
    { id: 'plan-1', pence: 5_000 },
    { id: 'plan-2', pence: 7_000 },
  ];
  for (const agreementId of ids) {
    await office.activate({
      agreementId,
      startsOn: start,
      ...(agreementId === second && { oneOffs }),
    });
  }
  await office.fire('2026-03-26');
  runId = (await office.runs()).find(({ periodStart }) => periodStart === start)?.runId ?? '';
  await office.select(runId);
});

const bodyOf = (reply: Reply) => {
  if (!reply.accepted) throw new Error(reply.refusal.detail);
  return reply.value.body;
};
const ask = async (id: string, body?: object) =>
  office.call(
    id,
    asStaff('officer-1', 'finance-officer', {
      params: { runId },
      query: {},
      ...(body && { body, version: await office.version(runId) }),
    }),
  );
const cancel = () => ask('cancel-payment-run', { reason: 'Prepared under the wrong terms.' });
const seen = async () => View.parse(bodyOf(await ask('read-payment-run')));
const wrongStage = { accepted: false, refusal: { kind: 'wrong-stage' } };
const all = { count: 22, pence: 20 * pence + 12_000 };
const none = { count: 0, pence: 0 };

describe('a run that is cancelled', () => {
  beforeEach(async () => {
    await office.decide(runId, 'rejected');
  });

  test('gives up each of its payments, says so, and ends', async () => {
    expect(bodyOf(await cancel())).toMatchObject({ status: 'cancelling' });
    expect(await seen()).toMatchObject({ isComplete: false });
    await office.select(runId);
    expect(await seen()).toMatchObject({
      status: 'cancelled',
      isComplete: true,
      totals: { due: none, withheld: all, sent: none, wouldBeWithheld: none },
    });
    expect((await office.run(runId)).workflow.running).toEqual([]);
    const listed = (await office.runs()).find((run) => run.runId === runId);
    expect(listed?.status).toBe('cancelled');
    const page = asStaff('officer-1', 'finance-officer', {
      params: { runId },
      query: { limit: '100' },
    });
    const { entries } = LeftOut.parse(bodyOf(await office.call('list-run-left-out', page)));
    expect(entries.map(({ reason }) => reason)).toEqual(
      Array.from({ length: 22 }, () => 'run-cancelled'),
    );
    const states = (await office.payments(second)).map(({ name, state }) => `${name} ${state}`);
    expect(states.toSorted()).toEqual([
      '2026-04-06 withheld',
      'ONCE#plan-1 withheld',
      'ONCE#plan-2 withheld',
    ]);
  });

  test('is followed by the next run, which pays each of them once', async () => {
    bodyOf(await cancel());
    await office.select(runId);
    await office.fire('2026-04-27');
    await office.carryOutDrafts();
    const [next] = await office.runs();
    const { file } = await office.run(next?.runId ?? '');
    expect(file).toMatchObject({ count: 42, pence: 40 * pence + 12_000 });
    const payments = await office.payments(first);
    expect(payments.map(({ name, state }) => `${name} ${state}`).toSorted()).toEqual([
      '2026-04-06 sent',
      '2026-05-04 sent',
    ]);
  });

  test('cannot be approved, put up again, cancelled twice or sent', async () => {
    bodyOf(await cancel());
    for (const stage of ['cancelling', 'cancelled']) {
      expect(await office.run(runId)).toMatchObject({ status: stage });
      expect(await office.decide(runId, 'approved')).toMatchObject(wrongStage);
      expect(await ask('reissue-payment-run', { reason: 'Again.' })).toMatchObject(wrongStage);
      expect(await cancel()).toMatchObject(wrongStage);
      await expect(office.send(runId)).rejects.toThrow('not approved');
      if (stage === 'cancelling') await office.select(runId);
    }
  });

  test('is not kept by an agreement that ends meanwhile', async () => {
    const payStop = {
      kind: 'death',
      by: 'stream',
      on: '2026-03-28',
      diedOn: '2026-03-27',
    } as const;
    await office.change(first, { payStop });
    bodyOf(await cancel());
    await office.select(runId);
    expect(await office.head(first)).toMatchObject({ payStop, withheld: [start] });
    expect(await office.run(runId)).toMatchObject({ status: 'cancelled' });
  });

  test('leaves the same behind wherever its machine is killed and starts again', async () => {
    bodyOf(await cancel());
    const before = table.items;
    await office.select(runId);
    const undisturbed = bytesOf(table).join();
    const shard = paymentShard(second);
    const counted = new WatchedTable(await tableOf(before), async () => {});
    await at(counted).selectShard(runId, shard);
    expect(counted.requests).toBeGreaterThan(4);
    for (let killed = 1; killed <= counted.requests; killed += 1) {
      const again = await tableOf(before);
      const dying = new WatchedTable(again, async (request) => {
        if (request === killed) throw new Error('killed');
      });
      await expect(at(dying).selectShard(runId, shard)).rejects.toThrow('killed');
      await at(again).select(runId);
      expect(bytesOf(again).join(), `killed before request ${killed}`).toBe(undisturbed);
    }
  });
});

/** Another worker of the same office, on the same day. */
function at(other: Table): PayOffice {
  const worker = new PayOffice(other);
  worker.today = office.today;
  return worker;
}

describe('a part of a cancelled run', () => {
  const id = 'agreement0099';
  const bought = Array.from({ length: 40 }, (_, each) => ({ id: `plan-${each}`, pence: 1_000 }));

  beforeEach(async () => {
    office = new PayOffice(new MemoryTable());
    await office.activate({ agreementId: id, startsOn: start, oneOffs: bought });
    await office.fire('2026-03-26');
    runId = (await office.runs()).find(({ periodStart }) => periodStart === start)?.runId ?? '';
    await office.select(runId);
    await office.decide(runId, 'rejected');
    bodyOf(await cancel());
  });

  test('is emptied page after page', async () => {
    await office.select(runId);
    expect(await office.run(runId)).toMatchObject({ status: 'cancelled' });
    expect((await office.head(id)).withheld).toHaveLength(41);
  });

  test('does not pass for empty where an index shows less than there is', async () => {
    const { table: real } = office;
    const behind = {
      get: real.get.bind(real),
      getMany: real.getMany.bind(real),
      write: real.write.bind(real),
      query: async (query: Parameters<Table['query']>[0]) =>
        query.index === 'gsi1' ? { items: [] } : real.query(query),
    };
    const lagging = at(behind);
    await expect(lagging.select(runId)).rejects.toThrow('still holds payments');
    expect(await office.run(runId)).toMatchObject({ status: 'cancelling' });
    await office.select(runId);
    expect(await office.run(runId)).toMatchObject({ status: 'cancelled' });
  });
});

test('only a run that was rejected is cancelled', async () => {
  expect(await cancel()).toMatchObject(wrongStage);
  bodyOf(await office.decide(runId, 'approved'));
  expect(await cancel()).toMatchObject(wrongStage);
  await office.send(runId);
  expect(await cancel()).toMatchObject(wrongStage);
});
