import { describe, expect, test } from 'vitest';
import {
  bodyOf,
  incomePence,
  shownOf,
  UpratingOffice,
  weeklyPence,
  withTwo,
} from '#test/support/uprating-office.ts';

const { before, after } = weeklyPence;

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

  test('of a year that is not kept points at the day that was asked for', async () => {
    expect(await new UpratingOffice().begin({ ratesFrom: '2027-04-06' })).toMatchObject({
      refusal: { pointer: '/ratesFrom' },
    });
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

  test('has no cases to show before any are worked out, and none of a run that is not', async () => {
    const office = await withTwo();
    const { runId } = shownOf(await office.begin());
    expect(await office.cases(runId)).toEqual([]);
    await office.work();
    const by = { id: 'finance-1', role: 'finance-officer' } as const;
    const ask = (id: string, page: string) =>
      office.office.asStaff(by, 'list-uprating-cases', { params: { runId: id }, query: { page } });
    expect(await ask(runId, '9')).toMatchObject({ refusal: { kind: 'not-found' } });
    expect(await ask('nosuchrun0001', '1')).toMatchObject({ refusal: { kind: 'not-found' } });
  });

  test('is abandoned while it is worked out', async () => {
    const office = await withTwo();
    const { runId } = shownOf(await office.begin());
    bodyOf(await office.decide(runId, { verdict: 'abandon', reason: 'Wrong percentages' }));
    await office.work();
    expect(await office.read(runId)).toMatchObject({ status: 'abandoned', totals: null });
  });
});
