import { expect, test } from 'vitest';
import { letterFor } from '#functions/letters/letters-by-event.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { toClosed } from '#shared/domain/case/ending/close.ts';
import type { CaseEventType } from '#shared/domain/case/event-types.ts';
import { agreePlan } from '#shared/domain/plan/sign-off/agree-plan.ts';
import { PlanAgreement } from '#shared/domain/plan/sign-off/agreement.ts';
import { at, opened, referred, stateAfter } from '#test/support/case-states.ts';
import { agreed, agreement, written } from '#test/support/plan-states.ts';

const disagreement = PlanAgreement.parse({
  ...agreement,
  outcome: 'disagreed',
  disagreement: 'I want to choose my own helper.',
  stepsTaken: ['Met on 9 July.'],
});

function closedAs(outcome: string): CaseState {
  const state = referred();
  if (state.status === 'closed') throw new Error('a referred case is open');
  return toClosed(state, '2026-07-20', outcome);
}

function letterAfter(type: CaseEventType, after: CaseState, body: object = {}) {
  const event = {
    schema: 1,
    id: 'event-1',
    aggregate: 'case',
    aggregateId: 'case00000001',
    sequence: 2,
    at: '2026-07-20T12:00:00.000Z',
    actor: { id: 'practitioner-1', role: 'practitioner' },
    request: null,
    salt: '',
    contentDigest: '',
    previousHash: null,
    hash: '',
  } as const;
  return letterFor({ ...event, type, body: JSON.parse(JSON.stringify(body)), after });
}

test('nobody writes to a person who has died', () => {
  for (const type of ['case-closed', 'reablement-ended'] as const) {
    expect(letterAfter(type, closedAs('nfa-deceased'))).toBeUndefined();
  }
});

test('whoever leaves reablement independent, or withdraws, is told how to come back', () => {
  for (const type of ['reablement-ended', 'reablement-answered', 'withdrawn'] as const) {
    expect(letterAfter(type, closedAs('nfa-support-ended-as-planned'))).toBe('closed');
  }
});

test('an ending that leaves the case open is told in no closing letter', () => {
  expect(letterAfter('reablement-ended', referred())).toBeUndefined();
});

test('a contact is told of the advice or of what comes next', () => {
  expect(letterAfter('contact-triaged', closedAs('nfa-other'), { verdict: 'advice' })).toBe(
    'advice-given',
  );
  expect(letterAfter('contact-triaged', referred(), { verdict: 'assess' })).toBe('referred');
  expect(letterAfter('contact-triaged', closedAs('nfa-other'), { verdict: 'declined' })).toBe(
    undefined,
  );
  expect(letterAfter('case-opened', opened())).toBe('contact-received');
});

test.each([
  ['return-asked', 'direct-payment-return-asked'],
  ['return-overdue', 'direct-payment-return-late'],
  ['return-queried', 'direct-payment-return-questioned'],
  ['return-not-accepted', 'direct-payment-return-not-accepted'],
  ['reclaim-confirmed', 'direct-payment-reclaimed'],
  ['reclaim-taken-off', 'direct-payment-taken-off'],
  ['reclaim-late', 'direct-payment-reclaim-late'],
  ['payments-stopped', 'direct-payment-stopped'],
  ['payments-released', 'direct-payment-goes-on'],
])('of a direct payment, %s is told in a letter of its own', (what, letter) => {
  expect(letterAfter('direct-payment-told', referred(), { what })).toBe(letter);
});

test.each([
  [agreed(), 'plan-agreed'],
  [stateAfter(agreePlan(written(), disagreement, at('2026-07-09'))), 'plan-not-agreed'],
])('a person is told that they agree with their plan only where they do (%#)', (after, letter) => {
  expect(letterAfter('plan-agreed', after)).toBe(letter);
});
