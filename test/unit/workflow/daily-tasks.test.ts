import { describe, expect, test } from 'vitest';
import { type DailyPorts, doDailyTask } from '#functions/workflow/daily/daily-task.ts';
import {
  deskTaskChanged,
  deskTaskDone,
  deskTaskLate,
  type NewDeskTask,
  openDeskTask,
} from '#shared/stores/cases/desk-task-store.ts';
import { Backbone } from '#test/support/backbone/backbone.ts';
import { expectInStep } from '#test/support/backbone/in-step.ts';

async function opened(): Promise<Backbone> {
  const backbone = new Backbone();
  await backbone.open();
  await backbone.settleDown();
  return backbone;
}

const callBack: NewDeskTask = {
  owner: 'case',
  aggregateId: 'case000000000000000b',
  step: 'call-back',
  taskId: 'call-1',
  team: 'social-work-north',
  due: '2026-11-05',
  claimedBy: null,
  isUrgent: false,
  openedAt: '2026-11-02T09:00:00.000Z',
};

async function waitingFor(task: NewDeskTask) {
  const backbone = new Backbone();
  await backbone.table.write([openDeskTask(task)]);
  const { table, ports } = backbone;
  const at = (day: string) => ({
    ...ports,
    system: { ...ports.system, now: () => `${day}T06:00:00.000Z` },
  });
  return { table, ports, at };
}

const daily = (task: string, ports: DailyPorts) => doDailyTask({ contract: 1, task }, ports);
const eventsOf = ({ table }: Backbone, type: string) =>
  table.items.filter((item) => item['type'] === type);

describe('the sweep of what is due', () => {
  test('tells once that a step is late, and leaves it in its queue', async () => {
    const backbone = await opened();
    backbone.advanceDays(30);
    expect(await daily('due-sweep', backbone.ports)).toEqual({ taken: 1 });
    backbone.advanceDays(1);
    expect(await daily('due-sweep', backbone.ports)).toEqual({ taken: 0 });
    expect(eventsOf(backbone, 'task-overdue')).toHaveLength(1);
    expect(backbone.queue).toMatchObject([{ sk: 'WORK#triage-contact', isOverdue: true }]);
  });

  test('moves a promise that is late up in its queue, until it is given another day', async () => {
    const { table, ports, ...backbone } = await waitingFor(callBack);
    const shown = async () => (await ports.tasks.ofTeam(callBack.team, 10)).tasks;
    await daily('due-sweep', backbone.at(callBack.due));
    expect(await shown()).toMatchObject([{ isOverdue: false }]);
    expect(await daily('due-sweep', backbone.at('2026-11-06'))).toEqual({ taken: 1 });
    const [late] = await shown();
    expect(late).toMatchObject({ step: 'call-back', isOverdue: true });
    expect(await daily('due-sweep', backbone.at('2026-11-07'))).toEqual({ taken: 0 });
    await table.write([deskTaskChanged({ ...callBack, isOverdue: true }, { due: '2026-11-20' })]);
    expect(await shown()).toMatchObject([{ due: '2026-11-20', isOverdue: false }]);
  });

  test('leaves a promise alone that somebody kept meanwhile', async () => {
    const { table, ports } = await waitingFor(callBack);
    await table.write([deskTaskDone(callBack)]);
    expect(await table.write([deskTaskLate({ ...callBack, isOverdue: false })])).toMatchObject({
      written: false,
    });
    expect((await ports.tasks.ofTeam(callBack.team, 10)).tasks).toEqual([]);
  });

  test('says nothing of a step that is due today', async () => {
    const backbone = await opened();
    const due = String(backbone.queue[0]?.['due']);
    backbone.advanceDays((Date.parse(due) - Date.parse('2026-11-02')) / 86_400_000);
    await daily('due-sweep', backbone.ports);
    expect(eventsOf(backbone, 'task-overdue')).toEqual([]);
  });

  test('is not told again of a late step whose machine was lost', async () => {
    const backbone = await opened();
    backbone.advanceDays(30);
    await daily('due-sweep', backbone.ports);
    for (const name of backbone.engine.live) backbone.engine.fail(name);
    await backbone.settleDown();
    await expectInStep(backbone, ['triage-contact']);
    await daily('due-sweep', backbone.ports);
    expect(eventsOf(backbone, 'task-overdue')).toHaveLength(1);
  });

  test('goes on past a row that it cannot take, and says at the end that there was one', async () => {
    const backbone = await opened();
    const broken = {
      pk: 'CASE#broken000000000000',
      sk: 'WORK#triage-contact',
      gsi1pk: backbone.queue[0]?.['gsi1pk'] ?? '',
      gsi1sk: 'OPEN#2026-01-01#broken#triage-contact',
    };
    await backbone.table.write([{ put: broken }]);
    backbone.advanceDays(30);
    await expect(daily('due-sweep', backbone.ports)).rejects.toThrow('1 due rows');
    expect(eventsOf(backbone, 'task-overdue')).toHaveLength(1);
  });

  test('takes a row once where each call of it breaks in turn', async () => {
    for (let call = 1; call <= 16; call += 1) {
      const backbone = await opened();
      backbone.advanceDays(30);
      backbone.breaker.breakAt(backbone.breaker.calls + call, call % 2 ? 'before' : 'after');
      await daily('due-sweep', backbone.ports).catch(() => {});
      await daily('due-sweep', backbone.ports).catch(() => {});
      await daily('due-sweep', backbone.ports);
      expect(eventsOf(backbone, 'task-overdue'), `call ${call}`).toHaveLength(1);
    }
  });
});

describe('reconcile', () => {
  test('brings each case of the hours that are over once, and none of them again', async () => {
    const backbone = await opened();
    await backbone.decide('triage-contact', 'assess');
    backbone.published.length = 0;
    expect(await daily('reconcile', backbone.ports)).toMatchObject({ aggregates: 0 });
    backbone.advanceDays(1);
    expect(await daily('reconcile', backbone.ports)).toEqual({ hours: 24, aggregates: 1 });
    expect(backbone.published).toMatchObject([
      { type: 'case-unsettled', detail: { owner: 'case', first: 1, last: 2 } },
    ]);
    expect(await daily('reconcile', backbone.ports)).toEqual({ hours: 0, aggregates: 0 });
  });

  test('catches up after weeks without it, a fortnight at a time', async () => {
    const backbone = await opened();
    await daily('reconcile', backbone.ports);
    await backbone.decide('triage-contact', 'assess');
    backbone.advanceDays(20);
    expect(await daily('reconcile', backbone.ports)).toEqual({ hours: 336, aggregates: 1 });
    expect(await daily('reconcile', backbone.ports)).toMatchObject({ hours: 144 });
  });

  test('brings a machine that failed, for as long as it is not mended', async () => {
    const backbone = new Backbone();
    backbone.engine.isBroken = true;
    await backbone.open();
    await backbone.settleDown();
    for (let day = 0; day < 3; day += 1) {
      backbone.advanceDays(1);
      await daily('reconcile', backbone.ports);
      expect(backbone.published.at(-1)).toMatchObject({
        type: 'case-unsettled',
        detail: { first: 1, last: 0 },
      });
    }
  });

  test('loses nothing of what the stream never brought', async () => {
    const backbone = await opened();
    await backbone.decide('triage-contact', 'assess');
    backbone.table.takeChanges();
    await backbone.reconcile();
    await backbone.settleDown();
    await expectInStep(backbone, ['assess-needs']);
  });

  test('tells the bus ids and numbers only', async () => {
    const backbone = await opened();
    backbone.advanceDays(1);
    await daily('reconcile', backbone.ports);
    for (const { detail } of backbone.published) {
      for (const value of Object.values(detail)) expect(String(value)).toMatch(/^[0-9a-z]+$/);
    }
  });
});

test('a call that no schedule makes is a fault', async () => {
  const backbone = await opened();
  await expect(daily('everything', backbone.ports)).rejects.toThrow();
});
