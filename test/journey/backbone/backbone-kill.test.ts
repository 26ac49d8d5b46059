import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import * as z from 'zod';
import { type StartedProcess, startProcess } from '#test/support/journey/started-process.ts';
import { steps, Walk } from '#test/support/journey/walk.ts';

const Timeline = z.looseObject({
  entries: z.array(z.looseObject({ event: z.number(), type: z.string() })),
});
const Tasks = z.looseObject({ tasks: z.array(z.looseObject({ step: z.string() })) });

let running: StartedProcess | undefined;
afterEach(() => running?.kill());

/** The service is killed and started again in the same folder; whoever walks goes on with it. */
async function restart(walk: Walk, folder: string): Promise<StartedProcess> {
  await running?.kill();
  running = await startProcess(folder);
  walk.service = running;
  return running;
}

async function eventsOf(walk: Walk): Promise<string[]> {
  const { body } = await walk.ask('practitioner', `GET /cases/${walk.caseId}/timeline`);
  return Timeline.parse(body).entries.map(({ event, type }) => `${event} ${type}`);
}

test('what was acknowledged outlives the kill of the service, and a waiting step can be completed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'));
  running = await startProcess(folder);
  const walk = new Walk(running, await running.nextMorning());
  const events: string[][] = [];

  // Killed in the very moment of an answer: what follows from it has not been done yet.
  for (const place of [2, 9]) {
    await walk.stepTo(place);
    if (walk.caseId !== '') events.push(await eventsOf(walk));
    await restart(walk, folder);
    const before = events.at(-1) ?? [];
    if (before.length > 0) expect((await eventsOf(walk)).slice(0, before.length)).toEqual(before);
  }

  // Killed while a step waits and nothing is under way: its token must still be good.
  await walk.stepTo(steps.length - 2);
  await running.idle();
  const after = await restart(walk, folder);
  await walk.stepTo(steps.length);
  await after.idle();

  const { state } = await walk.readCase();
  expect(state).toMatchObject({ status: 'open', live: { weeklyPence: 10_000 } });
  const types = (await eventsOf(walk)).map((entry) => entry.split(' ')[1]);
  expect(types.filter((type) => type === 'support-started')).toHaveLength(1);
  expect(new Set(types).size).toBe(types.length);
  for (const team of ['adult-front-door', 'social-work-north', 'budget-managers', 'brokerage']) {
    const token = await after.tokenOf('manager', ['team-manager']);
    const { body } = await after.send(`GET /tasks?team=${team}`, { token });
    expect(Tasks.parse(body).tasks).toEqual([]);
  }
}, 120_000);
