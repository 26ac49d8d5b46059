import { describe, expect, test } from 'vitest';
import { hearSignal } from '#functions/workflow/hear-signal.ts';
import { Backbone } from '#test/support/backbone/backbone.ts';
import { expectInStep } from '#test/support/backbone/in-step.ts';

async function planning(): Promise<Backbone> {
  const backbone = new Backbone();
  await backbone.open();
  await backbone.decide('triage-contact', 'assess');
  await backbone.decide('assess-needs', 'assessed');
  await backbone.decide('decide-eligibility', 'eligible');
  await backbone.beginRound('support-planning');
  await backbone.settleDown();
  return backbone;
}

async function loseTheRun(backbone: Backbone): Promise<void> {
  for (const name of backbone.engine.live) backbone.engine.fail(name);
  await backbone.settleDown();
}

describe('a run that is lost', () => {
  test('is followed by the next attempt, which waits where people wait', async () => {
    const backbone = await planning();
    await backbone.decide('write-support-plan', 'written');
    await backbone.settleDown();
    await loseTheRun(backbone);
    await expectInStep(backbone, ['assess-finances', 'authorise-plan']);
    expect(backbone.engine.live).toEqual([expect.stringMatching(/_1_2$/)]);
  });

  test('leaves its tasks in their queue, with the day by which they were due', async () => {
    const backbone = await planning();
    const dueBefore = backbone.queue.map((item) => [item.sk, item['due'], item['openedAt']]);
    backbone.advanceDays(3);
    await loseTheRun(backbone);
    await expectInStep(backbone, ['assess-finances', 'write-support-plan']);
    expect(backbone.queue.map((item) => [item.sk, item['due'], item['openedAt']])).toEqual(
      dueBefore,
    );
  });

  test('without a word is found when a verdict is handed to it, whatever else seems to wait', async () => {
    const backbone = await planning();
    backbone.engine.wipe();
    await backbone.decide('write-support-plan', 'written');
    await backbone.settleDown();
    await expectInStep(backbone, ['assess-finances', 'authorise-plan']);
  });

  test('is no reason to start anything once the record has done with it', async () => {
    const backbone = await planning();
    const [name = ''] = backbone.engine.live;
    await backbone.close();
    await backbone.settleDown();
    await hearSignal({ kind: 'execution-lost', execution: name }, backbone.ports);
    await expectInStep(backbone, []);
  });

  test('of another service concerns us not', async () => {
    const backbone = await planning();
    await hearSignal({ kind: 'execution-lost', execution: 'nightly_export_1' }, backbone.ports);
    await expectInStep(backbone, ['assess-finances', 'write-support-plan']);
  });
});

test('a wait that reaches its time limit is the same task, due on the same day', async () => {
  const backbone = await planning();
  const [before] = backbone.queue.filter(({ sk }) => sk === 'WORK#write-support-plan');
  backbone.advanceDays(60);
  backbone.engine.timeOut('write-support-plan');
  await backbone.settleDown();
  await expectInStep(backbone, ['assess-finances', 'write-support-plan']);
  const [after] = backbone.queue.filter(({ sk }) => sk === 'WORK#write-support-plan');
  expect(after).toMatchObject({ due: before?.['due'], openedAt: before?.['openedAt'] });
  expect(after?.['token']).not.toBe(before?.['token']);
});

test('every execution may be wiped between any two steps, and the case comes to its end', async () => {
  const backbone = await planning();
  const decisions = [
    ['write-support-plan', 'written'],
    ['authorise-plan', 'returned'],
    ['write-support-plan', 'written'],
    ['authorise-plan', 'authorised'],
    ['authorise-budget', 'escalated'],
    ['authorise-budget', 'authorised'],
    ['arrange-support', 'arranged'],
    ['assess-finances', 'assessed'],
    ['start-support', 'started'],
  ] as const;
  for (const [step, verdict] of decisions) {
    backbone.engine.wipe();
    await backbone.decide(step, verdict);
    await backbone.settleDown();
    const { queue, openSteps, everyWaitIsATask } = await backbone.standing();
    expect([queue, everyWaitIsATask]).toEqual([openSteps, true]);
  }
  await expectInStep(backbone, []);
});

describe('a machine that keeps ending', () => {
  async function broken(): Promise<Backbone> {
    const backbone = new Backbone();
    backbone.engine.isBroken = true;
    await backbone.open();
    await backbone.settleDown();
    return backbone;
  }

  test('is tried five times and is then a task for the operators', async () => {
    const backbone = await broken();
    expect(backbone.engine.started).toBe(5);
    expect(backbone.faults).toMatchObject([
      { machine: 'journey', error: 'machine-keeps-ending', gsi1pk: 'FAULTS' },
    ]);
  });

  test('is tried once more by each reconcile', async () => {
    const backbone = await broken();
    await backbone.reconcile();
    await backbone.settleDown();
    expect(backbone.engine.started).toBe(6);
    await backbone.reconcile();
    await backbone.settleDown();
    expect(backbone.engine.started).toBe(7);
    expect(backbone.faults).toHaveLength(1);
  });

  test('is tried afresh when the record moves, and its task is cleared when it goes on', async () => {
    const backbone = await broken();
    backbone.engine.isBroken = false;
    await backbone.decide('triage-contact', 'assess');
    await backbone.settleDown();
    await expectInStep(backbone, ['assess-needs']);
    expect(backbone.faults).toEqual([]);
  });

  test('needs no operator once the case is closed', async () => {
    const backbone = await broken();
    await backbone.close();
    await backbone.settleDown();
    expect(backbone.faults).toEqual([]);
  });

  test('is not a machine that was lost now and then while people worked', async () => {
    const backbone = await planning();
    for (let loss = 0; loss < 8; loss += 1) {
      await backbone.change((workflow) => workflow);
      await loseTheRun(backbone);
    }
    expect(backbone.faults).toEqual([]);
    await expectInStep(backbone, ['assess-finances', 'write-support-plan']);
  });
});
