import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { KILLED_MACHINE, KilledPayload } from './killed-machine.ts';
import { awaitedTask, createRig, directTask, failWith, MACHINE_ARN } from './rig.ts';
import { SteppedClock } from './stepped-clock.ts';

type Rig = ReturnType<typeof createRig>;

let folder: string;
let file: string;
let rigs: Rig[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'states-'));
  file = join(folder, 'states.sqlite');
  rigs = [];
});
afterEach(() => {
  for (const rig of rigs) rig.stop();
  rmSync(folder, { recursive: true });
});

function open(): Rig {
  const rig = createRig({ file });
  rigs.push(rig);
  return rig;
}

/** Drops what runs, as a kill would, and carries on over the same database. */
async function restart(definition: object): Promise<Rig> {
  for (const rig of rigs.splice(0)) rig.stop();
  const rig = open();
  rig.define(definition);
  rig.service.resume();
  await rig.activity.whenIdle();
  return rig;
}

const only = (state: object): object => ({ StartAt: 'Only', States: { Only: state } });
const never = (): Promise<never> => new Promise(() => {});

describe('after a restart', () => {
  it('a task that waits for its token is completed by the same token, and not asked for again', async () => {
    const machine = only(awaitedTask({ End: true }));
    const before = open();
    before.define(machine);
    const arn = await before.start();
    const token = before.host.latestToken();
    const after = await restart(machine);
    expect(after.host.calls).toEqual([]);
    await after.sendSuccess(token, 'kept');
    expect(await after.describe(arn)).toEqual({ status: 'SUCCEEDED', output: 'kept' });
  });

  it('a function that had not answered is asked again with the same token', async () => {
    const machine = only(awaitedTask({ End: true }));
    const before = open();
    before.define(machine);
    before.host.handler = never;
    await before.call('StartExecution', { stateMachineArn: MACHINE_ARN });
    await expect.poll(() => before.host.calls.length).toBe(1);
    const token = before.host.latestToken();
    const after = await restart(machine);
    expect(after.host.tokens()).toEqual([token]);
    expect((await after.sendSuccess(token, {})).status).toBe(200);
  });

  it('a token that was accepted leads on, even if nothing followed it before', async () => {
    const machine = {
      StartAt: 'Only',
      States: {
        Only: awaitedTask({ Assign: { v: '{% $states.result %}' }, Next: 'Then' }),
        Then: directTask({ Output: '{% $v %}', End: true }),
      },
    };
    const before = open();
    before.define(machine);
    const arn = await before.start();
    const taskToken = before.host.latestToken();
    before.host.handler = never;
    await before.call('SendTaskSuccess', { taskToken, output: '"advice"' });
    const after = await restart(machine);
    expect(await after.describe(arn)).toEqual({ status: 'SUCCEEDED', output: 'advice' });
  });

  it.each([
    ['a wait', { Type: 'Wait', Seconds: 600, End: true }, 'SUCCEEDED'],
    ['a timeout', awaitedTask({ TimeoutSeconds: 600, End: true }), 'FAILED'],
  ])('%s ends when it would have ended', async (_what, state, status) => {
    const before = open();
    before.define(only(state));
    const arn = await before.start();
    const after = await restart(only(state));
    await after.passSeconds(500);
    expect(await after.describe(arn)).toEqual({ status: 'RUNNING' });
    await after.passSeconds(100);
    expect(await after.describe(arn)).toMatchObject({ status });
  });

  it('a retry comes when it would have come, and counts', async () => {
    const Retry = [{ ErrorEquals: ['Busy'], IntervalSeconds: 600, MaxAttempts: 1 }];
    const machine = only(directTask({ Retry, End: true }));
    const before = open();
    before.define(machine);
    before.host.handler = () => failWith('Busy');
    const arn = await before.start();
    const after = await restart(machine);
    after.host.handler = () => failWith('Busy');
    expect(after.host.calls).toEqual([]);
    await after.passSeconds(600);
    expect(after.host.calls).toHaveLength(1);
    expect(await after.describe(arn)).toMatchObject({ status: 'FAILED', error: 'Busy' });
  });

  it('a machine that timed out meanwhile ends so', async () => {
    const machine = { ...only(awaitedTask({ End: true })), TimeoutSeconds: 600 };
    const before = open();
    before.define(machine);
    const arn = await before.start();
    const after = await restart(machine);
    await after.passSeconds(600);
    expect(await after.describe(arn)).toEqual({ status: 'TIMED_OUT' });
  });

  it('branches that were done stay done, and the others are still waited for', async () => {
    const branch = (name: string, state: object): object => ({
      StartAt: name,
      States: { [name]: state },
    });
    const machine = only({
      Type: 'Parallel',
      Branches: [
        branch('A', { Type: 'Pass', Output: 'a', End: true }),
        branch('B', awaitedTask({ End: true })),
      ],
      End: true,
    });
    const before = open();
    before.define(machine);
    const arn = await before.start();
    const token = before.host.latestToken();
    const after = await restart(machine);
    await after.sendSuccess(token, 'b');
    expect(await after.describe(arn)).toEqual({ status: 'SUCCEEDED', output: ['a', 'b'] });
  });

  it('an execution finishes under the definition that it began with', async () => {
    const before = open();
    before.define(only(awaitedTask({ Output: 'old', End: true })));
    const arn = await before.start();
    const token = before.host.latestToken();
    const after = await restart(only(awaitedTask({ Output: 'new', End: true })));
    await after.sendSuccess(token, {});
    expect(await after.describe(arn)).toMatchObject({ output: 'old' });
  });

  it('an execution whose definition cannot be read any more fails, and the others go on', async () => {
    const machine = only(awaitedTask({ End: true }));
    const before = open();
    before.define({ ...machine, Comment: 'read no more' });
    before.host.handler = never;
    const first = await before.call('StartExecution', { stateMachineArn: MACHINE_ARN, name: 'a' });
    before.define(machine);
    await before.call('StartExecution', { stateMachineArn: MACHINE_ARN, name: 'b' });
    before.database.exec(`UPDATE states_definitions SET text = '{}' WHERE text LIKE '%no more%'`);
    const after = await restart(machine);
    const arn = z.object({ executionArn: z.string() }).parse(first.body).executionArn;
    expect(await after.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect(after.host.calls).toHaveLength(1);
  });

  it('a status that nobody was told of is told', async () => {
    const machine = only({ Type: 'Succeed' });
    const before = open();
    before.define(machine);
    const arn = await before.start();
    before.database.prepare(`UPDATE states_executions SET announced = 'RUNNING'`).run();
    const after = await restart(machine);
    expect(after.events).toMatchObject([{ detail: { executionArn: arn, status: 'SUCCEEDED' } }]);
    expect((await restart(machine)).events).toEqual([]);
  });
});

describe('after a wipe', () => {
  it('no execution and no token is known, and what was under way stays undone', async () => {
    const rig = open();
    rig.define(only(awaitedTask({ TimeoutSeconds: 5, End: true })));
    const arn = await rig.start();
    const token = rig.host.latestToken();
    rig.service.wipe();
    expect((await rig.sendSuccess(token, {})).body).toMatchObject({ __type: 'TaskDoesNotExist' });
    const described = await rig.call('DescribeExecution', { executionArn: arn });
    expect(described.body).toMatchObject({ __type: 'ExecutionDoesNotExist' });
    await rig.passSeconds(10);
    expect(rig.host.calls).toHaveLength(1);
  });

  it('the same name may be started again', async () => {
    const rig = open();
    rig.define(only({ Type: 'Succeed' }));
    const request = { stateMachineArn: MACHINE_ARN, name: 'again' };
    await rig.call('StartExecution', request);
    await rig.activity.whenIdle();
    rig.service.wipe();
    expect((await rig.call('StartExecution', request)).status).toBe(200);
  });
});

describe('a stopped service', () => {
  it('takes nothing more, so that nothing acknowledged is lost', async () => {
    const rig = open();
    rig.define(only(awaitedTask({ End: true })));
    await rig.start();
    rig.service.stop();
    const answer = await rig.sendSuccess(rig.host.latestToken(), {});
    expect(answer.status).toBe(503);
  });

  it('does not count what a function answers after it', async () => {
    const machine = only(awaitedTask({ End: true }));
    const before = open();
    before.define(machine);
    let cutOff: (fault: Error) => void = () => {};
    before.host.handler = () => new Promise((_resolve, reject) => (cutOff = reject));
    await before.call('StartExecution', { stateMachineArn: MACHINE_ARN, name: 'cut' });
    await expect.poll(() => before.host.calls.length).toBe(1);
    before.service.stop();
    cutOff(new Error('the worker was ended'));
    await before.activity.whenIdle();
    const after = await restart(machine);
    expect(after.host.tokens()).toEqual(before.host.tokens());
  });
});

describe('a clock', () => {
  it('waits for nothing once what it waited for came, ended or was wiped', async () => {
    const clock = new SteppedClock();
    const rig = createRig({ clock });
    rigs.push(rig);
    rig.define({
      TimeoutSeconds: 600,
      StartAt: 'First',
      States: {
        First: awaitedTask({ TimeoutSeconds: 60, Next: 'Second' }),
        Second: awaitedTask({ End: true }),
      },
    });
    await rig.start();
    expect(clock.dueCount).toBe(2);
    await rig.sendSuccess(rig.host.latestToken(), {});
    expect(clock.dueCount).toBe(1);
    await rig.sendSuccess(rig.host.latestToken(), {});
    expect(clock.dueCount).toBe(0);
    const executionArn = await rig.start();
    await rig.call('StopExecution', { executionArn });
    expect(clock.dueCount).toBe(0);
    await rig.start();
    rig.service.wipe();
    expect(clock.dueCount).toBe(0);
  });
});

/** What the child prints. */
const Line = z.object({
  given: KilledPayload.optional(),
  started: z.string().optional(),
  completed: z.string().optional(),
  number: z.number().optional(),
});
type Line = z.infer<typeof Line>;

/** Runs the child until it has acknowledged so many completions, and kills it where it stands. */
async function runAndKill(completions: number): Promise<Line[]> {
  const script = fileURLToPath(new URL('./killed-child.ts', import.meta.url));
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const lines: Line[] = [];
  try {
    for await (const text of createInterface({ input: child.stdout })) {
      lines.push(Line.parse(JSON.parse(text)));
      if (lines.filter(({ completed }) => completed).length === completions) child.kill('SIGKILL');
    }
  } finally {
    child.kill('SIGKILL');
  }
  await exited;
  return lines;
}

describe('after kill -9', () => {
  it.each([3, 8, 20])('no execution and no verdict is lost (%i verdicts)', async (verdicts) => {
    const lines = await runAndKill(verdicts);
    const rig = open();
    rig.define(KILLED_MACHINE);
    rig.service.resume();
    await rig.activity.whenIdle();

    for (const { started } of lines) {
      if (started) expect(await rig.describe(started)).toEqual({ status: 'RUNNING' });
    }
    const given = lines.flatMap((line) => line.given ?? []);
    given.push(...rig.host.calls.map(({ payload }) => KilledPayload.parse(payload)));
    const completed = lines.filter((line) => line.completed);
    expect(completed.length).toBeGreaterThanOrEqual(verdicts);
    for (const line of completed) {
      const second = given.find(
        (task) => task.state === 'Second' && task.execution === line.completed,
      );
      await rig.sendSuccess(second?.token ?? 'none', {});
      expect(await rig.describe(line.completed ?? '')).toEqual({
        status: 'SUCCEEDED',
        output: line.number,
      });
    }
  });
});
