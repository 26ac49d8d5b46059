import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Reply } from '#shared/contracts/operation.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { asStaff, PayOffice } from '#test/support/pay-office.ts';
import { readBacsFile } from '#test/support/read-bacs-file.ts';

const start = '2026-04-06';
const body = { reason: 'Two payments were released after the run.' };
let office: PayOffice;

beforeEach(async () => {
  office = new PayOffice(new MemoryTable());
  await office.activate({ agreementId: 'agreement0001', startsOn: start });
  await office.fire('2026-03-26');
});

const Run = z.object({ runId: z.string(), payOn: z.string(), periodEnd: z.string() });
const ask = (key = 'ask-for-a-run-0001', sent: object = body) =>
  office.call(
    'request-payment-run',
    asStaff('officer-1', 'finance-officer', { params: {}, body: sent, key }),
  );
const refusalOf = (reply: Reply) => (reply.accepted ? undefined : reply.refusal.kind);
function runOf(reply: Reply) {
  if (!reply.accepted) throw new Error(reply.refusal.detail);
  return Run.parse(reply.value.body);
}
const namesOf = async (agreementId: string) =>
  (await office.payments(agreementId)).map(({ name, state }) => [name, state]);
const regularRun = async () =>
  (await office.runs()).find(({ periodStart, askedOn }) => periodStart === start && !askedOn)
    ?.runId ?? '';

describe('a run that finance asks for between two runs', () => {
  test('pays what was withheld and is released, what missed its run, and nobody twice', async () => {
    await office.activate({ agreementId: 'agreement0002', startsOn: start });
    const regular = await regularRun();
    await office.select(regular);
    await office.decide(regular, 'approved');
    const payStop = { kind: 'officer', by: 'officer-1', on: office.today } as const;
    await office.change('agreement0002', { payStop });
    await office.send(regular);
    await office.change('agreement0002', {});
    await office.activate({ agreementId: 'agreement0003', startsOn: '2026-04-13' });

    office.today = '2026-04-14';
    const run = runOf(await ask());
    expect(run).toMatchObject({ payOn: '2026-04-17', periodEnd: '2026-05-03' });
    await office.carryOut(run.runId);
    expect(await namesOf('agreement0001')).toEqual([[start, 'sent']]);
    expect(await namesOf('agreement0002')).toEqual([[start, 'sent']]);
    expect(await namesOf('agreement0003')).toEqual([[start, 'sent']]);

    await office.fire('2026-04-27');
    const next = (await office.runs())[0]?.runId ?? '';
    await office.carryOut(next);
    expect(await namesOf('agreement0003')).toEqual([
      ['2026-05-04', 'sent'],
      [start, 'sent'],
    ]);
  });

  test("has a file whose serial is none of the calendar's", async () => {
    const file = async (runId: string) => {
      const asked = asStaff('officer-1', 'finance-officer', { params: { runId } });
      const reply = await office.call('read-bacs-file', asked);
      if (!reply.accepted || !reply.value.file) throw new Error('there is no file');
      return { ...reply.value.file, serial: readBacsFile(reply.value.file.text).serial };
    };
    const regular = await regularRun();
    await office.carryOut(regular);
    await office.activate({ agreementId: 'agreement0002', startsOn: start });
    office.today = start;
    const { runId } = runOf(await ask());
    await office.carryOut(runId);
    const [first, second] = [await file(regular), await file(runId)];
    // The run of the period and the one asked for on its first day count the same days.
    expect(first.serial).toBe('020549');
    expect(second.serial).toBe('520549');
    expect(second.name).not.toBe(first.name);
  });

  test('is not approved by whoever asked for it', async () => {
    office.today = '2026-04-14';
    const { runId } = runOf(await ask());
    await office.select(runId);
    expect(refusalOf(await office.decide(runId, 'approved', 'officer-1'))).toBe('same-person');
    expect(refusalOf(await office.decide(runId, 'approved', 'approver-1'))).toBeUndefined();
  });

  test('is drafted once a day, and the same request is answered again', async () => {
    const first = runOf(await ask());
    expect(runOf(await ask())).toEqual(first);
    expect(refusalOf(await ask('ask-for-a-run-0002'))).toBe('already-recorded');
    const other = { reason: 'For another reason.' };
    expect(refusalOf(await ask('ask-for-a-run-0001', other))).toBe('idempotency-key-reused');
    office.today = '2026-03-27';
    // The same request is the same run, however late its reply was lost.
    expect(runOf(await ask())).toEqual(first);
    expect(refusalOf(await ask('ask-for-a-run-0001', other))).toBe('idempotency-key-reused');
    expect(runOf(await ask('ask-for-a-run-0003')).runId).not.toBe(first.runId);
  });

  test('stands in the list of runs beside that of its period', async () => {
    office.today = '2026-04-14';
    const { runId } = runOf(await ask());
    const page = async (query: Record<string, string>) => {
      const reply = await office.call(
        'list-payment-runs',
        asStaff('officer-1', 'finance-officer', { params: {}, query }),
      );
      if (!reply.accepted) throw new Error(reply.refusal.detail);
      const List = z.object({ runs: z.array(z.looseObject({ runId: z.string() })) });
      return List.extend({ cursor: z.string().optional() }).parse(reply.value.body);
    };
    const first = await page({ limit: '1' });
    expect(first.runs).toMatchObject([{ runId, askedOn: '2026-04-14', periodStart: start }]);
    const second = await page({ limit: '1', cursor: first.cursor ?? '' });
    expect(second.runs.map((run) => run.runId)).toEqual([await regularRun()]);
  });
});
