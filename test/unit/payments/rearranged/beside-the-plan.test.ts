import { beforeEach, describe, expect, test } from 'vitest';
import { cashLimitsWrite } from '#shared/stores/money/cost-centres/cash-limit-store.ts';
import { commitmentsOfCentres } from '#shared/stores/money/cost-centres/commitment-store.ts';
import { changedHeadWrite } from '#shared/stores/money/payments/agreement-head-store.ts';
import { delegationWrite } from '#shared/stores/policy-store.ts';
import { PayDesk, reason } from '#test/support/pay-desk.ts';
import { limits, plan } from '#test/support/plan-states.ts';

const social = { by: 'practitioner-1', role: 'practitioner' } as const;
const manager = { by: 'manager-1', role: 'budget-manager' } as const;
const head = { by: 'head-1', role: 'head-of-service' } as const;
const agreementId = 'agreement0001';
const supporter = { kind: 'provider', name: 'Example Repairs' };
const repair = {
  ...{ pence: 45_000, purpose: 'equipment', purchase: 'equipment', supporter },
  ...{ outcome: 'nutrition', reason },
};
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

  test('is committed to once, and tells who answers for the limit that it passes', async () => {
    const first = await desk.head(agreementId);
    const costs = { 'older-people': 3, 'physical-disability': 1 };
    await desk.table.write([
      changedHeadWrite(first, { costs }),
      cashLimitsWrite({
        from: '2026-01-01',
        limits: [{ costCentre: 'older-people', year: 2025, yearlyPence: 30_000 }],
        escalateTo: 'head-1',
      }),
    ]);
    await desk.does(social, 'ask-one-off-payment', repair);
    expect(await decide(manager)).toBeUndefined();
    await desk.follow(agreementId);
    await desk.follow(agreementId);
    const centres = ['older-people', 'physical-disability'];
    const borne = await commitmentsOfCentres(desk.table, centres);
    expect(borne.map(({ value }) => Object.values(value.once))).toEqual([[33_750], [11_250]]);
    expect(await desk.ports.cases.last('case0000000001')).toMatchObject({
      type: 'cash-limit-passed',
      body: { limits: [{ committedBeforePence: 0, committedPence: 33_750, abovePence: 3_750 }] },
    });
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

  test('serves an outcome that the plan which is paid names', async () => {
    const other = { ...repair, outcome: 'hygiene' };
    expect(await desk.does(social, 'ask-one-off-payment', other)).toBe('outcome-not-in-plan');
  });

  test('is told why where the plan has paid for the same once already', async () => {
    const floor = { ...repair, purchase: 'home-adaptation' };
    expect(await desk.does(social, 'ask-one-off-payment', floor)).toBe('reason-needed');
    const dearer = { ...floor, whyAgain: 'The price rose before it was laid.' };
    expect(await desk.does(social, 'ask-one-off-payment', dearer)).toBeUndefined();
  });

  test('is told why where the same was asked for, or bought, beside the plan before', async () => {
    await desk.does(social, 'ask-one-off-payment', repair);
    expect(await desk.does(social, 'ask-one-off-payment', repair)).toBe('reason-needed');
    expect(await decide(manager)).toBeUndefined();
    expect(await desk.does(social, 'ask-one-off-payment', repair)).toBe('reason-needed');
    const other = { ...repair, whyAgain: 'The first one wore out.' };
    expect(await desk.does(social, 'ask-one-off-payment', other)).toBeUndefined();
    expect(await decide(manager)).toBeUndefined();
  });

  test('may be asked for once more where it was rejected', async () => {
    await desk.does(social, 'ask-one-off-payment', repair);
    expect(await decide(manager, 'rejected')).toBeUndefined();
    expect(await desk.does(social, 'ask-one-off-payment', repair)).toBeUndefined();
  });

  test('is judged again at the second key, by the plan as it is paid then', async () => {
    await desk.does(social, 'ask-one-off-payment', repair);
    await desk.becomes(agreementId, {
      ...(await desk.agreement(agreementId)),
      planBuys: { outcomes: ['hygiene'], once: [] },
    });
    expect(await decide(manager)).toBe('outcome-not-in-plan');
    expect(await decide(manager, 'rejected')).toBeUndefined();
  });

  test('is asked for anew where nobody said what it buys', async () => {
    await desk.does(social, 'ask-one-off-payment', repair);
    const { oneOffsAsked = [] } = await desk.agreement(agreementId);
    const before = oneOffsAsked.map(({ request: _none, ...kept }) => kept);
    await desk.becomes(agreementId, {
      ...(await desk.agreement(agreementId)),
      oneOffsAsked: before,
    });
    expect(await decide(manager)).toBe('wrong-stage');
    expect(await decide(manager, 'rejected')).toBeUndefined();
  });

  test('is held against the plan itself where the agreement kept nothing of it', async () => {
    const { ports } = desk;
    const last = await ports.cases.last('case0000000001');
    if (!last) throw new Error('the case is gone');
    const body = { lines: plan.lines, parts: plan.parts };
    const { aggregateId, at, actor, after } = last;
    const written = { id: 'written', type: 'plan-written', aggregateId, at, actor, body, after };
    await ports.cases.append(last, { ...written, request: null });
    const { planBuys: _none, ...before } = await desk.agreement(agreementId);
    await desk.becomes(agreementId, { ...before, planVersion: 2 });
    expect(await desk.does(social, 'ask-one-off-payment', repair)).toBe('outcome-not-in-plan');
    const named = { ...repair, outcome: plan.lines[0]?.outcome };
    expect(await desk.does(social, 'ask-one-off-payment', named)).toBeUndefined();
  });

  test('shows its kind to whoever decides, and to whom it is paid', async () => {
    await desk.does(social, 'ask-one-off-payment', repair);
    const team = desk.ports.council.teams.find(({ kind }) => kind === 'budget-management');
    const { tasks } = await desk.ports.tasks.ofTeam(team?.id ?? '', 10);
    expect(tasks).toMatchObject([{ step: 'decide-one-off', purchase: 'equipment' }]);
    const { oneOffsAsked } = await desk.agreement(agreementId);
    expect(oneOffsAsked).toMatchObject([{ pence: 45_000, request: repair }]);
    await decide(manager);
    await desk.pay('2026-03-30');
    expect(await paidOnce()).toMatchObject([{ purchase: 'equipment' }]);
  });
});

describe('a stay in a care home beside the plan', () => {
  const stay = (firstNight: string, lastNight: string) => ({
    ...repair,
    ...{ purpose: 'other', purchase: 'care-home-stay' },
    careHomeStays: [{ firstNight, lastNight }],
  });
  const asks = (body: object, who: Parameters<PayDesk['does']>[0] = social) =>
    desk.does(who, 'ask-one-off-payment', body);

  test('has its nights', async () => {
    const { careHomeStays: _none, ...undated } = stay('2026-05-01', '2026-05-14');
    expect(await asks(undated)).toBe('invalid-input');
  });

  test('counts together with what the plan buys', async () => {
    const careHomeStays = [{ firstNight: '2026-05-01', lastNight: '2026-05-20' }];
    await desk.becomes(agreementId, {
      ...(await desk.agreement(agreementId)),

      planBuys: { outcomes: ['nutrition'], once: [], careHomeStays },
    });
    expect(await asks(stay('2026-05-21', '2026-05-29'))).toBe('purchase-prohibited');
    expect(await asks(stay('2026-05-20', '2026-05-28'))).toBe('reason-needed');
    expect(await asks(stay('2026-05-21', '2026-05-28'))).toBeUndefined();
  });

  test('counts together with what was bought through another agreement of the person', async () => {
    await desk.pays('agreement0002');
    const other = { ...social, agreementId: 'agreement0002' };
    expect(await asks(stay('2026-05-15', '2026-05-29'), other)).toBeUndefined();
    await asks(stay('2026-05-01', '2026-05-14'));
    expect(await decide(manager)).toBeUndefined();
    const { oneOffsAsked } = await desk.agreement('agreement0002');
    const decision = { asked: oneOffsAsked?.[0]?.event, verdict: 'authorised', comment: reason };
    const byManager = { ...manager, agreementId: 'agreement0002' };
    expect(await desk.does(byManager, 'decide-one-off-payment', decision)).toBe(
      'purchase-prohibited',
    );
  });
});
