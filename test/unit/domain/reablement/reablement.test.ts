import { describe, expect, it } from 'vitest';
import { assessNeeds } from '#shared/domain/assessment/assess-needs.ts';
import { decideEligibility } from '#shared/domain/assessment/decide-eligibility.ts';
import { pauseAssessment } from '#shared/domain/assessment/pause-assessment.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import { answerReablement, ReablementAnswer } from '#shared/domain/reablement/answer-reablement.ts';
import { endReablement, ReablementEnd } from '#shared/domain/reablement/end-reablement.ts';
import {
  extendReablement,
  ReablementExtension,
} from '#shared/domain/reablement/extend-reablement.ts';
import { ReablementStart, startReablement } from '#shared/domain/reablement/start-reablement.ts';
import {
  assessed,
  assessmentOf,
  at,
  basisOf,
  changeOf,
  decisionOf,
  lackingCapacityFor,
  metByCouncil,
  referred,
  stateAfter,
} from '#test/support/case-states.ts';

const score = { tool: 'Barthel', score: 55 };
const start = ReablementStart.parse({
  whyOffered: 'She was independent until the fall.',
  goals: ['Make my own tea', 'Get upstairs to my bed'],
  scoreAtStart: score,
  firstDay: '2026-07-06',
});
const bothGoals = [{ result: 'achieved' }, { result: 'partly-achieved' }];

function started(state: CaseState = referred('reablement')): CaseState {
  return stateAfter(startReablement(state, start, at('2026-07-06')));
}

function ended(input: Record<string, unknown>, state = started()) {
  const end = ReablementEnd.parse({ lastDay: '2026-08-09', ...input });
  return endReablement(state, end, at('2026-08-10'));
}

const independent = {
  result: 'independent',
  scoreAtEnd: { tool: 'Barthel', score: 95 },
  goals: bothGoals,
  howToComeBack: 'Call us at any time.',
};

/** A case of a council that offers reablement once somebody is found eligible. */
function reablementAfterEligibility(): CaseState {
  const decision = decisionOf({ edge: 'reablement-first', whyReablement: 'She can regain it.' });
  const basis = basisOf(undefined, 'after-eligibility');
  return stateAfter(decideEligibility(assessed(), decision, basis, at('2026-07-03')));
}

const answer = (input: Record<string, unknown>) =>
  ReablementAnswer.parse({ reason: 'Not for me.', ...input });

describe('starting reablement', () => {
  it('is free for six weeks from the first day, that day included', () => {
    expect(started().reablement).toMatchObject({
      freeUntil: '2026-08-16',
      plannedUntil: '2026-08-16',
    });
  });

  it('is refused where the case does not wait for it', () => {
    expect(startReablement(referred('assess'), start, at('2026-07-06'))).toMatchObject({
      refusal: { kind: 'wrong-stage' },
    });
  });

  it('is refused while it is under way', () => {
    expect(startReablement(started(), start, at('2026-07-07'))).toMatchObject({
      refusal: { kind: 'already-recorded' },
    });
  });

  it('counts from an actual day and never from a planned one', () => {
    expect(startReablement(referred('reablement'), start, at('2026-07-05'))).toMatchObject({
      refusal: { kind: 'invalid-input', pointer: '/firstDay' },
    });
  });
});

describe('extending reablement', () => {
  const extension = ReablementExtension.parse({ weeks: 2, reason: 'The stairs need more time.' });

  it('moves the planned end and leaves the free weeks as they are', () => {
    const { next, body } = changeOf(extendReablement(started(), extension, at('2026-08-10')));
    expect(next.reablement).toMatchObject({ plannedUntil: '2026-08-30', freeUntil: '2026-08-16' });
    expect(body).toMatchObject({ isFreeThroughout: false });
  });

  it('is refused before it has begun', () => {
    expect(extendReablement(referred('reablement'), extension, at('2026-07-06'))).toMatchObject({
      refusal: { kind: 'wrong-stage' },
    });
  });
});

describe('the end of reablement', () => {
  it('closes the case of a person who is independent, as support ended as planned', () => {
    const { next, body } = changeOf(ended(independent));
    expect(next).toMatchObject({ status: 'closed', outcome: 'nfa-support-ended-as-planned' });
    expect(body).toMatchObject({ outcome: 'nfa-support-ended-as-planned', result: 'independent' });
    expect(openSteps(next.workflow)).toEqual([]);
  });

  it.each([
    ['ongoing-need', { scoreAtEnd: score, goals: bothGoals, reason: 'Still unsteady.' }],
    ['admitted-to-hospital', { hospital: 'The Infirmary', reason: 'A second fall.' }],
    ['declined', { reason: 'Enough of visits.' }],
  ])('leads from %s to an assessment', (result, others) => {
    const { next } = changeOf(ended({ result, ...others }));
    expect(openSteps(next.workflow)).toEqual(['assess-needs']);
    expect(next.reablement?.endedOn).toBe('2026-08-09');
  });

  it('closes the case of a person who died and names the source', () => {
    const death = { diedOn: '2026-08-09', source: 'Her daughter', proof: 'reported' };
    const { next, body } = changeOf(ended({ result: 'died', death }));
    expect(next).toMatchObject({ status: 'closed', outcome: 'nfa-deceased' });
    expect(body).toMatchObject({ death });
  });

  it.each([
    [undefined, '/death'],
    [{ diedOn: '2026-08-11', source: 'Her daughter', proof: 'reported' }, '/death/diedOn'],
  ])('is not by the death %j, of which nobody can tell', (death, pointer) => {
    expect(ended({ result: 'died', ...(death && { death }) })).toMatchObject({
      refusal: { kind: 'invalid-input', pointer },
    });
  });

  it('says of every goal what came of it', () => {
    expect(ended({ ...independent, goals: [{ result: 'achieved' }] })).toMatchObject({
      refusal: { kind: 'invalid-input', pointer: '/goals' },
    });
  });

  it.each(['2026-07-05', '2026-08-11'])('is not on %s, outside of the service', (lastDay) => {
    expect(ended({ ...independent, lastDay })).toMatchObject({
      refusal: { kind: 'invalid-input', pointer: '/lastDay' },
    });
  });

  it('is refused where none has begun', () => {
    expect(ended(independent, referred('reablement'))).toMatchObject({
      refusal: { kind: 'wrong-stage' },
    });
  });
});

describe('a no to reablement', () => {
  it.each(['declined', 'unsuitable'])(
    'that it is %s never closes the route to assessment',
    (no) => {
      const state = stateAfter(
        answerReablement(referred('reablement'), answer({ answer: no }), at('2026-07-06')),
      );
      expect(openSteps(state.workflow)).toEqual(['assess-needs']);
    },
  );

  const declinedAll = (others: Record<string, unknown> = {}) =>
    ReablementAnswer.parse({
      answer: 'declined-all',
      declining: {
        reason: 'I manage.',
        hasCapacity: true,
        isAbuseSuspected: false,
        isItTheCost: false,
        howToComeBack: 'Call us at any time.',
        ...others,
      },
    });

  it('to everything ends the case', () => {
    const state = stateAfter(
      answerReablement(referred('reablement'), declinedAll(), at('2026-07-06')),
    );
    expect(state).toMatchObject({ status: 'closed', outcome: 'nfa-support-declined' });
  });

  it.each([
    ['/declining/hasCapacity', { hasCapacity: false }],
    ['/declining/isAbuseSuspected', { isAbuseSuspected: true }],
  ])('to everything is not taken when %s speaks against it', (pointer, others) => {
    const refused = answerReablement(referred('reablement'), declinedAll(others), at('2026-07-06'));
    expect(refused).toMatchObject({ refusal: { kind: 'capacity-check-needed', pointer } });
  });

  it('to everything is not taken from a person found to lack the capacity to decline', () => {
    const found = lackingCapacityFor('declining', referred('reablement'));
    expect(answerReablement(found, declinedAll(), at('2026-07-06'))).toMatchObject({
      refusal: { kind: 'capacity-check-needed' },
    });
  });

  it('comes too late once it has begun', () => {
    expect(
      answerReablement(started(), answer({ answer: 'declined' }), at('2026-07-07')),
    ).toMatchObject({
      refusal: { kind: 'already-recorded' },
    });
  });
});

describe('reablement after the eligibility decision', () => {
  it('opens the decision again, and not the assessment, when it is declined', () => {
    const waiting = reablementAfterEligibility();
    expect(openSteps(waiting.workflow)).toEqual(['reablement']);
    const state = stateAfter(
      answerReablement(waiting, answer({ answer: 'declined' }), at('2026-07-06')),
    );
    expect(openSteps(state.workflow)).toEqual(['decide-eligibility']);
  });

  it('leads to a new assessment when a need goes on, and from there to a decision', () => {
    const need = { scoreAtEnd: score, goals: bothGoals, reason: 'Still unsteady.' };
    const state = stateAfter(
      ended({ result: 'ongoing-need', ...need }, started(reablementAfterEligibility())),
    );
    expect(openSteps(state.workflow)).toEqual(['assess-needs']);
    const again = assessmentOf(['CA-HYGIENE', 'CA-TOILET'], { assessedOn: '2026-08-10' });
    const reassessed = stateAfter(
      assessNeeds(state, again, { scheme: 'care-act-2014' }, at('2026-08-10')),
    );
    expect(openSteps(reassessed.workflow)).toEqual(['decide-eligibility']);
  });

  it('can be declined once and the person still be planned for', () => {
    const declined = stateAfter(
      answerReablement(
        reablementAfterEligibility(),
        answer({ answer: 'declined' }),
        at('2026-07-06'),
      ),
    );
    const basis = basisOf(undefined, 'after-eligibility');
    const state = stateAfter(
      decideEligibility(declined, decisionOf(metByCouncil), basis, at('2026-07-07')),
    );
    expect(openSteps(state.workflow)).toEqual(['assess-finances', 'write-support-plan']);
  });
});

describe('an assessment that pauses for reablement', () => {
  const pause = { whyReablement: 'He may walk again.', resumeOn: '2026-08-24' };
  const before = { reablement: 'before-eligibility' } as const;

  it('waits for reablement and is open again when that is declined', () => {
    const paused = stateAfter(pauseAssessment(referred(), pause, before, at('2026-07-02')));
    expect(openSteps(paused.workflow)).toEqual(['reablement']);
    const state = stateAfter(
      answerReablement(paused, answer({ answer: 'unsuitable' }), at('2026-07-06')),
    );
    expect(openSteps(state.workflow)).toEqual(['assess-needs']);
  });

  it('may pause a second time after reablement that had gone before', () => {
    const declined = stateAfter(
      answerReablement(referred('reablement'), answer({ answer: 'declined' }), at('2026-07-06')),
    );
    const paused = stateAfter(pauseAssessment(declined, pause, before, at('2026-07-10')));
    expect(openSteps(paused.workflow)).toEqual(['reablement']);
  });

  it('is refused where the council offers reablement after eligibility', () => {
    const after = { reablement: 'after-eligibility' } as const;
    expect(pauseAssessment(referred(), pause, after, at('2026-07-02'))).toMatchObject({
      refusal: { kind: 'reablement-not-offered-here' },
    });
  });

  it('resumes on a day to come', () => {
    const today = { ...pause, resumeOn: '2026-07-02' };
    expect(pauseAssessment(referred(), today, before, at('2026-07-02'))).toMatchObject({
      refusal: { kind: 'invalid-input', pointer: '/resumeOn' },
    });
  });
});
