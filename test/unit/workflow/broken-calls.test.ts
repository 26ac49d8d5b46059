import { describe, expect, test } from 'vitest';
import { Backbone } from '#test/support/backbone/backbone.ts';
import { expectInStep } from '#test/support/backbone/in-step.ts';

/** From the first contact to a second key that is waited for, with a loss and a loop on the way. */
async function live(backbone: Backbone): Promise<void> {
  await backbone.open();
  await backbone.settleDown();
  await backbone.decide('triage-contact', 'assess');
  await backbone.settleDown();
  await backbone.decide('assess-needs', 'assessed');
  await backbone.decide('decide-eligibility', 'eligible');
  await backbone.beginRound('support-planning');
  await backbone.settleDown();
  await backbone.decide('write-support-plan', 'written');
  await backbone.settleDown();
  for (const name of backbone.engine.live) backbone.engine.fail(name);
  await backbone.settleDown();
  await backbone.decide('authorise-plan', 'returned');
  await backbone.settleDown();
  await backbone.decide('write-support-plan', 'written');
  await backbone.decide('authorise-plan', 'authorised');
  await backbone.settleDown();
}

async function callsOf(story: (backbone: Backbone) => Promise<void>): Promise<number> {
  const backbone = new Backbone();
  await story(backbone);
  return backbone.breaker.calls;
}

async function endOf(backbone: Backbone): Promise<void> {
  await live(backbone);
  await backbone.close();
  await backbone.settleDown();
}

describe.each(['before', 'after'] as const)('a call that breaks %s it has an effect', (when) => {
  test('leaves the case where it would have been, whichever call it is', async () => {
    const calls = await callsOf(live);
    expect(calls).toBeGreaterThan(80);
    for (let call = 1; call <= calls; call += 1) {
      const backbone = new Backbone();
      backbone.breaker.breakAt(call, when);
      await live(backbone);
      await expectInStep(backbone, ['assess-finances', 'authorise-budget']);
      const events = backbone.table.items.filter(({ sk }) => sk.startsWith('EVENT#'));
      expect(events, `call ${call}`).toHaveLength(9);
    }
  });

  test('leaves nothing running once the case is closed, whichever call it is', async () => {
    const begin = await callsOf(live);
    const calls = await callsOf(endOf);
    for (let call = begin + 1; call <= calls; call += 1) {
      const backbone = new Backbone();
      backbone.breaker.breakAt(call, when);
      await endOf(backbone);
      await expectInStep(backbone, []);
      expect(backbone.engine.live).toEqual([]);
    }
  });
});
