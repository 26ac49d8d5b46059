import { describe, expect, test } from 'vitest';
import { letterValues } from '#functions/letters/letter-values.ts';
import { letterFor } from '#functions/letters/letters-by-event.ts';
import { sweepDue } from '#functions/workflow/daily/due-sweep.ts';
import { fillLetter } from '#shared/council/letters/letters.ts';
import { councilNamed } from '#shared/council/load/find-council.ts';
import { directPlayer, directPorts } from '#test/bench/journey/direct-player.ts';
import { staff, takeContact } from '#test/bench/journey/standard-journey.ts';
import { waitOf } from '#test/bench/measures/wait-of.ts';
import { MemoryTable } from '#test/support/memory-table.ts';

const urgent = {
  whyUrgent: 'Nobody is at home.',
  support: 'Help tonight',
  purchase: 'personal-care',
  weeklyPence: 20_000,
};

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
  // The task for the second key is late as well, of which the record says nothing.
  expect(await sweepDue(ports)).toEqual({ taken: 3 });
  expect((await types()).sort()).toEqual(['task-overdue', 'urgent-support-expired']);
});

test('A sweep that runs twice at once takes each row once', async () => {
  const { ports, types } = await twiceDue();
  await Promise.all([sweepDue(ports), sweepDue(ports)]);
  expect((await types()).sort()).toEqual(['task-overdue', 'urgent-support-expired']);
});

describe('The day before an appointment', () => {
  const visit = {
    kind: 'home-visit',
    place: "At her sister's",
    on: '2026-11-17',
    from: '10:00',
    to: '11:00',
    purpose: 'assessment',
    interpreter: { standing: 'not-needed' },
    loneWorking: 'The duty desk is called at noon.',
  };

  async function booked() {
    const opened = directPorts(new MemoryTable());
    const { caseId, send } = await takeContact(directPlayer(opened));
    await send('book-appointment', { by: staff.duty, body: visit });
    const sweepOn = (day: string) => {
      const system = { ...opened.system, now: () => `${day}T06:00:00.000Z` };
      return sweepDue({ ...opened, system, bus: { publish: () => Promise.resolve() } });
    };
    return { last: () => opened.cases.last(caseId), send, sweepOn };
  }

  test('the person is reminded of it, with all that they need so as to be there', async () => {
    const { last, sweepOn } = await booked();
    expect(await sweepOn('2026-11-15')).toEqual({ taken: 0 });
    expect(await sweepOn('2026-11-16')).toEqual({ taken: 1 });
    const reminded = await last();
    expect(reminded).toMatchObject({ type: 'appointment-reminded', body: { on: '2026-11-17' } });
    const letter = reminded && letterFor(reminded);
    expect(letter).toBe('appointment-reminder');
    const council = councilNamed('example');
    const person = { givenName: 'Ada', familyName: 'Example' };
    const values = reminded && letterValues(reminded, person, { council, language: 'en' });
    const words = fillLetter(council.letters['appointment-reminder'], values ?? {});
    expect(words.body).toContain(
      "17 November 2026. The time is 10:00. The place is: At her sister's.",
    );
    expect(await sweepOn('2026-11-16')).toEqual({ taken: 0 });
  });

  test('nobody is reminded of one that was called off', async () => {
    const { last, send, sweepOn } = await booked();
    const { id: appointmentId = '' } = (await last())?.after.appointments?.[0] ?? {};
    const body = { askedBy: 'person', reason: 'She is away.' };
    await send('cancel-appointment', { by: staff.duty, params: { appointmentId }, body });
    expect(await sweepOn('2026-11-16')).toEqual({ taken: 0 });
    expect(await last()).toMatchObject({ type: 'appointment-cancelled' });
  });
});
