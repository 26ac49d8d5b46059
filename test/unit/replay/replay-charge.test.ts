import { describe, expect, it } from 'vitest';
import { makeRateBook } from '#shared/domain/charging/rates/rate-book.ts';
import { assessFinances } from '#shared/domain/finances/assess-finances.ts';
import { FinancialAssessment } from '#shared/domain/finances/financial-assessment.ts';
import { replayEvent } from '#shared/domain/replay/replay-event.ts';
import { at, changeOf, eligible, stateAfter, withLiveSupport } from '#test/support/case-states.ts';
import { careActInput, chargingAbout } from '#test/support/finances.ts';
import { changed, stored } from './stored-event.ts';

const today = '2026-07-06';
const { book } = chargingAbout.rules;
const allocation = { questionnaires: [], tables: [], readyReckoners: [] };
const rules = { allocation, rates: book };

const charged = stored(
  changeOf(assessFinances(eligible(), careActInput(3_000), chargingAbout, at(today))),
);

function backdated() {
  const state = withLiveSupport(eligible());
  const input = careActInput(3_000, { appliesFrom: '2026-03-09' });
  return stored(changeOf(assessFinances(state, input, chargingAbout, at(today))));
}

describe('A charge, worked again from its inputs,', () => {
  it('is the same', () => {
    expect(replayEvent(charged, rules)).toEqual([
      { what: 'charge', told: 'rates-2026-27: £30.00 a week', result: { is: 'same' } },
    ]);
  });

  it('is the same for the weeks behind it too, across a change of the rates', () => {
    const event = backdated();
    expect(event.body).toMatchObject({ difference: { weeks: expect.any(Array) } });
    expect(replayEvent(event, rules)).toMatchObject([{ result: { is: 'same' } }]);
  });

  it.each([
    ['a sum that was changed', 'body/charge/weeklyPence', 2_999, '/charge/weeklyPence'],
    ['an income that was changed', 'body/input/incomes/0/pence', 24_145, '/charge/weeklyPence'],
    ['a line that was taken out', 'body/charge/lines', [], '/charge/lines/0'],
    ['another law', 'body/charge/rule', 'Care Act 2014 s1', '/charge/rule'],
    ['another sum for the budget', 'after/finances/weeklyContributionPence', 0, '/contribution'],
  ])('differs with %s', (_, path, value, place) => {
    expect(replayEvent(changed(charged, path, value), rules)).toMatchObject([
      {
        result: {
          is: 'different',
          differences: expect.arrayContaining([expect.objectContaining({ at: place })]),
        },
      },
    ]);
  });

  it('differs with another sum for one of the weeks behind it', () => {
    const event = changed(backdated(), 'body/difference/weeks/3/duePence', 1);
    expect(replayEvent(event, rules)).toMatchObject([
      { result: { is: 'different', differences: [{ at: '/due/3/duePence', recorded: 1 }] } },
    ]);
  });

  it('goes by the amounts that it names, when they have been put right since', () => {
    const years = book.years.map((year) => {
      if (year.version !== 'rates-2026-27') return [year];
      const isRight = { ...year, version: 'rates-2026-27-corrected' };
      return [{ ...year, replacedBy: isRight.version }, isRight];
    });
    const corrected = makeRateBook([...years.flat(), ...book.replaced], book.disregards);
    if (!corrected.accepted) throw new Error(corrected.refusal.detail);
    expect(replayEvent(charged, { allocation, rates: corrected.value })).toMatchObject([
      { result: { is: 'same' } },
    ]);
  });

  it('cannot be worked by amounts that nobody kept', () => {
    const years = book.years.filter(({ version }) => version !== 'rates-2026-27');
    expect(replayEvent(charged, { allocation, rates: { ...book, years } })).toMatchObject([
      { result: { is: 'unworkable', why: expect.stringContaining('rates-2026-27') } },
    ]);
  });

  it('is told apart from the same charge in other words, or shown more fully', () => {
    const reworded = changed(charged, 'body/charge/lines/0/label', 'Care at home');
    expect(replayEvent(reworded, rules)[0]?.result.is).toBe('retold');
    const before = changed(charged, 'body/charge/mostWeeklyPence', undefined);
    expect(replayEvent(before, rules)[0]?.result.is).toBe('retold');
  });

  it('is no good where its inputs cannot be read', () => {
    const torn = changed(charged, 'body/input/care', 'none');
    expect(replayEvent(torn, rules)[0]?.result.is).toBe('unworkable');
  });

  it('is left out where a person typed it or took a decision of before the Care Act', () => {
    const typed = { ...charged, body: { status: 'assessed', weeklyContributionPence: 500 } };
    expect(replayEvent(typed, rules)).toMatchObject([
      { result: { is: 'left-out', why: 'its inputs are not kept' } },
    ]);
    const manual = FinancialAssessment.parse({
      method: 'manual-fairer-charging',
      status: 'assessed',
      assessedOn: '2008-06-20',
      appliesFrom: '2008-06-20',
      weeklyContributionPence: 4_200,
      decidedOn: '2008-06-20',
      decidedBy: { id: 'finance-1', name: 'A Finance Officer' },
    });
    const decided = changeOf(assessFinances(eligible(), manual, chargingAbout, at('2008-06-20')));
    expect(replayEvent(stored(decided), rules)).toMatchObject([
      { result: { is: 'left-out', why: 'a decision that somebody took and signed' } },
    ]);
  });

  it('is looked for once: what came later only points to it', () => {
    const state = stateAfter(
      assessFinances(eligible(), careActInput(3_000), chargingAbout, at(today)),
    );
    const later = { sequence: 900, type: 'plan-written', body: {}, after: state };
    expect(replayEvent(later, rules)).toEqual([]);
  });
});
