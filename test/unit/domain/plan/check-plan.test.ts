import { describe, expect, it } from 'vitest';
import { checkPlan, type PlanContext } from '#shared/domain/plan/check-plan.ts';
import { SupportPlan } from '#shared/domain/plan/support-plan.ts';
import type { RefusalKind } from '#shared/domain/refusals.ts';
import { careLine, context, dayLine, flooringLine, plan } from './a-plan.ts';

const { contingency, ...withoutContingency } = plan;
const { indicativeBudget, ...withoutBudget } = context;
const option = plan.optionsDiscussed[0];
if (option === undefined || indicativeBudget === undefined) throw new Error('the plan has both');
const explained = { reason: 'Two people are needed to lift.', agreedBy: 'manager-1' };

describe('A support plan', () => {
  it('with all its content, its outcomes covered and its sums right may go to sign-off', () => {
    expect(checkPlan(plan, context)).toEqual([]);
  });

  it.each<[string, Partial<SupportPlan>, Partial<PlanContext>]>([
    ['at the indicative amount to the penny', {}, { indicativeBudget }],
    [
      'above the indicative amount for a reason that somebody agreed',
      { difference: explained },
      { indicativeBudget: { ...indicativeBudget, weeklyPence: 23_999 } },
    ],
    [
      'given its indicative budget on the day it was written',
      {},
      { indicativeBudget: { ...indicativeBudget, givenOn: plan.writtenOn } },
    ],
    [
      'whose options were talked through on the day it was written',
      { optionsDiscussed: [{ ...option, discussedOn: plan.writtenOn }] },
      {},
    ],
    [
      'talked through with the person alone, without asking the family',
      {
        optionsDiscussed: [
          { ...option, discussedWith: ['person'], familyPermission: 'not-needed' },
        ],
      },
      {},
    ],
    [
      'of an eligible person whose needs a carer meets now, with no lines and no budget',
      {
        lines: [],
        parts: [],
        optionsDiscussed: [],
        notCovered: context.eligibleOutcomes.map((outcome) => ({ outcome, reason: 'His wife.' })),
      },
      withoutBudget,
    ],
    [
      'whose needs are met by a carer who is willing and able, or are not eligible',
      {
        needs: [
          { need: 'To eat', isEligible: true, metBy: 'carer-or-others', how: 'His wife.' },
          { need: 'To garden', isEligible: false, metBy: 'not-met', how: 'Nobody, for now.' },
        ],
        informalSupport: [{ who: 'Wife', whatTheyDo: 'Cooks', isWilling: true, isAble: true }],
      },
      {},
    ],
  ])('%s may go to sign-off', (_, changed, against) => {
    expect(checkPlan({ ...plan, ...changed }, { ...context, ...against })).toEqual([]);
  });

  it.each<[string, Partial<SupportPlan>, Partial<PlanContext>, RefusalKind, string]>([
    ['leaves an eligible outcome open', { notCovered: [] }, {}, 'outcome-not-covered', '/lines'],
    [
      'has a line that serves no outcome there is',
      { lines: [careLine, dayLine, { ...flooringLine, outcome: 'SWIMMING' }] },
      { eligibleOutcomes: [] },
      'line-without-outcome',
      '/lines/2/outcome',
    ],
    [
      'calls no need eligible though some were found to be',
      { needs: [{ need: 'To eat', isEligible: false, metBy: 'council', how: 'A helper.' }] },
      {},
      'plan-incomplete',
      '/needs',
    ],
    [
      'leaves an eligible need unmet',
      { needs: [{ need: 'To eat', isEligible: true, metBy: 'not-met', how: 'Nobody can.' }] },
      {},
      'plan-incomplete',
      '/needs/0/metBy',
    ],
    [
      'leaves an eligible need to family who are not able to meet it',
      {
        needs: [{ need: 'To eat', isEligible: true, metBy: 'carer-or-others', how: 'His wife.' }],
        informalSupport: [{ who: 'Wife', whatTheyDo: 'Cooks', isWilling: true, isAble: false }],
      },
      {},
      'plan-incomplete',
      '/needs/0/metBy',
    ],
    [
      'has a contingency that is still to be tried',
      { contingency: contingency && { ...contingency, testedOn: '2026-05-13' } },
      {},
      'plan-incomplete',
      '/contingency/testedOn',
    ],
    [
      'costs a penny more than the indicative budget without a reason',
      {},
      { indicativeBudget: { ...indicativeBudget, weeklyPence: 23_999 } },
      'reason-needed',
      '/difference',
    ],
    [
      'has a line a penny off units times unit cost',
      { lines: [{ ...careLine, kind: 'weekly', weeklyPence: 14_999 }, dayLine, flooringLine] },
      {},
      'line-cost-differs',
      '/lines/0/weeklyPence',
    ],
    [
      'has a one-off a penny off its price',
      { lines: [careLine, dayLine, { ...flooringLine, kind: 'one-off', oneOffPence: 84_999 }] },
      {},
      'line-cost-differs',
      '/lines/2/oneOffPence',
    ],
    [
      'was written a day before the indicative budget was given',
      {},
      { indicativeBudget: { ...indicativeBudget, givenOn: '2026-05-13' } },
      'indicative-budget-not-given',
      '/writtenOn',
    ],
    [
      'tells of a talk that is still to come',
      { optionsDiscussed: [...(option ? [option, { ...option, discussedOn: '2026-05-13' }] : [])] },
      {},
      'plan-incomplete',
      '/optionsDiscussed/1/discussedOn',
    ],
    [
      'gives a reason for an outcome that there is not',
      { notCovered: [...plan.notCovered, { outcome: 'SWIMMING', reason: 'He does not like it.' }] },
      {},
      'plan-incomplete',
      `/notCovered/${plan.notCovered.length}/outcome`,
    ],
    [
      'has a part of the budget that no line is paid from',
      { parts: [...plan.parts, { id: 'spare', holding: 'council-managed' }] },
      {},
      'parts-do-not-add-up',
      `/parts/${plan.parts.length}`,
    ],
    [
      'pays out a part that is worth nothing',
      { lines: plan.lines.map((line) => ({ ...line, ...noMoney(line) })) },
      {},
      'parts-do-not-add-up',
      '/parts/0',
    ],
    [
      'was written before a direct payment was talked through',
      { optionsDiscussed: [{ ...option, discussedOn: '2026-05-13' }] },
      {},
      'plan-incomplete',
      '/optionsDiscussed',
    ],
    [
      'was written with only other options talked through',
      { optionsDiscussed: [{ ...option, option: 'third-party' }] },
      {},
      'plan-incomplete',
      '/optionsDiscussed',
    ],
    [
      'was talked through with family whom the person keeps out',
      { optionsDiscussed: [{ ...option, familyPermission: 'refused' }] },
      {},
      'plan-incomplete',
      '/optionsDiscussed/0/familyPermission',
    ],
    [
      'puts a line in a part that it does not have',
      { parts: [{ id: 'payment', holding: 'direct-payment' }] },
      {},
      'plan-incomplete',
      '/lines/1/funding/partId',
    ],
    [
      'charges a cost centre that the council does not have',
      { lines: [{ ...careLine }, { ...dayLine }] },
      { costCentres: [], eligibleOutcomes: [] },
      'plan-incomplete',
      '/lines/0/funding/costCentre',
    ],
    [
      'names a line twice',
      { lines: [careLine, dayLine, { ...flooringLine, id: 'day' }] },
      {},
      'plan-incomplete',
      '/lines/2/id',
    ],
    [
      'names a part twice',
      { parts: [...plan.parts, { id: 'managed', holding: 'third-party' }] },
      {},
      'plan-incomplete',
      '/parts/2/id',
    ],
    [
      'buys what a budget may not buy',
      { lines: [careLine, { ...dayLine, purchase: 'gambling' }, flooringLine] },
      {},
      'purchase-prohibited',
      '/lines/1/exclusionOverride',
    ],
  ])('that %s is refused', (_, changed, against, kind, pointer) => {
    const refusals = checkPlan({ ...plan, ...changed }, { ...context, ...against });
    expect(refusals[0]).toMatchObject({ kind, pointer });
  });

  it('with a direct payment and no tested contingency is refused', () => {
    const refusals = checkPlan(withoutContingency, context);
    expect(refusals).toMatchObject([{ kind: 'plan-incomplete', pointer: '/contingency' }]);
    expect(contingency?.testedOn).toBe('2026-05-10');
  });

  it('that the council manages needs no contingency of the person’s own', () => {
    const managed = {
      ...withoutContingency,
      parts: plan.parts.map((part) => ({ ...part, holding: 'council-managed' as const })),
    };
    expect(checkPlan(managed, context)).toEqual([]);
  });

  it('names everything that is wrong at once', () => {
    const wrong = { ...withoutContingency, notCovered: [], optionsDiscussed: [] };
    const kinds = checkPlan(wrong, withoutBudget).map(({ kind }) => kind);
    expect(kinds).toEqual([
      'outcome-not-covered',
      'plan-incomplete',
      'indicative-budget-not-given',
      'reason-needed',
      'plan-incomplete',
    ]);
  });

  it('shows what the NHS pays for without charging a part or the indicative budget', () => {
    const nursing = {
      ...dayLine,
      id: 'nursing',
      purchase: 'nhs-healthcare' as const,
      funding: { funder: 'nhs' as const, body: 'Integrated care board' },
    };
    expect(checkPlan({ ...plan, lines: [...plan.lines, nursing] }, context)).toEqual([]);
  });
});

describe('What a support plan holds', () => {
  it.each([
    ['no need', { needs: [] }],
    ['nothing that the person wants', { outcomesWanted: [] }],
    ['no advice on prevention', { preventionAdvice: ' ' }],
    ['no plan for an emergency', { emergency: undefined }],
    ['an emergency number that nobody can call', { emergency: { whatToDo: 'Call', phone: 'x' } }],
    [
      'an independent planner without the reason for one',
      { author: { kind: 'independent-planner', name: 'A', organisation: 'B' } },
    ],
    [
      'a line that costs more than ten million pounds',
      { lines: [{ ...careLine, weeklyPence: 1_000_000_001 }] },
    ],
    ['a field that nobody asked for', { colour: 'blue' }],
    ['a line of no units', { lines: [{ ...careLine, unitsHundredths: 0 }] }],
    ['a weekly line with a price paid once', { lines: [{ ...careLine, oneOffPence: 15_000 }] }],
    [
      'a provider whose registration is not one',
      { lines: [{ ...dayLine, supporter: { kind: 'provider', name: 'A', cqcLocationId: '9' } }] },
    ],
  ])('is refused with %s', (_, changed) => {
    expect(SupportPlan.safeParse({ ...plan, ...changed }).success).toBe(false);
  });

  it.each([
    ['the person', { kind: 'person' }],
    ['a friend', { kind: 'family-or-friend', name: 'A', relationship: 'Neighbour' }],
    ['a practitioner', { kind: 'practitioner', staffId: 'staff-1' }],
    [
      'an independent planner, and why',
      { kind: 'independent-planner', name: 'A', organisation: 'B', reason: 'Nobody else can.' },
    ],
  ])('may be written by %s', (_, author) => {
    expect(SupportPlan.safeParse({ ...plan, author }).success).toBe(true);
  });
});

function noMoney({ kind }: SupportPlan['lines'][number]) {
  return { unitPence: 0, ...(kind === 'weekly' ? { weeklyPence: 0 } : { oneOffPence: 0 }) };
}
