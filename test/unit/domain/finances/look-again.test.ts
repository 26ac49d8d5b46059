import { describe, expect, it } from 'vitest';
import { sweepDue } from '#functions/workflow/daily/due-sweep.ts';
import { assessFinances } from '#shared/domain/finances/assess-finances.ts';
import { fallDueForChargeReview, lookAgainAtCharge } from '#shared/domain/finances/look-again.ts';
import { finances, today } from '#test/bench/journey/bodies.ts';
import { directPlayer, directPorts } from '#test/bench/journey/direct-player.ts';
import { staff, takeContact, toPlanning } from '#test/bench/journey/standard-journey.ts';
import { at, changeOf, eligible, stateAfter } from '#test/support/case-states.ts';
import { careActInput, chargingAbout } from '#test/support/finances.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { authorised, budgetGiven, managedPlan } from '#test/support/plan-states.ts';

type Others = Parameters<typeof careActInput>[1];

/** A case whose charge was worked for care of 500.00 a week before there was a plan. */
function charged(leftPence: number, others: Others = {}) {
  const input = careActInput(leftPence, { ...others });
  return stateAfter(
    assessFinances(budgetGiven(eligible()), input, chargingAbout, at('2026-07-07')),
  );
}
const carePence = (weeklyPence: number): Others => ({
  care: { from: 'lines', lines: [{ id: 'a', label: 'Help', kind: 'care', weeklyPence }] },
});
const free: Others = {
  care: { from: 'lines', lines: [{ id: 'a', label: 'Rail', kind: 'aid', weeklyPence: 100 }] },
};

describe('A plan of 180.00 a week that is authorised', () => {
  it.each([
    ['costs less than the person was told to pay', 60_000, {}, true],
    ['costs what the charge was worked for', 60_000, carePence(18_000), false],
    ['costs more, and the person paid all that it cost', 20_000, carePence(15_000), true],
    ['costs more, and the person pays from means that are less', 3_000, carePence(15_000), false],
    ['may be charged for where nothing could be before', 3_000, free, true],
  ] as const)('%s: whether finance looks again', (_, leftPence, others, isAsked) => {
    const state = authorised(managedPlan, charged(leftPence, others));
    expect(state.finances?.lookAgain !== undefined).toBe(isAsked);
  });

  it('is nothing to look at where no charge was worked', () => {
    const state = authorised(managedPlan);
    if (state.status === 'closed') throw new Error('the case is open');
    expect(lookAgainAtCharge(state, at('2026-07-13'))).toBe(state);
  });
});

describe('The day on which a charge is to be looked at', () => {
  const review = { reviewOn: '2026-08-03', toldInWriting: true } as const;
  const provisional: Others = {
    assessment: {
      kind: 'incomplete',
      weeklyPence: 1_000,
      ...review,
      missing: 'Nobody may act for him.',
      helpOffered: 'We asked the Court of Protection.',
    },
  };

  it('asks finance once, on the day and not before', () => {
    const state = charged(0, provisional);
    expect(fallDueForChargeReview(state, at('2026-08-02'))).toMatchObject({ accepted: false });
    const { next, body } = changeOf(fallDueForChargeReview(state, at('2026-08-03')));
    expect(body).toMatchObject({ reviewOn: '2026-08-03' });
    expect(next.finances?.lookAgain).toBeDefined();
    expect(fallDueForChargeReview(next, at('2026-08-04'))).toMatchObject({ accepted: false });
  });

  it('puts a task into finance’s queue, which the next assessment takes out', async () => {
    const ports = directPorts(new MemoryTable());
    const played = await takeContact(directPlayer(ports));
    await toPlanning(played, 'thin');
    const expense = {
      id: 'laundry',
      label: 'Laundry',
      pence: 500,
      every: 'week',
      evidence: 'Receipts',
      reviewOn: '2026-07-20',
    };
    const by = staff.finance;
    const seen = 'finances';
    await played.send('assess-finances', {
      by,
      seen,
      body: { ...finances, disabilityExpenses: [expense] },
    });
    const system = { ...ports.system, now: () => '2026-07-20T06:00:00.000Z' };
    await sweepDue({ ...ports, system, bus: { publish: () => Promise.resolve() } });
    const waiting = async () => {
      const { tasks } = await ports.tasks.ofTeam('finance', 10);
      return tasks.filter(({ step }) => step === 'look-at-charge').length;
    };
    expect(await waiting()).toBe(1);
    await played.send('assess-finances', { by, seen, body: { ...finances, assessedOn: today } });
    expect(await waiting()).toBe(0);
  });
});
