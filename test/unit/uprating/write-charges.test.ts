import { describe, expect, test } from 'vitest';
import { letterFor } from '#functions/letters/letters-by-event.ts';
import { goOnWithUprating } from '#functions/uprating/go-on.ts';
import { loadChargingRates } from '#shared/council/load/load-charging-rates.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { AssessedCharge } from '#shared/domain/finances/assessed-charge.ts';
import { BudgetPartState } from '#shared/domain/plan/plan-state.ts';
import { replayCharge } from '#shared/domain/replay/replay-charge.ts';
import { withLiveSupport } from '#test/support/case-states.ts';
import {
  bodyOf,
  incomePence,
  shownOf,
  terms,
  type UpratingOffice,
  weeklyPence,
  withTwo,
} from '#test/support/uprating-office.ts';

const { before, after } = weeklyPence;

// Support that costs more than anybody here pays towards it.
const managed = BudgetPartState.extend({ startedOn: CivilDate }).parse({
  id: 'managed',
  holding: 'council-managed',
  weeklyPence: 50_000,
  chargeableWeeklyPence: 50_000,
  oneOffPence: 0,
  contribution: 'gross',
  payee: null,
  agreementId: null,
  startedOn: '2025-11-03',
});

describe('An uprating that is committed', () => {
  test('gives each case its charge from the first day of the new rates', async () => {
    const office = await withTwo();
    const runId = await office.committed();
    await office.work();
    expect(await office.read(runId)).toMatchObject({
      status: 'written',
      written: { written: 2, leftOut: 0 },
    });
    const last = await office.last('casepaysmore0001');
    expect(last).toMatchObject({ type: 'finances-assessed', actor: { id: 'approver-1' } });
    expect(await office.pays('casepaysmore0001')).toBe(after);
    const charge = AssessedCharge.parse(last.body);
    expect(charge).toMatchObject({
      appliesFrom: terms.ratesFrom,
      charge: { weeklyPence: after, rateVersion: 'rates-2026-27' },
      input: { incomes: [{ pence: 26_523 }] },
      replaces: { weeklyContributionPence: before, differenceWeeklyPence: after - before },
    });
    expect(charge.asked).toMatchObject([
      { from: '2025-10-01', weeklyPence: before },
      { from: '2026-04-06', weeklyPence: after },
    ]);
  });

  test('waits for that day where it was committed before', async () => {
    const office = await withTwo();
    const runId = await office.workedOut();
    bodyOf(await office.decide(runId, { verdict: 'commit' }));
    await office.work();
    expect(await office.pays('casepaysmore0001')).toBe(before);
    office.office.today = '2026-04-06';
    await office.work();
    expect(await office.pays('casepaysmore0001')).toBe(after);
  });

  test('is committed by somebody else than who prepared it, and once it is worked out', async () => {
    const office = await withTwo();
    const { runId } = shownOf(await office.begin());
    const commit = { verdict: 'commit' };
    expect(await office.decide(runId, commit)).toMatchObject({ refusal: { kind: 'wrong-stage' } });
    await office.work();
    const preparer = { id: 'finance-1', role: 'finance-approver' } as const;
    expect(await office.decide(runId, commit, preparer)).toMatchObject({
      refusal: { kind: 'same-person' },
    });
    bodyOf(await office.decide(runId, commit));
    expect(await office.decide(runId, commit)).toMatchObject({ refusal: { kind: 'wrong-stage' } });
    expect(await office.decide(runId, { verdict: 'abandon', reason: 'Late' })).toMatchObject({
      refusal: { kind: 'wrong-stage' },
    });
  });

  test('leaves alone who was assessed, ended or died since the dry run', async () => {
    const office = await withTwo();
    await office.charged('casethatended001', incomePence);
    const runId = await office.workedOut();
    await office.assess('casepaysmore0001', 30_000);
    await office.change('casethatended001', 'case-closed', (state) => ({
      ...state,
      status: 'closed',
      closedOn: '2026-01-01',
      outcome: 'nfa-other',
    }));
    office.office.today = '2026-04-06';
    bodyOf(await office.decide(runId, { verdict: 'commit' }));
    await office.work();
    expect(await office.read(runId)).toMatchObject({ written: { written: 1, leftOut: 2 } });
    expect(await office.pays('casepaysmore0001')).toBe(30_000 - 23_260);
  });

  test('takes nobody twice: the next dry run finds them on the new rates', async () => {
    const office = await withTwo();
    await office.committed();
    await office.work();
    for (const caseId of ['casepaysmore0001', 'casepaysless0001']) await office.follow(caseId);
    const again = await office.workedOut();
    const left = { reason: 'on-new-rates' };
    expect(await office.cases(again)).toMatchObject([left, left]);
  });

  test('tells the days since where it comes late', async () => {
    const office = await withTwo();
    const caseId = 'casepaysmore0001';
    await office.change(caseId, 'support-started', (state) => {
      const { live, ...supported } = withLiveSupport(state, '2025-11-03');
      return { ...supported, live: live && { ...live, parts: [managed] } };
    });
    await office.committed();
    office.office.today = '2026-04-20';
    await office.work();
    const last = await office.last(caseId);
    // Two weeks at the difference between the two charges.
    expect(AssessedCharge.parse(last.body).difference).toMatchObject({
      from: '2026-04-06',
      until: '2026-04-19',
      differencePence: 2 * (after - before),
    });
    expect(last.body).toMatchObject({
      explanation: [
        expect.stringContaining('Each April'),
        'Until then you paid £20.00 a week.',
        '£7.56 more is due. You can ask to pay it in parts, and your care goes on.',
      ],
    });
    expect(letterFor(last)).toBe('charge-new-year');
  });

  test('can be replayed from what it keeps', async () => {
    const office = await withTwo();
    await office.committed();
    await office.work();
    const last = await office.last('casepaysmore0001');
    expect(replayCharge(last, await loadChargingRates())).toMatchObject({
      what: 'charge',
      told: 'rates-2026-27: £23.78 a week',
      result: { is: 'same' },
    });
  });

  test('writes each charge once, killed at any call and begun again', async () => {
    let isKilled = true;
    for (let call = 1; isKilled; call += 1) {
      const office = await withTwo();
      await office.committed();
      isKilled = await office.workKilledAt(call);
      expect(isKilled || call > 15, 'it was killed at each of its calls').toBe(true);
      await expectWrittenOnce(office, call);
    }
  });

  test('is worked out the same, killed at any call and begun again', async () => {
    let isKilled = true;
    for (let call = 1; isKilled; call += 1) {
      const office = await withTwo();
      const { runId } = shownOf(await office.begin());
      isKilled = await office.workKilledAt(call);
      expect(isKilled || call > 15, 'it was killed at each of its calls').toBe(true);
      expect(await office.read(runId), `call ${call}`).toMatchObject({
        status: 'worked-out',
        totals: { worked: 2 },
      });
    }
  });

  test('is written once where two calls work on it at the same time', async () => {
    const office = await withTwo();
    await office.committed();
    await Promise.all([goOnWithUprating(office.ports), goOnWithUprating(office.ports)]);
    await office.work();
    await expectWrittenOnce(office, 0);
  });
});

async function expectWrittenOnce(office: UpratingOffice, call: number): Promise<void> {
  for (const caseId of ['casepaysmore0001', 'casepaysless0001']) {
    const { sequence, after: state } = await office.last(caseId);
    expect(sequence, `${caseId}, call ${call}`).toBe(3);
    expect(state.records.finances).toBe(3);
  }
  const by = { id: 'finance-1', role: 'finance-officer' } as const;
  expect(bodyOf(await office.office.asStaff(by, 'list-upratings'))).toMatchObject({
    runs: [{ status: 'written' }],
  });
}
