import { beforeEach, describe, expect, test } from 'vitest';
import { delegationWrite } from '#shared/stores/policy-store.ts';
import { PayDesk, reason } from '#test/support/pay-desk.ts';
import { limits } from '#test/support/plan-states.ts';

const social = { by: 'practitioner-1', role: 'practitioner' } as const;
const manager = { by: 'manager-1', role: 'budget-manager' } as const;
const head = { by: 'head-1', role: 'head-of-service' } as const;
const agreementId = 'agreement0001';
const repair = { pence: 45_000, purpose: 'equipment', outcome: 'nutrition', reason };
let desk: PayDesk;

beforeEach(async () => {
  desk = new PayDesk();
  const scheme = limits.map(({ from: _from, ...limit }) => limit);
  await desk.table.write([delegationWrite({ from: '2026-01-01', limits: scheme })]);
  await desk.pays(agreementId);
});

const asked = async () => (await desk.agreement(agreementId)).oneOffsAsked?.at(-1)?.event ?? 0;
const decide = async (who: Parameters<PayDesk['does']>[0], verdict = 'authorised') =>
  desk.does(who, 'decide-one-off-payment', { asked: await asked(), verdict, comment: reason });
const paidOnce = async () => (await desk.payments(agreementId)).filter(({ days }) => days === null);

describe('a one-off payment beside the lines of a plan', () => {
  test('is paid once, under a key of its own, when two people have allowed it', async () => {
    expect(await desk.does(social, 'ask-one-off-payment', repair)).toBeUndefined();
    const event = await asked();
    expect(await decide(manager)).toBeUndefined();
    await desk.follow(agreementId);
    await desk.pay('2026-03-30');
    await desk.follow(agreementId);
    await desk.pay('2026-04-27');
    expect(await paidOnce()).toMatchObject([
      { name: `ONCE#asked-${event}`, amountPence: 45_000, state: 'sent' },
    ]);
    const again = { asked: event, verdict: 'authorised', comment: reason };
    expect(await desk.does(manager, 'decide-one-off-payment', again)).toBe('not-found');
  });

  test('needs another person, within a limit that reaches so far', async () => {
    await desk.does(social, 'ask-one-off-payment', { ...repair, pence: 250_000 });
    expect(await decide({ by: social.by, role: 'budget-manager' })).toBe('same-person');
    expect(await decide(manager)).toBe('above-delegated-limit');
    expect(await decide(head)).toBeUndefined();
    expect(await desk.head(agreementId)).toMatchObject({ oneOffs: [{ pence: 250_000 }] });
  });

  test('waits in the queue of those who answer for budgets until it is decided', async () => {
    const team = desk.ports.council.teams.find(({ kind }) => kind === 'budget-management');
    const steps = async () =>
      (await desk.ports.tasks.ofTeam(team?.id ?? '', 10)).tasks.map(({ step }) => step);
    await desk.does(social, 'ask-one-off-payment', repair);
    expect(await steps()).toEqual(['decide-one-off']);
    await decide(manager, 'rejected');
    expect(await steps()).toEqual([]);
  });

  test('is not paid where it was rejected', async () => {
    await desk.does(social, 'ask-one-off-payment', repair);
    expect(await decide(manager, 'rejected')).toBeUndefined();
    await desk.pay('2026-03-30');
    expect(await paidOnce()).toEqual([]);
  });

  test('is not asked for once the agreement ends', async () => {
    const end = { lastDay: '2026-05-31', cause: 'other', reason, needsMetOtherwise: reason };
    expect(await desk.does(social, 'end-direct-payment', end)).toBeUndefined();
    expect(await desk.does(social, 'ask-one-off-payment', repair)).toBe('wrong-stage');
  });
});
