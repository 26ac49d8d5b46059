import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
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
  // The period begins on Easter Monday, so that it is paid on 2 April, before Good Friday.
  await office.fire('2026-03-26');
  runId = (await office.runs()).find(({ periodStart }) => periodStart === start)?.runId ?? '';
});

const Run = z.object({
  status: z.string(),
  isComplete: z.boolean(),
  totals: z.record(z.string(), z.object({ count: z.int(), pence: z.int() })),
  leftOut: z.int(),
});
const Entries = z.object({
  entries: z.array(z.looseObject({ agreementId: z.string() })),
  cursor: z.string().optional(),
});
const Paid = z.object({
  paidThrough: z.string(),
  payments: z.array(z.looseObject({ name: z.string() })),
  cursor: z.string().optional(),
});

function bodyOf(reply: Reply): unknown {
  if (!reply.accepted) throw new Error(`refused: ${reply.refusal.kind}`);
  return reply.value.body;
}

function refusalOf(reply: Reply): string | undefined {
  return reply.accepted ? undefined : reply.refusal.kind;
}

const asOfficer = (sent: Parameters<typeof asStaff>[2], id = 'officer-1') =>
  asStaff(id, 'finance-officer', sent);
const readRun = async () =>
  Run.parse(bodyOf(await office.call('read-payment-run', asOfficer({ params: { runId } }))));
const list = async (id: string, query: Record<string, string> = {}) =>
  Entries.parse(bodyOf(await office.call(id, asOfficer({ params: { runId }, query }))));
const stop = (by = 'officer-1') =>
  office.change(agreementId, { payStop: { kind: 'officer', by, on: office.today } });

test('the schedule drafts a run once, however often it is fired', async () => {
  const before = await office.runs();
  expect((await office.fire('2026-03-26')).drafted).toBe(0);
  expect((await office.fire('2026-03-27')).drafted).toBe(0);
  expect(await office.runs()).toEqual(before);
});

test('a run is paid on the working day before Easter, and prepared five working days before', async () => {
  const run = (await office.runs()).find((each) => each.runId === runId);
  expect(run).toMatchObject({ periodStart: start, periodEnd: '2026-05-03', payOn: '2026-04-02' });
  const late = new PayOffice(new MemoryTable());
  await late.fire('2026-03-25');
  expect((await late.runs()).map(({ periodStart }) => periodStart)).not.toContain(start);
});

test('runs that a long silence missed are all drafted by the next day that comes', async () => {
  expect((await office.fire('2026-07-01')).drafted).toBe(3);
});

test('a run carried out pays what it was approved for and says so', async () => {
  await office.carryOut(runId);
  expect(await readRun()).toEqual({
    status: 'sent',
    isComplete: true,
    totals: {
      due: { count: 0, pence: 0 },
      sent: { count: 1, pence: 248_000 },
      withheld: { count: 0, pence: 0 },
      wouldBeWithheld: { count: 0, pence: 0 },
    },
    leftOut: 0,
  });
});

describe('an approval', () => {
  test('waits until every agreement has been looked at', async () => {
    for (let shard = 0; shard < 15; shard += 1) await office.selectShard(runId, shard);
    expect(refusalOf(await office.decide(runId, 'approved'))).toBe('wrong-stage');
    await office.selectShard(runId, 15);
    expect(refusalOf(await office.decide(runId, 'approved'))).toBeUndefined();
  });

  test('is not given by whoever made an agreement in the run active', async () => {
    await office.select(runId);
    expect(refusalOf(await office.decide(runId, 'approved', 'finance-1'))).toBe('same-person');
  });

  test('rests on the newest version of the run', async () => {
    await office.select(runId);
    const request = { params: { runId }, body: { verdict: 'approved' } };
    const decide = (version?: number) =>
      office.call(
        'approve-payment-run',
        asStaff('approver-1', 'finance-approver', {
          ...request,
          ...(version === undefined ? {} : { version }),
        }),
      );
    expect(refusalOf(await decide())).toBe('version-missing');
    expect(refusalOf(await decide(7))).toBe('version-stale');
    // As it was before the last part was looked at.
    expect(refusalOf(await decide(1))).toBe('version-stale');
    expect(refusalOf(await decide(2))).toBeUndefined();
  });

  test.each([
    ['2026-03-26', '2026-04-02', undefined],
    ['2026-03-30', '2026-04-02', undefined],
    // Good Friday and Easter Monday are no days of Bacs.
    ['2026-03-31', '2026-04-07', '2026-04-02'],
    ['2026-04-02', '2026-04-09', '2026-04-02'],
    ['2026-04-11', '2026-04-15', '2026-04-02'],
  ])('given on %s has the money arrive on %s', async (today, payOn, plannedPayOn) => {
    await office.select(runId);
    office.today = today;
    const dates = plannedPayOn === undefined ? { payOn } : { payOn, plannedPayOn };
    const reply = bodyOf(await office.decide(runId, 'approved'));
    expect(reply).toMatchObject(dates);
    expect(Object(reply).plannedPayOn).toBe(plannedPayOn);
    expect((await office.ports.runs.last(runId))?.body).toMatchObject(dates);
    await office.send(runId);
    expect((await office.runs()).find((run) => run.runId === runId)).toMatchObject({ payOn });
    expect(await office.payments(agreementId)).toMatchObject([{ state: 'sent', payOn }]);
  });

  test('that is refused leaves the pay date as it was', async () => {
    await office.select(runId);
    office.today = '2026-04-11';
    const reply = bodyOf(await office.decide(runId, 'rejected'));
    expect(reply).toMatchObject({ status: 'rejected', payOn: '2026-04-02' });
    expect(reply).not.toHaveProperty('plannedPayOn');
  });

  test('is given once', async () => {
    await office.select(runId);
    await office.decide(runId, 'approved');
    expect(refusalOf(await office.decide(runId, 'rejected'))).toBe('wrong-stage');
  });
});

test('no payment joins a run after its shard is done, and the next run pays it', async () => {
  await office.select(runId);
  await office.activate({ agreementId: 'agreement0002', startsOn: start });
  await office.select(runId);
  expect(await office.payments('agreement0002')).toEqual([]);
  await office.fire('2026-04-27');
  const [newest] = await office.runs();
  await office.select(newest?.runId ?? '');
  expect((await office.payments('agreement0002')).map(({ name }) => name)).toEqual([
    '2026-05-04',
    '2026-04-06',
  ]);
});

test('a rejected run sends nothing, keeps its payments and is put up again for somebody else', async () => {
  await office.select(runId);
  await office.decide(runId, 'rejected');
  await expect(office.send(runId)).rejects.toThrow('not approved');
  expect(await readRun()).toMatchObject({ status: 'rejected', totals: { due: { count: 1 } } });
  const version = await office.version(runId);
  const putUp = { params: { runId }, body: { reason: 'Put right.' }, version };
  const again = await office.call('reissue-payment-run', asOfficer(putUp, 'finance-9'));
  expect(refusalOf(again)).toBeUndefined();
  await office.select(runId);
  expect(refusalOf(await office.decide(runId, 'approved', 'finance-9'))).toBe('same-person');
  await office.carryOut(runId);
  expect((await office.payments(agreementId)).map(({ state }) => state)).toEqual(['sent']);
});

describe('a stop', () => {
  test('before the run leaves the agreement out, and the run says why', async () => {
    await stop();
    await office.carryOut(runId);
    expect(await office.payments(agreementId)).toEqual([]);
    expect((await list('list-run-left-out')).entries).toMatchObject([
      { agreementId, reason: 'payment-stopped', name: null },
    ]);
    expect((await readRun()).leftOut).toBe(1);
  });

  test('between approval and sending withholds the payment, and the run still adds up', async () => {
    await office.select(runId);
    await office.decide(runId, 'approved');
    await stop();
    await office.send(runId);
    expect((await readRun()).totals).toMatchObject({
      sent: { count: 0, pence: 0 },
      withheld: { count: 1, pence: 248_000 },
    });
    expect((await office.payments(agreementId)).map(({ state }) => state)).toEqual(['withheld']);
  });

  test('by the end of the case is final: no later run pays what it withheld', async () => {
    await office.select(runId);
    await office.decide(runId, 'approved');
    const payStop = { kind: 'case-ended', by: 'manager-1', on: office.today } as const;
    await office.change(agreementId, { payStop });
    await office.send(runId);
    await office.fire('2026-04-27');
    const [newest] = await office.runs();
    await office.carryOut(newest?.runId ?? '');
    expect((await office.payments(agreementId)).map(({ state }) => state)).toEqual(['withheld']);
  });
});

test('what is sent must add up to what was approved, or the run does not pass for sent', async () => {
  await office.select(runId);
  await office.decide(runId, 'approved');
  const [payment] = await office.payments(agreementId);
  const item = await office.table.get({
    pk: `AGREEMENT#${agreementId}`,
    sk: `PAYMENT#${payment?.name}`,
  });
  if (!item) throw new Error('no payment');
  await office.table.write([{ put: { ...item, amountPence: 248_001 } }]);
  await expect(office.send(runId)).rejects.toThrow('approved');
  expect((await readRun()).status).toBe('approved');
});

test('the lists of a run are read page by page, and take no cursor from elsewhere', async () => {
  for (let place = 2; place <= 9; place += 1) {
    await office.activate({ agreementId: `agreement000${place}`, startsOn: start });
  }
  await office.select(runId);
  const seen: string[] = [];
  let query: Record<string, string> = { limit: '2' };
  for (let page = 0; page < 20; page += 1) {
    const { entries, cursor } = await list('list-run-payments', query);
    seen.push(...entries.map((entry) => entry.agreementId));
    if (cursor === undefined) break;
    query = { limit: '2', cursor };
  }
  expect(new Set(seen).size).toBe(9);
  expect(seen.length).toBe(9);
  const forged = Buffer.from(JSON.stringify({ shard: '3', agreementId, name: 'x' }));
  const elsewhere = { params: { runId }, query: { cursor: forged.toString('base64url') } };
  expect(refusalOf(await office.call('list-run-payments', asOfficer(elsewhere)))).toBe(
    'invalid-input',
  );
});

test('staff see what was paid and when money comes next', async () => {
  const read = async () =>
    bodyOf(await office.call('list-agreement-payments', asOfficer({ params: { agreementId } })));
  await office.select(runId);
  expect(await read()).toMatchObject({ nextPayOn: '2026-04-02', paidThrough: '2026-05-03' });
  office.today = '2026-04-02';
  expect(await read()).toMatchObject({ nextPayOn: '2026-04-09' });
  office.today = '2026-03-26';
  await office.carryOut(runId);
  // 4 May 2026 is the early May bank holiday.
  expect(await read()).toMatchObject({ nextPayOn: '2026-05-01', payments: [{ state: 'sent' }] });
  await stop();
  expect(await read()).toMatchObject({ nextPayOn: null, payStop: { kind: 'officer' } });
});

test('each page of what was paid says until when it is paid', async () => {
  await office.select(runId);
  const key = { pk: `AGREEMENT#${agreementId}`, sk: `PAYMENT#${start}` };
  const paid = await office.table.get(key);
  for (const name of ['2026-01-12', '2026-02-09', '2026-03-09']) {
    await office.table.write([{ put: { ...paid, ...key, sk: `PAYMENT#${name}`, name } }]);
  }
  const seen: string[][] = [];
  let query: Record<string, string> = { limit: '2' };
  for (let page = 0; page < 3; page += 1) {
    const asked = asOfficer({ params: { agreementId }, query });
    const body = Paid.parse(bodyOf(await office.call('list-agreement-payments', asked)));
    seen.push(body.payments.map(({ name }) => name));
    expect(body.paidThrough).toBe('2026-05-03');
    if (body.cursor === undefined) break;
    query = { limit: '2', cursor: body.cursor };
  }
  expect(seen.flat()).toEqual([start, '2026-03-09', '2026-02-09', '2026-01-12']);
  expect(seen[0]).toHaveLength(2);
});
