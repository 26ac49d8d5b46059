import { describe, expect, it } from 'vitest';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { CaseClosure, closeCase } from '#shared/domain/case/ending/close-case.ts';
import { CaseReopening, reopenCase } from '#shared/domain/case/ending/reopen-case.ts';
import { Declining, withdraw } from '#shared/domain/case/ending/withdraw.ts';
import {
  CarerAssessmentOffer,
  offerCarerAssessment,
} from '#shared/domain/case/offer-carer-assessment.ts';
import { allocateCase } from '#shared/domain/case/tasks/allocate-case.ts';
import { assessFinances } from '#shared/domain/finances/assess-finances.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import {
  assessed,
  at,
  changeOf,
  eligible,
  lackingCapacityFor,
  opened,
  referred,
  stateAfter,
  withLiveSupport,
} from '#test/support/case-states.ts';
import { careActInput, chargingAbout } from '#test/support/finances.ts';

const today = '2026-07-20';
const teams = { teams: [{ id: 'social-work' }] };
const declining = Declining.parse({
  reason: 'It costs too much.',
  hasCapacity: true,
  isAbuseSuspected: false,
  isItTheCost: true,
  howToComeBack: 'Call us at any time.',
});

function reopening(stands: Partial<Record<string, boolean>> = {}) {
  return CaseReopening.parse({
    askedBy: 'person',
    reason: 'She fell again.',
    appearanceOfNeed: { isPresent: true, reason: 'She fell again.' },
    stillStands: {
      assessment: false,
      eligibility: false,
      indicativeBudget: false,
      reason: 'Seen again today.',
      ...stands,
    },
  });
}

const reopen = (state: CaseState, stands: Partial<Record<string, boolean>> = {}) =>
  reopenCase(state, reopening(stands), teams, at('2026-10-01'));

function close(state: CaseState, others: Record<string, unknown> = {}) {
  const closure = CaseClosure.parse({
    outcome: 'nfa-support-ended-as-planned',
    reason: 'The help did its work.',
    howToComeBack: 'Call us at any time.',
    ...others,
  });
  return closeCase(state, closure, at(today));
}

describe('closing a case', () => {
  it('ends live support on the day named, and every due date', () => {
    const state = withLiveSupport(eligible());
    const { next, dues } = changeOf(close(state, { supportEndedOn: '2026-07-18' }));
    expect(next).toMatchObject({ status: 'closed', live: null, nextReview: null });
    expect(openSteps(next.workflow)).toEqual([]);
    expect(dues).toEqual([{ due: 'review', on: null }]);
  });

  it.each([undefined, '2026-01-04', '2026-07-21'])(
    'is refused when live support is said to end on %s',
    (supportEndedOn) => {
      expect(close(withLiveSupport(eligible()), { supportEndedOn })).toMatchObject({
        refusal: { kind: 'invalid-input', pointer: '/supportEndedOn' },
      });
    },
  );

  it.each([
    ['before triage', opened()],
    ['while needs appear and are undecided', assessed()],
  ])('is refused %s', (_, state) => {
    expect(close(state, { outcome: 'nfa-information-and-advice' })).toMatchObject({
      refusal: { kind: 'appearance-of-need-needs-action' },
    });
  });

  it('is possible at any stage after a death or a move', () => {
    const death = { diedOn: '2026-07-19', source: 'Registrar', proof: 'registered' };
    const closure = CaseClosure.parse({ outcome: 'nfa-deceased', reason: 'She died.', death });
    expect(stateAfter(closeCase(opened(), closure, at(today)))).toMatchObject({
      outcome: 'nfa-deceased',
    });
    expect(close(assessed(), { outcome: 'nfa-moved-to-another-authority' }).accepted).toBe(true);
  });

  it('tells everybody but the dead how to come back', () => {
    const closure = { outcome: 'nfa-other', reason: 'Other.' };
    expect(CaseClosure.safeParse(closure).success).toBe(false);
  });

  it('is done once', () => {
    expect(close(stateAfter(close(eligible())))).toMatchObject({
      refusal: { kind: 'case-closed' },
    });
  });
});

describe('coming back', () => {
  it('after withdrawing at the estimate goes on where it stopped, nothing asked twice', () => {
    const planned = { ...eligible(), allocation: { weeklyPence: 9_000, givenOn: today } };
    const closed = stateAfter(withdraw(planned, declining, at(today)));
    expect(closed).toMatchObject({ status: 'closed', outcome: 'nfa-support-declined' });
    const { next } = changeOf(
      reopen(closed, { assessment: true, eligibility: true, indicativeBudget: true }),
    );
    expect(next.status).toBe('open');
    expect(openSteps(next.workflow)).toEqual(['assess-finances', 'write-support-plan']);
    expect(next.eligibility).toEqual(planned.eligibility);
    expect(next.allocation).toEqual(planned.allocation);
    expect(next.workflow.rounds).toEqual({ journey: 2, 'support-planning': 2 });
    expect(next.workflow.running).toEqual(['support-planning']);
  });

  it('does not ask about money again that was assessed', () => {
    const paying = stateAfter(
      assessFinances(eligible(), careActInput(3_000), chargingAbout, at(today)),
    );
    const closed = stateAfter(withdraw(paying, declining, at(today)));
    const { next } = changeOf(reopen(closed, { assessment: true, eligibility: true }));
    expect(openSteps(next.workflow)).toEqual(['write-support-plan']);
    expect(next.allocation).toBeNull();
  });

  it('decides again when only the assessment stands', () => {
    const told = { ...eligible(), allocation: { weeklyPence: 9_000, givenOn: today } };
    const closed = stateAfter(withdraw(told, declining, at(today)));
    const { next } = changeOf(reopen(closed, { assessment: true }));
    expect(openSteps(next.workflow)).toEqual(['decide-eligibility']);
    expect(next).toMatchObject({ eligibility: null, allocation: null });
  });

  it('assesses anew when nothing stands', () => {
    const closed = stateAfter(withdraw(referred(), declining, at(today)));
    expect(openSteps(changeOf(reopen(closed)).next.workflow)).toEqual(['assess-needs']);
  });

  it.each([
    ['assessment', referred()],
    ['eligibility', assessed()],
    ['indicativeBudget', eligible()],
  ])('carries over no %s that there never was', (name, state) => {
    const closed = stateAfter(withdraw(state, declining, at(today)));
    const all = { assessment: true, eligibility: true, indicativeBudget: true };
    expect(reopen(closed, all)).toMatchObject({
      refusal: { kind: 'invalid-input', pointer: `/stillStands/${name}` },
    });
  });

  it('is not for a case that is open or ended with a death', () => {
    const death = { diedOn: '2026-07-19', source: 'Registrar', proof: 'registered' };
    const closure = CaseClosure.parse({ outcome: 'nfa-deceased', reason: 'She died.', death });
    for (const state of [referred(), stateAfter(closeCase(opened(), closure, at(today)))]) {
      expect(reopen(state)).toMatchObject({ refusal: { kind: 'wrong-stage' } });
    }
  });
});

describe('withdrawing', () => {
  it('is not taken from a person found to lack the capacity to decline', () => {
    const found = lackingCapacityFor('declining', referred());
    expect(withdraw(found, declining, at(today))).toMatchObject({
      refusal: { kind: 'capacity-check-needed' },
    });
    // A finding about another decision says nothing about this one.
    const other = lackingCapacityFor('money', referred());
    expect(withdraw(other, declining, at(today)).accepted).toBe(true);
  });

  it('ends support that was live that day', () => {
    const { next, body } = changeOf(withdraw(withLiveSupport(eligible()), declining, at(today)));
    expect(next.live).toBeNull();
    expect(body).toMatchObject({ supportEndedOn: today });
  });
});

describe('giving a case to a worker', () => {
  const to = (worker: string, team = 'social-work') => ({ worker, team, reason: 'On duty.' });

  it('counts a hand-off from the second worker on', () => {
    const first = changeOf(allocateCase(referred(), to('worker-1'), teams, at(today)));
    expect(first.body).toMatchObject({ isHandOff: false });
    const next = changeOf(allocateCase(first.next, to('worker-2'), teams, at(today)));
    expect(next.body).toMatchObject({
      isHandOff: true,
      from: { worker: 'worker-1', team: 'social-work' },
    });
    expect(next.next.allocatedTo).toBe('worker-2');
  });

  it('is refused to an unknown team, and where nothing would change', () => {
    expect(allocateCase(referred(), to('worker-1', 'nowhere'), teams, at(today))).toMatchObject({
      refusal: { kind: 'invalid-input', pointer: '/team' },
    });
    const given = stateAfter(allocateCase(referred(), to('worker-1'), teams, at(today)));
    expect(allocateCase(given, to('worker-1'), teams, at(today))).toMatchObject({
      refusal: { kind: 'already-recorded' },
    });
  });
});

describe("a carer's own assessment", () => {
  it('is offered from the case of the person cared for, and made in a case of its own', () => {
    const offer = CarerAssessmentOffer.parse({
      carerName: 'A Wife',
      relationship: 'wife',
      how: 'in-person',
      answer: 'accepted',
    });
    const state = referred();
    const { next, body } = changeOf(offerCarerAssessment(state, offer, at(today)));
    expect(next).toEqual(state);
    expect(body).toMatchObject({ whatNext: expect.stringContaining('Make a contact') });
  });
});
