import { describe, expect, it } from 'vitest';
import { authoriseBudget, BudgetVerdict } from '#shared/domain/budget/authorise-budget.ts';
import { eighteenthBirthday } from '#shared/domain/budget/eighteenth-birthday.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import { WrittenPlan } from '#shared/domain/plan/plan-input.ts';
import { agreePlan } from '#shared/domain/plan/sign-off/agree-plan.ts';
import { authorisePlan, PlanVerdict } from '#shared/domain/plan/sign-off/authorise-plan.ts';
import { writePlan } from '#shared/domain/plan/write-plan.ts';
import { startSupport } from '#shared/domain/support/start-support.ts';
import { at, changeOf, councils, eligible, stateAfter } from '#test/support/case-states.ts';
import {
  agreed,
  agreement,
  authorised,
  budgetGiven,
  checksPassed,
  firstKey,
  limits,
  managedPlan,
  plan,
  started,
  written,
} from '#test/support/plan-states.ts';

const council = councils.worcestershire;
const write = (
  state: CaseState,
  input: WrittenPlan = plan,
  eighteenth: string | null = null,
  today = '2026-07-08',
) => writePlan(state, input, { settings: council, eighteenth }, at(today));

describe('a support plan', () => {
  it('keeps its totals, the budget in parts, and the provisional contribution', () => {
    const { body, next } = changeOf(write(budgetGiven()));
    expect(body).toMatchObject({
      totals: { budget: { weeklyPence: 24_000, fourWeeklyPence: 96_000, oneOffPence: 85_000 } },
      budget: { isContributionProvisional: true },
      rule: 'Care Act 2014 s25-s26',
    });
    expect(next.plan?.parts.map((part) => [part.id, part.weeklyPence, part.oneOffPence])).toEqual([
      ['payment', 15_000, 85_000],
      ['managed', 9_000, 0],
    ]);
  });

  it('is not written before the person has the indicative budget', () => {
    const refused = write(eligible());
    expect(refused.accepted || refused.refusal.kind).toBe('indicative-budget-not-given');
  });

  it('gives no budget before the eighteenth birthday, and does on the day', () => {
    const refused = write(budgetGiven(), plan, '2026-07-21');
    expect(refused.accepted || refused.refusal.kind).toBe('before-eighteenth-birthday');
    expect(write(budgetGiven(), plan, '2026-07-20').accepted).toBe(true);
  });

  it('says everything that keeps it from sign-off at once', () => {
    const poor = WrittenPlan.parse({ ...plan, lines: plan.lines.slice(1), contingency: undefined });
    const refused = write(budgetGiven(), poor);
    const errors = refused.accepted ? [] : (refused.refusal.errors ?? []);
    expect(errors.map(({ pointer }) => pointer)).toContain('/contingency');
  });

  it('for needs that others meet costs nothing and needs only its reasons', () => {
    const notCovered = ['CA-HYGIENE', 'CA-CLOTHING'].map((outcome) => ({
      outcome,
      reason: 'Her sister helps and is glad to.',
    }));
    const nil = WrittenPlan.parse({ ...plan, lines: [], parts: [], notCovered });
    const { next } = changeOf(write(eligible(), nil));
    expect(next.plan).toMatchObject({ weeklyPence: 0, parts: [] });
  });

  it('is no smaller than the live one without a reassessment', () => {
    const live = started();
    const workflow = budgetGiven().workflow;
    const smaller = WrittenPlan.parse({
      ...managedPlan,
      lines: managedPlan.lines.slice(0, 1),
      notCovered: [{ outcome: 'CA-HYGIENE', reason: 'No longer.' }],
    });
    const refused = write({ ...live, workflow }, smaller, null, '2026-08-01');
    expect(refused.accepted || refused.refusal.kind).toBe('reduction-needs-reassessment');
  });

  it('waits for the person to agree, or for whoever may lawfully decide for them', () => {
    expect(openSteps(written().workflow)).toContain('write-support-plan');
    expect(openSteps(agreed().workflow)).toContain('authorise-plan');
    const lacking = { 'support-plan': { hasCapacity: false, event: 1 } };
    const refused = agreePlan({ ...written(), capacity: lacking }, agreement, at('2026-07-09'));
    expect(refused.accepted || refused.refusal.kind).toBe('capacity-check-needed');
  });

  it('is agreed with on the day on which it was written or later', () => {
    const early = agreePlan(written(), { ...agreement, on: '2026-07-07' }, at('2026-07-09'));
    expect(early).toMatchObject({ refusal: { kind: 'invalid-input', pointer: '/on' } });
    expect(
      agreePlan(written(), { ...agreement, on: '2026-07-08' }, at('2026-07-09')).accepted,
    ).toBe(true);
  });

  it('takes no key before it is recorded whether the person agrees, and says so', () => {
    const signatory = { personId: 'practitioner-2', roles: ['practitioner'] };
    const signOff = { separation: 'standard', limits, signatory } as const;
    expect(authorisePlan(written(), checksPassed, signOff, at('2026-07-10'))).toMatchObject({
      refusal: {
        kind: 'wrong-stage',
        detail: 'Record first whether the person agrees with the plan.',
      },
    });
  });

  it('that was returned is written again before it can be agreed again', () => {
    const back = PlanVerdict.parse({ verdict: 'returned', comment: 'Name who covers nights.' });
    const signatory = { personId: 'practitioner-2', roles: ['practitioner'] };
    const signOff = { separation: 'standard', limits, signatory } as const;
    const returned = stateAfter(authorisePlan(agreed(), back, signOff, at('2026-07-10')));
    const again = agreePlan(returned, agreement, at('2026-07-10'));
    expect(again.accepted || again.refusal.kind).toBe('plan-incomplete');
    expect(write(returned).accepted).toBe(true);
  });
});

describe('the amount that the first key agrees to', () => {
  const signatory = { personId: 'practitioner-2', roles: ['practitioner'] };
  const signOff = { separation: 'standard', limits: [], signatory } as const;
  const reason = 'Looked at line by line.';

  it.each([
    ['below', 30_000, { differenceWeeklyPence: -6_000, explained: { reason } }],
    ['above', 20_000, { differenceWeeklyPence: 4_000, explained: { reason } }],
    ['at', 24_000, { differenceWeeklyPence: 0 }],
  ])(
    'that is %s the indicative one stands with the difference, the reason and who agreed',
    (...row) => {
      const [, weeklyPence, expected] = row;
      const state = { ...agreed(), allocation: { weeklyPence, givenOn: '2026-07-06' } };
      const moment = at('2026-07-10', 'practitioner-2');
      const { body } = changeOf(authorisePlan(state, checksPassed, signOff, moment));
      const { againstIndicative } = Object(body);
      expect(againstIndicative).toMatchObject({
        indicativeWeeklyPence: weeklyPence,
        finalWeeklyPence: 24_000,
        ...expected,
      });
      expect(againstIndicative.explained?.agreedBy).toBe(
        expected.differenceWeeklyPence === 0 ? undefined : 'practitioner-2',
      );
    },
  );
});

describe('the two keys', () => {
  const manager = { personId: 'manager-1', roles: ['budget-manager'] };
  const yes = BudgetVerdict.parse({ verdict: 'authorised' });
  const turn = (signatory: { personId: string; roles: string[] }, held = limits) =>
    authoriseBudget(
      firstKey(),
      yes,
      { separation: 'standard', limits: held, signatory },
      at('2026-07-13', signatory.personId),
    );

  it.each([
    [
      'the practitioner who turned the first',
      { ...manager, personId: 'practitioner-1' },
      limits,
      'same-person',
    ],
    [
      'somebody above whose limit it is',
      manager,
      limits.map((each) => (each.id === 'head' ? each : { ...each, weeklyPenceMax: 23_999 })),
      'above-delegated-limit',
    ],
    ['anybody while no limits are in force', manager, [], 'policy-not-in-force'],
  ])('are not both turned by %s', (_who, signatory, held, kind) => {
    const refused = turn(signatory, held);
    expect(refused.accepted || refused.refusal.kind).toBe(kind);
  });

  it('are not turned by who wrote an earlier version that somebody else wrote out again', () => {
    const about = { settings: council, eighteenth: null };
    const first = stateAfter(writePlan(budgetGiven(), plan, about, at('2026-07-08', 'manager-1')));
    const again = stateAfter(agreePlan(stateAfter(write(first)), agreement, at('2026-07-09')));
    expect(again.plan).toMatchObject({
      recordedBy: 'practitioner-1',
      writtenBefore: ['manager-1'],
    });
    const signOff = {
      separation: 'standard',
      limits,
      signatory: { personId: 'practitioner-1', roles: ['practitioner'] },
    } as const;
    const keyed = stateAfter(authorisePlan(again, checksPassed, signOff, at('2026-07-10')));
    const moment = at('2026-07-13', 'manager-1');
    const refused = authoriseBudget(
      keyed,
      yes,
      { separation: 'standard', limits, signatory: manager },
      moment,
    );
    expect(refused).toMatchObject({ refusal: { kind: 'same-person' } });
  });

  it('stand apart more strictly where the council says so', () => {
    const signatory = { personId: 'practitioner-1', roles: ['practitioner'] };
    const strict = { separation: 'strict', limits, signatory } as const;
    const refused = authorisePlan(agreed(), checksPassed, strict, at('2026-07-10'));
    expect(refused.accepted || refused.refusal.kind).toBe('same-person');
  });

  it('send a budget up and wait there at the next limit', () => {
    const up = BudgetVerdict.parse({ verdict: 'escalated', reason: 'Above my limit.' });
    const decided = authoriseBudget(
      firstKey(),
      up,
      { separation: 'standard', limits, signatory: manager },
      at('2026-07-13', 'manager-1'),
    );
    const { next, body } = changeOf(decided);
    expect(body).toMatchObject({ to: { id: 'head' } });
    expect(next.plan?.goesTo).toEqual({ kind: 'role', role: 'head-of-service' });
    expect(openSteps(next.workflow)).toContain('authorise-budget');
    expect(next.workflow.levels['authorise-budget']).toBe(1);
  });

  it('send a budget nowhere while nobody holds a limit that reaches it', () => {
    const up = BudgetVerdict.parse({ verdict: 'escalated', reason: 'Above my limit.' });
    const low = limits.map((each) => ({ ...each, weeklyPenceMax: 23_999 }));
    const moment = at('2026-07-13', 'manager-1');
    const refused = authoriseBudget(
      firstKey(),
      up,
      { separation: 'standard', limits: low, signatory: manager },
      moment,
    );
    expect(refused.accepted || refused.refusal.kind).toBe('no-top-limit');
  });
});

describe('support', () => {
  it('starts on the day it actually did and books the review from that day', () => {
    const state = started('2026-07-27');
    expect(state.live).toMatchObject({ startedOn: '2026-07-27', weeklyPence: 18_000 });
    expect(state.nextReview).toEqual({ on: '2026-09-07', kind: 'light-touch' });
  });

  const line = { id: 'day', partId: 'managed', kind: 'weekly', plannedOn: '2026-07-20' } as const;
  const arranged = { lines: [line] };
  const begin = (firstDay: string, today = '2026-07-27') => {
    const ready = authorised(managedPlan);
    const verdicts = { ...ready.workflow.verdicts };
    const authorisedOn = verdicts['authorise-budget'];
    if (authorisedOn) verdicts['arrange-support'] = { ...authorisedOn, verdict: 'arranged' };
    const state = { ...ready, workflow: { ...ready.workflow, verdicts } };
    const input = { lines: [{ lineId: 'day', firstDay }] };
    return startSupport(state, input, { arranged, reviewWeeks: 6 }, at(today));
  };

  it.each([
    ['on a day to come', '2026-07-28', 'invalid-input'],
    ['before both keys were turned', '2026-07-12', 'two-keys-missing'],
  ])('is not recorded as started %s', (_when, firstDay, kind) => {
    const refused = begin(firstDay);
    expect(refused.accepted || refused.refusal.kind).toBe(kind);
  });

  it('that starts late shows by how many days', () => {
    expect(changeOf(begin('2026-07-23')).body).toMatchObject({ lines: [{ lateDays: 3 }] });
  });
});

describe('the eighteenth birthday', () => {
  it.each([
    ['2008-06-01', '2026-06-01'],
    ['2008-02-29', '2026-03-01'],
  ])('of somebody born on %s is %s', (birthDate, day) => {
    expect(eighteenthBirthday(birthDate)).toBe(day);
  });
});
