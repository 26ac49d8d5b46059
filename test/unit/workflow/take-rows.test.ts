import { expect, test } from 'vitest';
import { sweepDue } from '#functions/workflow/due-sweep.ts';
import { directPlayer, directPorts } from '#test/bench/journey/direct-player.ts';
import { staff, takeContact } from '#test/bench/journey/standard-journey.ts';
import { waitOf } from '#test/bench/measures/wait-of.ts';
import { MemoryTable } from '#test/support/memory-table.ts';

const urgent = { whyUrgent: 'Nobody is at home.', support: 'Help tonight', weeklyPence: 20_000 };

/** A case on which urgent support awaits its second key while its triage is late. */
async function twiceDue() {
  const table = new MemoryTable();
  const opened = directPorts(table);
  const { caseId, send } = await takeContact(directPlayer(opened));
  await send('start-urgent-support', { by: staff.duty, body: urgent });
  await opened.tasks.open(waitOf(caseId));
  const system = { ...opened.system, now: () => '2026-08-31T06:00:00.000Z' };
  const ports = { ...opened, system, bus: { publish: () => Promise.resolve() } };
  const types = async () => (await ports.cases.page(caseId, 2, 50)).events.map(({ type }) => type);
  return { table, ports, types };
}

test('Two things that are due of one case are two events of it', async () => {
  const { ports, types } = await twiceDue();
  expect(await sweepDue(ports)).toEqual({ taken: 2 });
  expect((await types()).sort()).toEqual(['task-overdue', 'urgent-support-expired']);
});

test('A sweep that runs twice at once takes each row once', async () => {
  const { ports, types } = await twiceDue();
  await Promise.all([sweepDue(ports), sweepDue(ports)]);
  expect((await types()).sort()).toEqual(['task-overdue', 'urgent-support-expired']);
});
