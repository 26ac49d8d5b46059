import { afterEach, expect, test, vi } from 'vitest';
import { doJourneyTask } from '#functions/workflow/journey-task.ts';
import { logger } from '#shared/lambda/logger.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { PayOffice } from '#test/support/pay-office.ts';

afterEach(() => vi.restoreAllMocks());

test('the log of a run says how far it has come, part by part, and names nobody', async () => {
  const told = vi.spyOn(logger, 'info').mockImplementation(() => {});
  const office = new PayOffice(new MemoryTable());
  await office.activate({ agreementId: 'agreement0001', startsOn: '2026-04-06' });
  await office.fire('2026-03-26');
  const { runId = '' } = (await office.runs())[0] ?? {};
  const ports = office.ports;
  for (let shard = 0; shard < 16; shard += 1) {
    await doJourneyTask({ contract: 1, task: 'select-due', runId, shard, cursor: null }, ports);
  }
  await office.decide(runId, 'approved');
  await doJourneyTask({ contract: 1, task: 'send-due', runId, shard: 4, cursor: null }, ports);
  expect(told.mock.calls).toHaveLength(17);
  expect(told.mock.calls.slice(15)).toEqual([
    ['a part of the run is selected', { runId, part: 16, of: 16 }],
    ['a part of the run is sent', { runId, part: 5, of: 16 }],
  ]);
});
