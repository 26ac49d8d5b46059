import { describe, expect, test } from 'vitest';
import { assessNeeds } from '#shared/domain/assessment/assess-needs.ts';
import type { DraftedSide } from '#shared/domain/assessment/draft/assessment-draft.ts';
import { assessorsOf, staffIn } from '#shared/domain/assessment/who-assessed.ts';
import { authoriseBudget } from '#shared/domain/budget/authorise-budget.ts';
import { type DelegatedLimit, mayAuthorise } from '#shared/domain/budget/delegated-limits.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { writePlan } from '#shared/domain/plan/write-plan.ts';
import { assessmentOf, at, councils, referred, stateAfter } from '#test/support/case-states.ts';
import { budgetGiven, firstKey, limits, plan } from '#test/support/plan-states.ts';

const rule = { scheme: 'care-act-2014' } as const;
const today = '2026-07-02';

function assessed(state: CaseState, by: string, others: object = {}, drafted: string[] = []) {
  const input = { ...assessmentOf(['CA-TOILET']), ...others };
  return stateAfter(assessNeeds(state, input, { ...rule, drafted }, at(today, by)));
}

const staff = (id: string) => ({ id, role: 'practitioner' });

function side(by: DraftedSide['by'], writers?: DraftedSide['by'][]): DraftedSide {
  const saved = { version: 1, form: 'adult', savedAt: '2026-07-01T09:00:00.000Z', by, answers: {} };
  return { ...saved, isFinished: false, ...(writers && { writers }) };
}

describe('Everybody who assessed', () => {
  const named = { name: 'Rowan Pebblewick', competence: 'Social worker.' };

  test.each([
    ['who records it', assessed(referred(), 'recorder'), 'recorder'],
    [
      'for whom somebody else records it',
      assessed(referred(), 'recorder', {
        assessor: { ...named, isTrainedForDeafblind: false, staffId: 'assessor' },
      }),
      'assessor',
    ],
    [
      'with whom it is done together',
      assessed(referred(), 'recorder', { assessedWith: [{ name: 'A nurse', staffId: 'nurse' }] }),
      'nurse',
    ],
    ['who filled in its draft', assessed(referred(), 'recorder', {}, ['drafter']), 'drafter'],
    [
      'whose assessment another puts right',
      assessed(assessed(referred(), 'first', {}, ['drafter']), 'second'),
      'first',
    ],
    [
      'who filled in the draft of one that another puts right',
      assessed(assessed(referred(), 'first', {}, ['drafter']), 'second'),
      'drafter',
    ],
  ])('counts: somebody %s', (_who, state, id) => {
    expect(assessorsOf(state)).toContain(id);
  });

  test('counts as whoever wrote at either side of the draft, and the person never', () => {
    const resident = { id: 'person', role: 'resident' };
    const [taker, worker, colleague] = [staff('taker'), staff('worker'), staff('colleague')];
    const sides = { person: side(resident, [taker, resident]), practitioner: side(worker) };
    expect(staffIn(sides)).toEqual(['worker', 'taker']);
    expect(staffIn({ person: undefined, practitioner: side(worker, [colleague, worker]) })).toEqual(
      ['colleague', 'worker'],
    );
  });
});

describe('The budget manager’s key', () => {
  const verdict = { verdict: 'authorised' } as const;
  const turnedBy = (personId: string, state: CaseState) => {
    const signatory = { personId, roles: ['budget-manager'] };
    const signOff = { separation: 'standard', limits, signatory } as const;
    return authoriseBudget(state, verdict, signOff, at('2026-07-13', personId, 'budget-manager'));
  };
  const keyed = firstKey();
  const decided = keyed.workflow.verdicts['decide-eligibility'];

  test.each([
    ['a second assessor', { ...keyed, assessors: ['hand'] }],
    [
      'who decided eligibility',
      {
        ...keyed,
        workflow: {
          ...keyed.workflow,
          verdicts: {
            ...keyed.workflow.verdicts,
            ...(decided && { 'decide-eligibility': { ...decided, by: 'hand' } }),
          },
        },
      },
    ],
    [
      'who answered the questions of the indicative budget',
      { ...keyed, allocation: keyed.allocation && { ...keyed.allocation, by: 'hand' } },
    ],
    [
      'who wrote at the plan with others',
      { ...keyed, plan: keyed.plan && { ...keyed.plan, writtenBefore: ['hand'] } },
    ],
    [
      'who recorded the plan',
      { ...keyed, plan: keyed.plan && { ...keyed.plan, recordedBy: 'hand' } },
    ],
    ['who turned the first key', { ...keyed, planKeyBy: 'hand' }],
  ])('is not turned by %s, and by nobody else is it refused', (_who, state: CaseState) => {
    expect(turnedBy('hand', state)).toMatchObject({ refusal: { kind: 'same-person' } });
    expect(turnedBy('manager-1', state).accepted).toBe(true);
  });

  test('is refused to who wrote at a draft that somebody else recorded whole', () => {
    const about = { settings: councils.worcestershire, eighteenth: null, drafted: ['manager-1'] };
    const written = stateAfter(writePlan(budgetGiven(), plan, about, at('2026-07-08')));
    expect(written.plan?.writtenBefore).toContain('manager-1');
  });
});

describe('A delegated limit', () => {
  const limit: DelegatedLimit = {
    id: 'acting',
    key: 'budget-manager',
    holder: { kind: 'person', personId: 'acting-1' },
    weeklyPenceMax: 50_000,
    oneOffPenceMax: 0,
    from: '2026-04-01',
    until: '2026-09-30',
  };

  test.each([
    ['2026-03-31', false],
    ['2026-04-01', true],
    ['2026-09-30', true],
    ['2026-10-01', false],
  ])('that holds from 1 April to 30 September holds on %s: %s', (date, holds) => {
    const asked = { key: 'budget-manager', weeklyPence: 50_000, oneOffPence: 0, date } as const;
    const signatory = { personId: 'acting-1', roles: [] };
    expect(mayAuthorise([limit], signatory, asked).accepted).toBe(holds);
  });

  test('reaches its sum and not a penny more', () => {
    const asked = { key: 'budget-manager', oneOffPence: 0, date: '2026-05-01' } as const;
    const signatory = { personId: 'acting-1', roles: [] };
    expect(mayAuthorise([limit], signatory, { ...asked, weeklyPence: 50_001 }).accepted).toBe(
      false,
    );
  });
});
