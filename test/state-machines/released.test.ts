import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { doJourneyTask } from '#functions/workflow/journey-task.ts';
import { Backbone } from '#test/support/backbone/backbone.ts';
import { machineFiles, payloadsOf } from './machine-files.ts';

// What each state of each released machine sends. An execution that began under a release goes on under
// the definition it began with, for months: the newest code must take every call of every release.
const folder = new URL('./released/', import.meta.url);
const Payload = z.looseObject({ task: z.string(), contract: z.number() });
const Release = z.record(z.string(), z.record(z.string(), Payload));

const releases = readdirSync(folder).map((file) => ({
  file,
  machines: Release.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
}));
const calls = releases.flatMap(({ file, machines }) =>
  Object.entries(machines).flatMap(([machine, states]) =>
    Object.entries(states).map(([state, payload]) => ({ file, machine, state, payload })),
  ),
);

describe.each(calls)('$file: $state of $machine', ({ payload }) => {
  test('is still answered', async () => {
    const backbone = new Backbone();
    await backbone.open();
    const fault: unknown = await doJourneyTask(payload, backbone.ports).catch((error) => error);
    // There is no run in the double; a call that is not understood fails in another way.
    expect(fault).not.toBeInstanceOf(z.ZodError);
    expect(fault).not.toHaveProperty('name', 'ZodError');
  });
});

test.each(calls.filter(({ payload }) => payload['owner'] === 'case' && payload['step']))(
  '$file: $state of $machine becomes a task of its team',
  async ({ payload }) => {
    const backbone = new Backbone();
    await backbone.open();
    await doJourneyTask(payload, backbone.ports);
    expect(backbone.queue).toMatchObject([
      { sk: `WORK#${String(payload['step'])}`, token: payload['token'], round: 1 },
    ]);
  },
);

test('the newest release sends what the machines send now (write a new file when they change)', () => {
  const newest = releases.at(-1)?.machines;
  const kept = Object.entries(newest ?? {}).flatMap(([machine, states]) =>
    Object.entries(states).map(([state, payload]) => [machine, state, Object.keys(payload).sort()]),
  );
  const sent = machineFiles.flatMap((file) =>
    payloadsOf(file).map(({ name, payload }) => [
      file.replace('.asl.json', ''),
      name,
      Object.keys(payload).sort(),
    ]),
  );
  expect(kept).toEqual(sent);
});
