import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/calendar/civil-date.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { CaseDecision } from '#shared/domain/case/change.ts';
import { stageOf } from '#shared/domain/case/stage.ts';
import { openSteps } from '#shared/domain/journey/workflow.ts';
import { authorisePlan } from '#shared/domain/plan/sign-off/authorise-plan.ts';
import { fallDueForReview } from '#shared/domain/review/fall-due-for-review.ts';
import { holdReview } from '#shared/domain/review/hold-review.ts';
import { requestReview } from '#shared/domain/review/request-review.ts';
import type { ReviewHeld } from '#shared/domain/review/review-input.ts';
import { saySafeToProceed } from '#shared/domain/safeguarding/safe-to-proceed.ts';
import { at, changeOf, stateAfter } from '#test/support/case-states.ts';
import {
  agreed,
  checksOf,
  limits,
  managedPlan,
  reviewOf,
  started,
} from '#test/support/plan-states.ts';

const lead = { personId: 'practitioner-1', roles: ['practitioner'] };
const noChange = { verdict: 'no-change', reason: 'It works.' } as const;
const upwards = { verdict: 'change-plan', reason: 'More help.', budgetGoes: 'up' } as const;
const reassess = { verdict: 'reassess', reason: 'Much has changed.' } as const;
const close = {
  verdict: 'close',
  reason: 'She manages.',
  code: 'nfa-support-ended-as-planned',
  howToComeBack: 'Call us at any time.',
} as const;
const concern: Extract<ReviewHeld['decision'], { verdict: 'concern' }> = {
  verdict: 'concern',
  reason: 'Money has gone.',
  concern: { riskTypes: ['financial-or-material'], whatIsFeared: 'A neighbour takes her money.' },
};

const underReview = (): CaseState =>
  stateAfter(fallDueForReview(started(), at('2026-08-31', 'due-sweep', 'service')));
const held = (decision: Parameters<typeof reviewOf>[0], state = underReview()): CaseDecision =>
  holdReview(state, reviewOf(decision), 12, at('2026-08-31'));

describe('a review', () => {
  it('falls due six weeks after support actually started, and not a day before', () => {
    const early = fallDueForReview(started(), at('2026-08-30'));
    expect(early.accepted || early.refusal.kind).toBe('wrong-stage');
    expect(stageOf(underReview())).toBe('review');
  });

  it('that changes nothing books the next one within twelve months', () => {
    const { next, dues, body } = changeOf(held(noChange));
    expect(next.nextReview).toEqual({ on: '2027-08-31', kind: 'annual' });
    expect(dues).toEqual([{ due: 'review', on: '2027-08-31' }]);
    expect(body).toMatchObject({ outcome: 'continuation-of-support', rule: 'Care Act 2014 s27' });
    expect(stageOf(next)).toBe('receiving-support');
  });

  it('that changes the plan begins planning and leaves the live plan as it is', () => {
    const before = underReview();
    const { next, body } = changeOf(held(upwards, before));
    expect(openSteps(next.workflow)).toContain('write-support-plan');
    expect(next.live).toEqual(before.live);
    expect(body).toMatchObject({ outcome: 'progress-to-support-planning' });
  });

  it('that asks for a reassessment goes to the assessment and not to the front door', () => {
    const next = stateAfter(held(reassess));
    // Finances are still open from the first plan: they never hold anything back.
    expect(openSteps(next.workflow)).toEqual(['assess-needs', 'assess-finances']);
    expect(next.workflow.rounds.journey).toBe(2);
    expect(next.live).not.toBeNull();
  });

  it('that closes ends the case, its review and its plan under a national code', () => {
    const { next, dues } = changeOf(held(close));
    expect(next).toMatchObject({ status: 'closed', outcome: close.code, nextReview: null });
    expect(dues).toEqual([{ due: 'review', on: null }]);
  });

  it('that raises a concern holds back both keys until the lead says it is safe', () => {
    const { next, body } = changeOf(held(concern));
    expect(body).toMatchObject({ concern: concern.concern });
    expect(next.concern).toEqual({ raisedOn: '2026-08-31', isSafeToProceed: false });
    const waiting = { ...agreed(managedPlan), concern: next.concern };
    const signOff = { separation: 'standard', limits, signatory: lead } as const;
    const checks = checksOf('2026-08-31');
    const key = authorisePlan(waiting, checks, signOff, at('2026-08-31'));
    expect(key.accepted || key.refusal.kind).toBe('safeguarding-unresolved');
    const reason = 'The plan keeps him away.';
    const safe = stateAfter(saySafeToProceed(waiting, { reason }, at('2026-08-31')));
    expect(authorisePlan(safe, checks, signOff, at('2026-08-31')).accepted).toBe(true);
  });

  it.each([
    [
      'says that the budget goes down',
      { ...upwards, budgetGoes: 'down' as const },
      {},
      'reduction-needs-reassessment',
    ],
    ['leaves out an eligible outcome', noChange, { outcomes: [] }, 'outcome-not-covered'],
    ['is of a day to come', noChange, { heldOn: '2026-09-01' }, 'invalid-input'],
    [
      'goes without an advocate who is needed',
      noChange,
      { advocate: { status: 'needed' as const } },
      'advocate-needed',
    ],
    [
      'speaks of a direct payment that nobody holds',
      noChange,
      { directPayment: { isWorking: true, note: 'Yes.' } },
      'invalid-input',
    ],
  ])('that %s is refused', (_what, decision, others, kind) => {
    const refused = holdReview(underReview(), reviewOf(decision, others), 12, at('2026-08-31'));
    expect(refused.accepted || refused.refusal.kind).toBe(kind);
  });

  it('names every outcome that it leaves out, and none that it speaks of', () => {
    const { eligibility } = underReview();
    const [spoken = '', ...unsaid] = eligibility?.outcomes ?? [];
    const review = reviewOf(noChange, { outcomes: [{ outcome: spoken, achieved: 'partly' }] });
    expect(holdReview(underReview(), review, 12, at('2026-08-31'))).toMatchObject({
      refusal: { detail: `Say of each outcome how far it is achieved: ${unsaid.join(', ')}.` },
    });
  });

  it('needs no advocate first when it is recorded why it cannot wait', () => {
    const urgent = { status: 'needed', urgency: 'She leaves hospital today.' } as const;
    const review = reviewOf(noChange, { advocate: urgent });
    expect(holdReview(underReview(), review, 12, at('2026-08-31')).accepted).toBe(true);
  });

  it('that somebody asked for leaves the light-touch review where it was', () => {
    const asked = requestReview(
      started(),
      { kind: 'requested', by: 'carer', reason: 'The times do not suit.' },
      at('2026-08-03'),
    );
    const review = reviewOf(noChange, { kind: 'requested', heldOn: '2026-08-05' });
    const { next } = changeOf(holdReview(stateAfter(asked), review, 12, at('2026-08-05')));
    expect(next.nextReview).toEqual({ on: '2026-08-31', kind: 'light-touch' });
  });

  it('is not begun twice', () => {
    const again = { kind: 'unplanned', by: 'provider', reason: 'A fall.' } as const;
    for (const decision of [
      requestReview(underReview(), again, at('2026-09-01')),
      fallDueForReview(underReview(), at('2026-09-01')),
    ]) {
      expect(decision.accepted || decision.refusal.kind).toBe('already-recorded');
    }
  });
});

describe('every live plan', () => {
  const verdicts = fc.constantFrom(noChange, upwards, reassess, concern, close);
  const days = fc.integer({ min: 0, max: 400 });
  const step = fc.record({ days, isAsked: fc.boolean(), decision: verdicts });

  it('has exactly one next review, on the table unless it is under way', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const life = new ReviewedLife();
        for (const { days: passing, isAsked, decision } of steps) {
          life.pass(passing);
          if (isAsked) life.ask();
          life.sweep();
          expect(life.isBooked).toBe(true);
          life.hold(decision, isAsked ? 'unplanned' : 'annual');
          expect(life.isBooked).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** A live plan and the row of the table on which its next review stands. */
class ReviewedLife {
  #state = started();
  #row: string | null = this.#state.nextReview?.on ?? null;
  #today = '2026-07-20';

  pass(days: number): void {
    this.#today = addDays(this.#today, days);
  }

  ask(): void {
    const request = { kind: 'unplanned', by: 'person', reason: 'A change.' } as const;
    this.#take(requestReview(this.#state, request, at(this.#today)));
  }

  sweep(): void {
    if (this.#row === null || this.#row > this.#today) return;
    // The daily sweep takes the row away whatever the case answers.
    this.#row = null;
    this.#take(fallDueForReview(this.#state, at(this.#today)));
  }

  hold(decision: ReviewHeld['decision'], kind: ReviewHeld['kind']): void {
    const review = reviewOf(decision, { kind, heldOn: this.#today });
    this.#take(holdReview(this.#state, review, 12, at(this.#today)));
  }

  get isBooked(): boolean {
    const { live, nextReview, workflow } = this.#state;
    if (!live) return nextReview === null && this.#row === null;
    const isOnTable = this.#row !== null && this.#row === nextReview?.on;
    const isUnderWay = this.#row === null && workflow.running.includes('review');
    return nextReview !== null && (isOnTable || isUnderWay);
  }

  #take(decision: CaseDecision): void {
    if (!decision.accepted) return;
    this.#state = decision.value.next;
    const review = (decision.value.dues ?? []).find(({ due }) => due === 'review');
    if (review) this.#row = review.on;
  }
}
