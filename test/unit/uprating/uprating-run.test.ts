import { describe, expect, test } from 'vitest';
import { goOnWithUprating } from '#functions/uprating/go-on.ts';
import { AssessedCharge } from '#shared/domain/finances/assessed-charge.ts';
import { bodyOf, shownOf, terms, UpratingOffice } from '#test/support/uprating-office.ts';

// Of a pension of 252.60 in 2025-26, 232.60 is kept; of 265.23 in 2026-27, 241.45.
const incomePence = 25_260;
const before = 2000;
const after = 26_523 - 24_145;

async function withTwo(): Promise<UpratingOffice> {
  const office = new UpratingOffice();
  await office.charged('casepaysmore0001', incomePence);
  await office.charged('casepaysless0001', 24_000);
  return office;
}

describe('A dry run of a new year', () => {
  test('says what each would pay before and after, and changes nothing', async () => {
    const office = await withTwo();
    const runId = await office.workedOut();
    expect(await office.read(runId)).toMatchObject({
      status: 'worked-out',
      newRateVersion: 'rates-2026-27',
      totals: {
        worked: 2,
        leftOut: 0,
        payMore: 2,
        payLess: 0,
        beforeWeeklyPence: before + 740,
        afterWeeklyPence: after + 1055,
        moreWeeklyPence: after - before + 1055 - 740,
      },
      progress: { partsWorkedOut: 8, parts: 8, cases: 2 },
    });
    expect(await office.cases(runId)).toContainEqual({
      outcome: 'worked',
      caseId: 'casepaysmore0001',
      finances: 2,
      beforeWeeklyPence: before,
      afterWeeklyPence: after,
      differenceWeeklyPence: after - before,
    });
    expect((await office.last('casepaysmore0001')).sequence).toBe(2);
  });

  test('keeps an income that is not named as it was', async () => {
    const office = await withTwo();
    const runId = await office.workedOut({ ratesFrom: '2026-04-06' });
    expect(await office.read(runId)).toMatchObject({
      totals: { payLess: 2, lessWeeklyPence: 740 + before - (incomePence - 24_145) },
    });
    expect(await office.cases(runId, { only: 'pay-more' })).toEqual([]);
    expect(await office.cases(runId, { only: 'pay-less' })).toHaveLength(2);
  });

  test('says of whom nothing can be worked out, and why', async () => {
    const office = new UpratingOffice();
    const reviewOn = '2026-01-05';
    await office.charged('caseprovisional1', incomePence, {
      assessment: { kind: 'provisional', weeklyPence: 900, toldInWriting: true, reviewOn },
    });
    await office.charged('casewithchild001', incomePence, {
      person: {
        ageGroup: '25-to-pension-age',
        household: { kind: 'lone-parent' },
        children: 1,
        premiums: { disability: false, enhancedDisability: false, carer: false },
      },
    });
    const runId = await office.workedOut();
    expect(await office.cases(runId, { only: 'left-out' })).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ caseId: 'caseprovisional1', reason: 'not-by-means' }),
        expect.objectContaining({
          caseId: 'casewithchild001',
          reason: 'cannot-be-worked',
          detail: expect.stringContaining('each child'),
        }),
      ]),
    );
    expect(await office.read(runId)).toMatchObject({ totals: { worked: 0, leftOut: 2 } });
  });

  test('leaves out who has ended or died, and takes back who goes on', async () => {
    const office = await withTwo();
    await office.charged('caseofthedead001', incomePence);
    await office.change('caseofthedead001', 'death-noted', (state) => ({
      ...state,
      death: { status: 'stands', personEvent: 1, event: 1 },
    }));
    const stillOpen = await office.last('casepaysless0001');
    await office.change('casepaysless0001', 'case-closed', (state) => ({
      ...state,
      status: 'closed',
      closedOn: '2025-12-01',
      outcome: 'nfa-other',
    }));
    const first = await office.workedOut();
    expect(await office.read(first)).toMatchObject({ totals: { worked: 1 } });
    bodyOf(await office.decide(first, { verdict: 'abandon', reason: 'One was closed by mistake' }));
    await office.change('casepaysless0001', 'case-reopened', () => stillOpen.after);
    expect(await office.read(await office.workedOut())).toMatchObject({ totals: { worked: 2 } });
  });

  test.each([
    [{ ratesFrom: '2027-04-06' }, 'policy-not-in-force', '2027-28'],
    [{ ratesFrom: '2026-04-07' }, 'invalid-input', 'begin on 2026-04-06'],
    [{ ratesFrom: '2014-04-06' }, 'scheme-not-in-force', 'Fairer Charging'],
    [{ ratesFrom: '2026-04-06', incomeRisesBasisPoints: { pension: 1 } }, 'invalid-input', ''],
    [{ ratesFrom: '2026-04-06', incomeRisesBasisPoints: { other: -1 } }, 'invalid-input', ''],
  ])('is refused for %j', async (body, kind, words) => {
    const office = new UpratingOffice();
    expect(await office.begin(body)).toMatchObject({
      accepted: false,
      refusal: { kind, detail: expect.stringContaining(words) },
    });
    expect(office.table.items).toEqual([]);
  });

  test('is the only one until it is committed or abandoned', async () => {
    const office = await withTwo();
    const runId = await office.workedOut();
    expect(await office.begin()).toMatchObject({ refusal: { kind: 'already-recorded' } });
    bodyOf(await office.decide(runId, { verdict: 'abandon', reason: 'Wrong percentages' }));
    expect((await office.begin()).accepted).toBe(true);
  });

  test('is abandoned while it is worked out', async () => {
    const office = await withTwo();
    const { runId } = shownOf(await office.begin());
    bodyOf(await office.decide(runId, { verdict: 'abandon', reason: 'Wrong percentages' }));
    await office.work();
    expect(await office.read(runId)).toMatchObject({ status: 'abandoned', totals: null });
  });
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
    await office.committed();
    office.office.today = '2026-05-04';
    await office.work();
    const { body } = await office.last('casepaysmore0001');
    expect(AssessedCharge.parse(body)).toMatchObject({ appliesFrom: '2026-04-06' });
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
