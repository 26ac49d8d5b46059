import { beforeEach, describe, expect, test } from 'vitest';
import { settleEmptyRun } from '#shared/domain/run/settle-empty-run.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { PayOffice } from '#test/support/pay-office.ts';

const agreementId = 'agreement0001';
const start = '2026-04-06';
let office: PayOffice;
let runId: string;

beforeEach(async () => {
  office = new PayOffice(new MemoryTable());
  await office.fire('2026-03-26');
  runId = (await office.runs()).find(({ periodStart }) => periodStart === start)?.runId ?? '';
});

const status = async () => (await office.run(runId)).status;
const listed = async () => (await office.runs()).find((run) => run.runId === runId)?.status;

describe('a run that owes nobody anything', () => {
  test('ends by itself once everybody was looked at, and asks nobody', async () => {
    for (let shard = 0; shard < 15; shard += 1) await office.selectShard(runId, shard);
    expect(await status()).toBe('draft');
    await office.selectShard(runId, 15);
    expect([await status(), await listed()]).toEqual(['empty', 'empty']);
    const { workflow, approvedBy } = await office.run(runId);
    expect(workflow.running).toEqual([]);
    expect(approvedBy).toBeNull();
    const refused = await office.decide(runId, 'approved');
    expect(refused).toMatchObject({ accepted: false, refusal: { kind: 'wrong-stage' } });
    await expect(office.send(runId)).rejects.toThrow('not approved');
  });

  test('ends once, however often its parts are called', async () => {
    await office.select(runId);
    const version = await office.version(runId);
    await office.select(runId);
    expect(await office.version(runId)).toBe(version);
  });

  test('that somebody has decided stays as it was decided', async () => {
    const actor = { id: 'payment-run', role: 'service' };
    const moment = { actor, today: office.today, event: 2 };
    const run = await office.run(runId);
    const first = settleEmptyRun(run, moment);
    if (!first.accepted) throw new Error(first.refusal.detail);
    expect(settleEmptyRun(first.value.next, moment)).toMatchObject({
      accepted: false,
      refusal: { kind: 'wrong-stage' },
    });
  });
});

describe('a run waits for its approver', () => {
  test('where it pays somebody', async () => {
    await office.activate({ agreementId, startsOn: start });
    await office.select(runId);
    expect(await status()).toBe('awaiting-approval');
  });

  test('where it has left somebody out, so that a person reads why', async () => {
    await office.activate({ agreementId, startsOn: start });
    const payStop = { kind: 'officer', by: 'officer-1', on: office.today } as const;
    await office.change(agreementId, { payStop });
    await office.select(runId);
    expect(await status()).toBe('awaiting-approval');
  });
});
