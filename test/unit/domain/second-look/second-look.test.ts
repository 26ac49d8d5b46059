import { describe, expect, test } from 'vitest';
import { decideEligibility } from '#shared/domain/assessment/decide-eligibility.ts';
import { indicateBudget } from '#shared/domain/assessment/indicate-budget.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { CaseClosure, closeCase } from '#shared/domain/case/ending/close-case.ts';
import { stageOf } from '#shared/domain/case/stage.ts';
import { assessFinances } from '#shared/domain/finances/assess-finances.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import type { Role } from '#shared/domain/roles.ts';
import {
  answerSecondLook,
  SecondLookAnswer,
} from '#shared/domain/second-look/answer-second-look.ts';
import {
  askForSecondLook,
  decisionQuestioned,
  SecondLookRequest,
} from '#shared/domain/second-look/ask-for-second-look.ts';
import type { Questioned } from '#shared/domain/second-look/second-look.ts';
import {
  assessed,
  at,
  basisOf,
  changeOf,
  councils,
  decisionOf,
  eligible,
  metByCouncil,
  stateAfter,
  withLiveSupport,
} from '#test/support/case-states.ts';
import { careActInput, chargingAbout } from '#test/support/finances.ts';
import { budgetGiven, written } from '#test/support/plan-states.ts';

const today = '2026-07-10';
const id = 'looks000000001';
const one = ['CA-HYGIENE'] as const;
const advice = { edge: 'not-eligible', writtenAdvice: 'A bath board.' };
const howToComeBack = 'Call us at any time.';

/** A person who was found not eligible: their case has ended. */
function notEligible(): CaseState {
  const decision = decisionOf(advice, { howToComeBack });
  return stateAfter(decideEligibility(assessed(one), decision, basisOf(one), at('2026-07-03')));
}

const charge = careActInput(5_000);
const charged = () =>
  stateAfter(
    assessFinances(
      eligible(),
      charge,
      chargingAbout,
      at('2026-07-08', 'finance-1', 'finance-officer'),
    ),
  );

function ask(state: CaseState, about: Questioned, others: Record<string, unknown> = {}) {
  const event = decisionQuestioned(state, about);
  const input = SecondLookRequest.parse({
    about,
    whatIsWrong: 'Nobody asked how I get to the toilet at night.',
    askedBy: { kind: 'person' },
    askedOn: '2026-07-09',
    ...others,
  });
  const decision = event && { event, decidedBy: 'decider-1', others: ['helper-1'] };
  const within = { count: 20, unit: 'working-days' } as const;
  return askForSecondLook(state, input, { id, within, decision: decision || undefined }, at(today));
}

const looked = {
  lookedAtByName: 'A Manager',
  whatWasLookedAt: 'The assessment, and a second visit.',
  reason: 'The night was left out.',
};
const changed = { ...looked, result: 'changed', toPutRight: 'Ask about the night.' };
const upheld = { ...looked, result: 'upheld' };

function answer(
  state: CaseState,
  input: unknown,
  { by = 'manager-9', roles = ['team-manager'] }: { by?: string; roles?: readonly Role[] } = {},
) {
  const looking = { id, roles, decideAgainBy: '2026-07-17' };
  return answerSecondLook(state, SecondLookAnswer.parse(input), looking, at(today, by));
}

const asked = (state: CaseState, about: Questioned = 'eligibility') =>
  stateAfter(ask(state, about));

describe('A second look is asked for', () => {
  test('within the council’s time from the day on which the person asked', () => {
    expect(asked(eligible()).secondLooks?.eligibility).toMatchObject({
      status: 'asked',
      due: '2026-08-06',
      decidedBy: 'decider-1',
    });
  });

  test('after the case has ended without support, and it stays ended meanwhile', () => {
    expect(asked(notEligible())).toMatchObject({
      status: 'closed',
      secondLooks: { eligibility: { status: 'asked' } },
    });
  });

  test.each<[Questioned, () => CaseState, Role]>([
    ['charge', charged, 'finance-approver'],
    ['indicative-budget', budgetGiven, 'head-of-service'],
  ])(
    'on a %s too after the case has ended, which is taken up again before the sum is changed',
    (about, before, role) => {
      const closure = CaseClosure.parse({
        outcome: 'nfa-other',
        reason: 'It costs too much.',
        howToComeBack,
      });
      const ended = asked(stateAfter(closeCase(before(), closure, at(today))), about);
      expect(ended).toMatchObject({
        status: 'closed',
        secondLooks: { [about]: { status: 'asked' } },
      });
      const roles = [role];
      expect(answer(ended, upheld, { roles }).accepted).toBe(true);
      expect(answer(ended, changed, { roles })).toMatchObject({ refusal: { kind: 'case-closed' } });
    },
  );

  test('while support goes on as it is', () => {
    const live = withLiveSupport(eligible());
    const { secondLooks: _looks, ...left } = asked(live);
    expect(left).toEqual(live);
  });

  test.each<[string, () => CaseState, Questioned, Record<string, unknown>, string]>([
    ['a decision that nobody took', assessed, 'eligibility', {}, 'wrong-stage'],
    ['a budget that nobody worked out', eligible, 'indicative-budget', {}, 'wrong-stage'],
    ['a charge that nobody worked out', eligible, 'charge', {}, 'wrong-stage'],
    ['a day to come', eligible, 'eligibility', { askedOn: '2026-07-11' }, 'invalid-input'],
    ['what is looked at already', () => asked(eligible()), 'eligibility', {}, 'already-recorded'],
    [
      'what was looked at and upheld',
      () => stateAfter(answer(asked(eligible()), upheld)),
      'eligibility',
      {},
      'already-recorded',
    ],
    [
      'what is being decided again',
      () => stateAfter(answer(asked(eligible()), changed)),
      'eligibility',
      {},
      'already-recorded',
    ],
    [
      'the case of a person who has died',
      () => ({ ...notEligible(), outcome: 'nfa-deceased' }),
      'eligibility',
      {},
      'case-closed',
    ],
  ])('but not for %s', (_what, state, about, others, kind) => {
    expect(ask(state(), about, others)).toMatchObject({ refusal: { kind } });
  });

  test('again, once a new decision has been taken', () => {
    const state = stateAfter(answer(asked(eligible()), upheld));
    const later = { ...state, records: { ...state.records, determination: 99 } };
    expect(asked(later).secondLooks?.eligibility).toMatchObject({ decision: 99, status: 'asked' });
  });
});

describe('A second look is answered', () => {
  test.each([
    ['whoever decided', 'decider-1'],
    ['whoever the record of the decision names', 'helper-1'],
    ['whoever assessed the needs', 'practitioner-1'],
  ])('by nobody who took part: %s', (_who, by) => {
    expect(answer(asked(eligible()), upheld, { by })).toMatchObject({
      refusal: { kind: 'same-person' },
    });
  });

  test('not by the worker who has the case now', () => {
    const state = { ...asked(eligible()), allocatedTo: 'manager-9' };
    expect(answer(state, upheld)).toMatchObject({ refusal: { kind: 'same-person' } });
  });

  test.each<[Questioned, readonly Role[], boolean]>([
    ['eligibility', ['team-manager'], true],
    ['eligibility', ['finance-officer'], false],
    ['eligibility', ['practitioner'], false],
    ['charge', ['finance-approver'], true],
    ['charge', ['team-manager'], false],
  ])('on %s by %s: %s', (about, roles, may) => {
    const result = answer(asked(charged(), about), upheld, { roles });
    expect(result.accepted || result.refusal.kind).toBe(may || 'not-permitted');
  });

  test('once', () => {
    const state = stateAfter(answer(asked(eligible()), upheld));
    expect(answer(state, upheld)).toMatchObject({ refusal: { kind: 'already-recorded' } });
    expect(answer(eligible(), upheld)).toMatchObject({ refusal: { kind: 'not-found' } });
  });

  test('and leaves everything as it was where the decision is upheld or the person withdraws', () => {
    const before = asked(eligible());
    for (const input of [upheld, { result: 'withdrawn', reason: 'She is content.' }]) {
      const { next } = changeOf(answer(before, input));
      expect({ ...next, secondLooks: null }).toEqual({ ...before, secondLooks: null });
    }
  });
});

describe('A decision on eligibility that does not stand', () => {
  test('takes up a case that had ended, where it is decided from the assessment that stands', () => {
    const { next, body } = changeOf(answer(asked(notEligible()), changed));
    expect(stageOf(next)).toBe('eligibility');
    expect(openSteps(next.workflow)).toEqual(['decide-eligibility']);
    expect(next).toMatchObject({
      eligibility: null,
      secondLooks: { eligibility: { status: 'decide-again' } },
    });
    expect(body).toMatchObject({ outcome: 'progress-to-assessment' });
  });

  test('is taken anew beside a plan that is being made and support that is live', () => {
    const state = withLiveSupport(written());
    const { next } = changeOf(answer(asked(state), changed));
    expect(openSteps(next.workflow)).toContain('decide-eligibility');
    expect(openSteps(next.workflow)).toContain('write-support-plan');
    expect(next.live).toEqual(state.live);
    expect(stageOf(next)).toBe('receiving-support');
  });

  test('is not waited for twice where a reassessment is under way', () => {
    const state = eligible();
    state.workflow = { ...state.workflow, running: ['journey', 'support-planning'] };
    expect(changeOf(answer(asked(state), changed)).next.workflow).toEqual(state.workflow);
  });

  test('is taken by somebody else than before, and then counts as changed', () => {
    const reopened = stateAfter(answer(asked(notEligible()), changed));
    const decide = (by: string) =>
      decideEligibility(
        reopened,
        { ...decisionOf(metByCouncil), decidedOn: today },
        basisOf(),
        at(today, by),
      );
    expect(decide('decider-1')).toMatchObject({ refusal: { kind: 'same-person' } });
    const { next } = changeOf(decide('practitioner-2'));
    expect(next.secondLooks?.eligibility?.status).toBe('changed');
    expect(openSteps(next.workflow)).toEqual(['assess-finances', 'write-support-plan']);
  });
});

describe('A sum that does not stand', () => {
  test('is no budget to plan on until somebody else has worked it anew', () => {
    const state = stateAfter(
      answer(asked(budgetGiven(), 'indicative-budget'), changed, { roles: ['head-of-service'] }),
    );
    expect(state.allocation).toBeNull();
    const { ras } = councils.worcestershire;
    const questions = ras.questionnaires.find(({ subject }) => subject === 'adult')?.domains ?? [];
    const answers = Object.fromEntries(
      questions.flatMap((domain) => domain.questions.map((q) => [q.id, q.answers[0]?.id ?? ''])),
    );
    const work = (by: string) =>
      indicateBudget(state, { answers, informalSupport: {} }, ras, at(today, by));
    expect(work('decider-1')).toMatchObject({ refusal: { kind: 'same-person' } });
    expect(stateAfter(work('practitioner-2')).secondLooks).toMatchObject({
      'indicative-budget': { status: 'changed' },
    });
  });

  test('stays what the person pays until finance has worked it anew', () => {
    const state = stateAfter(
      answer(asked(charged(), 'charge'), changed, { roles: ['finance-approver'] }),
    );
    expect(state.finances).toMatchObject({ weeklyContributionPence: 5_000 });
    expect(state.secondLooks?.charge).toMatchObject({ status: 'decide-again', due: '2026-07-17' });
    const assess = (by: string) =>
      assessFinances(state, charge, chargingAbout, at(today, by, 'finance-officer'));
    expect(assess('decider-1')).toMatchObject({ refusal: { kind: 'same-person' } });
    expect(stateAfter(assess('finance-2')).secondLooks?.charge?.status).toBe('changed');
  });

  test('is not worked any more once the case has ended, and can be asked after later', () => {
    const state = stateAfter(
      answer(asked(charged(), 'charge'), changed, { roles: ['finance-approver'] }),
    );
    const closure = CaseClosure.parse({ outcome: 'nfa-other', reason: 'Moved.', howToComeBack });
    expect(stateAfter(closeCase(state, closure, at(today))).secondLooks).toEqual({});
  });
});
