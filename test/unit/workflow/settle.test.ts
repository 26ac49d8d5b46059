import { describe, expect, test } from 'vitest';
import { followChanges } from '#functions/workflow/follow-changes.ts';
import { doJourneyTask } from '#functions/workflow/journey-task.ts';
import { Backbone } from '#test/support/backbone/backbone.ts';
import { expectInStep } from '#test/support/backbone/in-step.ts';

async function opened(): Promise<Backbone> {
  const backbone = new Backbone();
  await backbone.open();
  await backbone.settleDown();
  return backbone;
}

/** A case whose plan is waited for, with finances beside it. */
async function planning(): Promise<Backbone> {
  const backbone = await opened();
  await backbone.decide('triage-contact', 'assess');
  await backbone.decide('assess-needs', 'assessed');
  await backbone.decide('decide-eligibility', 'eligible');
  await backbone.beginRound('support-planning');
  await backbone.settleDown();
  return backbone;
}

async function atSecondKey(): Promise<Backbone> {
  const backbone = await planning();
  await backbone.decide('write-support-plan', 'written');
  await backbone.decide('authorise-plan', 'authorised');
  await backbone.settleDown();
  return backbone;
}

describe('the machines follow the record', () => {
  test('an opened case has one task, and a machine that waits for it', async () => {
    const backbone = await opened();
    await expectInStep(backbone, ['triage-contact']);
  });

  test('a verdict moves the case on to the next task', async () => {
    const backbone = await opened();
    await backbone.decide('triage-contact', 'assess');
    await backbone.settleDown();
    await expectInStep(backbone, ['assess-needs']);
  });

  test('a verdict that is given before its wait opens settles it when it opens', async () => {
    const backbone = new Backbone();
    await backbone.open();
    await backbone.decide('triage-contact', 'assess');
    await backbone.decide('assess-needs', 'assessed');
    await backbone.settleDown();
    await expectInStep(backbone, ['decide-eligibility']);
    expect(backbone.engine.started).toBe(1);
  });

  test('a case of hundreds of events and letters still finds its tasks', async () => {
    const backbone = await opened();
    for (let event = 0; event < 120; event += 1) await backbone.change((workflow) => workflow);
    await backbone.decide('triage-contact', 'assess');
    await backbone.settleDown();
    await expectInStep(backbone, ['assess-needs']);
  });

  test('finances never hold up the plan', async () => {
    const backbone = await atSecondKey();
    await expectInStep(backbone, ['assess-finances', 'authorise-budget']);
  });
});

describe('the stream may bring what it likes, as often as it likes', () => {
  const decisions = [
    ['triage-contact', 'reablement'],
    ['reablement', 'ongoing-need'],
    ['assess-needs', 'assessed'],
  ] as const;

  test.each([
    ['twice', <T>(changes: T[]) => [...changes, ...changes]],
    ['backwards', <T>(changes: T[]) => changes.toReversed()],
  ])('%s', async (_how, disorder) => {
    const backbone = await opened();
    backbone.disorder = disorder;
    for (const [step, verdict] of decisions) {
      await backbone.decide(step, verdict);
      await backbone.settleDown();
    }
    await expectInStep(backbone, ['decide-eligibility']);
    expect(backbone.engine.started).toBe(1);
  });

  test('all at once, after everything was decided', async () => {
    const backbone = await opened();
    for (const [step, verdict] of decisions) await backbone.decide(step, verdict);
    await backbone.settleDown();
    await expectInStep(backbone, ['decide-eligibility']);
  });
});

describe('a loop in the record is followed even where the stream comes too late to see it', () => {
  test('a plan sent back and written again is waited for at the first key', async () => {
    const backbone = await atSecondKey();
    await backbone.decide('authorise-budget', 'returned');
    await backbone.decide('write-support-plan', 'written');
    await backbone.settleDown();
    await expectInStep(backbone, ['assess-finances', 'authorise-plan']);
  });

  test('an amount that went up and was authorised there does not wait at the lower limit', async () => {
    const backbone = await atSecondKey();
    await backbone.decide('authorise-budget', 'escalated');
    await backbone.decide('authorise-budget', 'authorised');
    await backbone.settleDown();
    await expectInStep(backbone, ['assess-finances', 'arrange-support']);
    expect(backbone.engine.started).toBe(2);
  });

  test('an amount that goes up waits again, as a task of its own', async () => {
    const backbone = await atSecondKey();
    await backbone.decide('authorise-budget', 'escalated');
    await backbone.settleDown();
    await expectInStep(backbone, ['assess-finances', 'authorise-budget']);
    const task = backbone.queue.find(({ sk }) => sk === 'WORK#authorise-budget');
    expect(task?.['level']).toBe(1);
  });
});

describe('what the record no longer wants is ended', () => {
  test('a closed case has no task and no machine', async () => {
    const backbone = await planning();
    await backbone.close();
    await backbone.settleDown();
    await expectInStep(backbone, []);
    expect(backbone.engine.live).toEqual([]);
  });

  test('a newer round ends the older one', async () => {
    const backbone = await planning();
    await backbone.decide('write-support-plan', 'written');
    await backbone.settleDown();
    await backbone.beginRound('support-planning');
    await backbone.settleDown();
    await expectInStep(backbone, ['assess-finances', 'write-support-plan']);
    expect(backbone.engine.live).toEqual([expect.stringMatching(/_support-planning_2_1$/)]);
  });

  test('a newer round ends an older run that was between two waits', async () => {
    const backbone = await opened();
    const { ports, table, engine } = backbone;
    await backbone.decide('triage-contact', 'assess');
    await followChanges(table.takeChanges(), ports);
    const [late] = engine.takeCalls();
    await backbone.beginRound('journey');
    await backbone.settleDown();
    await expect(doJourneyTask(late, ports)).rejects.toThrow('round 1 is over');
    await expectInStep(backbone, ['triage-contact']);
  });
});
