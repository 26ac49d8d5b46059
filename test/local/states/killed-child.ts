import { writeSync } from 'node:fs';
import { argv, stdout } from 'node:process';
import * as z from 'zod';
import { KILLED_MACHINE, KilledPayload } from './killed-machine.ts';
import { createRig, succeed } from './rig.ts';

// Starts executions and completes their first tasks until it is killed. A line is printed for each
// token as it is given out and for each completion once it was acknowledged.
const rig = createRig({ file: z.string().parse(argv[2]) });
const tell = (line: object): void => void writeSync(stdout.fd, `${JSON.stringify(line)}\n`);
const firstTokens = new Map<string, string>();
rig.host.handler = (payload) => {
  tell({ given: payload });
  const { execution, state, token } = KilledPayload.parse(payload);
  if (state === 'First') firstTokens.set(execution, token);
  return succeed(null);
};
rig.define(KILLED_MACHINE);
for (let number = 0; ; number += 1) {
  const execution = await rig.start({ number });
  tell({ started: execution });
  const taskToken = firstTokens.get(execution);
  await rig.call('SendTaskSuccess', { taskToken, output: JSON.stringify({ number }) });
  tell({ completed: execution, number });
}
