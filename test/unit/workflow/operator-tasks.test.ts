import { describe, expect, test } from 'vitest';
import { doJourneyTask } from '#functions/workflow/journey-task.ts';
import { clearOperatorTask, listOperatorTasks } from '#functions/workflow/operator-tasks.ts';
import { Backbone } from '#test/support/backbone/backbone.ts';
import { expectInStep } from '#test/support/backbone/in-step.ts';

const aggregateId = 'case000000000000000a';
const caller = { kind: 'staff', id: 'operator-1', roles: ['administrator'], teams: [] } as const;

const request = (params: Readonly<Record<string, string>>) => ({
  caller,
  actingAs: 'administrator' as const,
  params,
  query: {},
  body: undefined,
  headers: {},
});
const name = { owner: 'case', aggregateId, machine: 'journey' };

function report(backbone: Backbone, execution: string): Promise<unknown> {
  return doJourneyTask(
    {
      contract: 1,
      task: 'report-fault',
      owner: 'case',
      aggregateId,
      execution,
      machine: 'adult-social-care-prod-journey',
      error: 'Lambda.Unknown',
    },
    backbone.ports,
  );
}

async function faulty(): Promise<Backbone> {
  const backbone = new Backbone();
  await backbone.open();
  await backbone.settleDown();
  const [execution = ''] = backbone.engine.live;
  await report(backbone, execution);
  return backbone;
}

describe('a fault that nobody can decide', () => {
  test('is a task for the operators, once, with the name of the error', async () => {
    const backbone = await faulty();
    await report(backbone, String(backbone.faults[0]?.['execution']));
    const listed = await listOperatorTasks.run(request({}), { ...backbone.ports, ...unused });
    expect(listed).toMatchObject({
      accepted: true,
      value: { body: { tasks: [{ ...name, error: 'Lambda.Unknown' }] } },
    });
  });

  test('goes away by itself when the next run waits for people', async () => {
    const backbone = await faulty();
    for (const run of backbone.engine.live) backbone.engine.fail(run);
    await backbone.settleDown();
    await expectInStep(backbone, ['triage-contact']);
    expect(backbone.faults).toEqual([]);
  });

  test('of a run that the record wants no longer is nobody’s task', async () => {
    const backbone = new Backbone();
    await backbone.open();
    await backbone.settleDown();
    const [execution = ''] = backbone.engine.live;
    await backbone.beginRound('journey');
    await report(backbone, execution);
    await backbone.close();
    await report(backbone, execution.replace('_1_1', '_2_1'));
    expect(backbone.faults).toEqual([]);
  });

  test('is cleared by an operator on the record, which tries the machine again', async () => {
    const backbone = new Backbone();
    backbone.engine.isBroken = true;
    await backbone.open();
    await backbone.settleDown();
    backbone.engine.isBroken = false;
    const cleared = await clearOperatorTask.run(request(name), { ...backbone.ports, ...unused });
    expect(cleared).toMatchObject({ accepted: true, value: { body: { machine: 'journey' } } });
    await backbone.settleDown();
    await expectInStep(backbone, ['triage-contact']);
    const last = await backbone.ports.cases.last(aggregateId);
    expect(last).toMatchObject({ type: 'operator-task-cleared', actor: { id: 'operator-1' } });
  });

  test('that there is not cannot be cleared', async () => {
    const backbone = new Backbone();
    await backbone.open();
    const answer = await clearOperatorTask.run(request(name), { ...backbone.ports, ...unused });
    expect(answer).toMatchObject({ accepted: false, refusal: { kind: 'not-found' } });
  });
});

const unused = {
  pseudonyms: { pointer: async () => '', receipt: async () => ({ reference: '', secret: '' }) },
};
