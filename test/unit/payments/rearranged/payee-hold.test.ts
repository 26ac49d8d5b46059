import { beforeEach, describe, expect, test } from 'vitest';
import { PayDesk, reason } from '#test/support/pay-desk.ts';

const lead = { by: 'lead-1', role: 'safeguarding-lead' } as const;
const manager = { by: 'manager-1', role: 'team-manager' } as const;
const mary = 'agreement0001';
const theirs = 'agreement0002';
const others = 'agreement0003';
const nephew = { kind: 'nominated', personId: 'nephew000001', name: 'A Nephew' } as const;
const care = { is: 'replaced', how: 'The council arranges the visits.' } as const;
let desk: PayDesk;

beforeEach(async () => {
  desk = new PayDesk();
  await desk.pays(mary, { payee: nephew });
  await desk.pays(theirs, { caseId: 'case0000000002', personId: 'person000002', payee: nephew });
  await desk.pays(others, { caseId: 'case0000000003', personId: 'person000003' });
});

const hold = () => desk.does(lead, 'hold-payee', { reason, care });
const review = (who: typeof lead | typeof manager, body: object) =>
  desk.does(who, 'review-payee-hold', { reason, ...body });
const sentTo = async (agreementId: string) =>
  (await desk.payments(agreementId)).filter(({ state }) => state === 'sent').length;
const tasks = async () => {
  const team = desk.ports.council.teams.find(({ kind }) => kind === 'safeguarding')?.id ?? '';
  return (await desk.ports.tasks.ofTeam(team, 10)).tasks;
};

describe('a safeguarding hold', () => {
  test('stops every agreement that pays the payee, and no other', async () => {
    expect(await hold()).toBeUndefined();
    await desk.pay('2026-03-30');
    expect([await sentTo(mary), await sentTo(theirs), await sentTo(others)]).toEqual([0, 0, 1]);
    expect(await hold()).toBe('payment-stopped');
  });

  test('that comes after a run was drafted holds its payments at the moment of sending', async () => {
    await desk.fire('2026-03-30');
    const [run] = await desk.runs();
    await desk.select(run?.runId ?? '');
    await hold();
    await desk.decide(run?.runId ?? '', 'approved');
    await desk.send(run?.runId ?? '');
    expect([await sentTo(mary), await sentTo(theirs), await sentTo(others)]).toEqual([0, 0, 1]);
    expect(await desk.payments(theirs)).toMatchObject([{ state: 'withheld' }]);
  });

  test('has an owner and a look within two working days, which a later one replaces', async () => {
    await hold();
    expect(await tasks()).toMatchObject([
      { step: 'review-payee-hold', due: '2026-04-01', claimedBy: 'lead-1' },
    ]);
    expect(await review(manager, { verdict: 'goes-on', reviewOn: '2026-05-30' })).toBe(
      'invalid-input',
    );
    expect(await review(lead, { verdict: 'goes-on', reviewOn: '2026-04-09' })).toBeUndefined();
    expect(await tasks()).toMatchObject([{ due: '2026-04-09' }]);
  });

  test('that is looked at late is put off to a day to come', async () => {
    await hold();
    desk.today = '2026-04-10';
    expect(await review(lead, { verdict: 'goes-on', reviewOn: '2026-04-09' })).toBe(
      'invalid-input',
    );
    expect(await review(lead, { verdict: 'goes-on', reviewOn: '2026-04-13' })).toBeUndefined();
  });

  test('is released by somebody else, everywhere, and what was withheld is paid', async () => {
    await hold();
    await desk.pay('2026-03-30');
    expect(await review(lead, { verdict: 'released' })).toBe('same-person');
    expect(await review(manager, { verdict: 'released' })).toBeUndefined();
    expect(await tasks()).toEqual([]);
    await desk.pay('2026-04-27');
    expect([await sentTo(mary), await sentTo(theirs), await sentTo(others)]).toEqual([2, 2, 2]);
  });

  test('meets an agreement that begins while its payee is held', async () => {
    await hold();
    const begun = { caseId: 'case0000000004', personId: 'person000004', payee: nephew };
    await desk.pays('agreement0004', begun);
    expect(await desk.agreement('agreement0004')).toMatchObject({ payeeHold: { origin: mary } });
    const elsewhere = { ...manager, agreementId: 'agreement0004' };
    const body = { verdict: 'released', reason };
    expect(await desk.does(elsewhere, 'review-payee-hold', body)).toBe('wrong-stage');
  });

  test('outlasts any other stop and its release', async () => {
    await hold();
    const stop = { reason, isFraudSuspected: true };
    await desk.does(lead, 'stop-payments', stop);
    await desk.does(manager, 'release-payments', { reason });
    await desk.pay('2026-03-30');
    expect(await sentTo(mary)).toBe(0);
  });
});
