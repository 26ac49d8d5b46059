import { describe, expect, test } from 'vitest';
import { alertsOf, type ShownCase } from '#shared/domain/banner/alerts.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { type ContactSummary, summaryOf } from '#shared/domain/case/case-summary.ts';
import { toClosed } from '#shared/domain/case/ending/close.ts';
import { noFacts } from '#shared/domain/person/facts/person-facts.ts';
import { noteConcern } from '#shared/domain/safeguarding/concern.ts';
import { opened, referred } from '#test/support/case-states.ts';

const today = '2026-07-08';
const contact: ContactSummary = {
  on: today,
  channel: 'phone',
  outcome: null,
  mayCall: null,
};

function shown(state: CaseState, said: Partial<ContactSummary> = {}): ShownCase {
  return { caseId: 'case00000001', summary: summaryOf(state, { ...contact, ...said }) };
}

function kinds(cases: readonly ShownCase[], facts = noFacts): string[] {
  return alertsOf(facts, cases, today).map(({ kind }) => kind);
}

function closed(state: CaseState): CaseState {
  if (state.status !== 'open') throw new Error('the case is open');
  return toClosed(state, today, 'nfa-other-reason');
}

const call = { id: 'call00000001', event: 2, mayLeaveMessage: false, notByPhone: false, tries: 0 };
const visit = {
  id: 'visit0000001',
  kind: 'office',
  on: '2026-07-10',
  from: '10:00',
  to: '11:00',
  purpose: 'assessment',
  worker: null,
  place: 'Civic Centre',
  event: 3,
  isReminded: false,
  isElsewhere: false,
} as const;

describe('An alert', () => {
  test.each([
    ['urgent', { isUrgent: true }],
    ['child-to-refer', { childAtRisk: 'to-refer' }],
  ] as const)('that a case is %s ends with the case', (kind, facts) => {
    const state = { ...opened(), ...facts };
    expect(kinds([shown(state)])).toEqual([kind]);
    expect(kinds([shown(closed(state))])).toEqual([]);
  });

  test('of a concern outlasts the case, until somebody says that it is safe to proceed', () => {
    const concern = noteConcern(today);
    const state = { ...opened(), concern };
    expect(kinds([shown(state)])).toEqual(['concern-open']);
    expect(kinds([shown(closed(state))])).toEqual(['concern-open']);
    const safe = { ...state, concern: { ...concern, isSafeToProceed: true } };
    expect(kinds([shown(safe)])).toEqual([]);
  });

  test('of a child that was referred is none', () => {
    expect(kinds([shown({ ...opened(), childAtRisk: 'referred' })])).toEqual([]);
  });

  test('of a late call comes on the day after it was owed, on a closed case too', () => {
    const owedBy = (by: string) => ({ ...opened(), callBacks: [{ ...call, by }] });
    expect(kinds([shown(owedBy(today))])).toEqual([]);
    expect(kinds([shown(owedBy('2026-07-07'))])).toEqual(['call-back-late']);
    expect(kinds([shown(closed(owedBy('2026-07-07')))])).toEqual(['call-back-late']);
  });

  test.each([
    ['not-needed', []],
    ['booked', []],
    ['needed', ['interpreter-not-booked']],
    ['not-available', ['interpreter-not-booked']],
  ] as const)('of a visit whose interpreter is %s: %o', (interpreter, expected) => {
    const state = { ...opened(), appointments: [{ ...visit, interpreter }] };
    expect(kinds([shown(state)])).toEqual(expected);
  });

  test('not to call rests on what was said last', () => {
    const before = shown(opened(), { mayCall: false });
    expect(kinds([before])).toEqual(['do-not-call']);
    expect(kinds([shown(opened()), before])).toEqual(['do-not-call']);
    expect(kinds([shown(opened(), { mayCall: true }), before])).toEqual([]);
  });

  test('of a death comes first, and ends when it is reversed', () => {
    const diedOn = '2026-07-01';
    const death = {
      status: 'stands',
      diedOn,
      proof: 'reported',
      event: 2,
      reversalAskedBy: null,
    } as const;
    const urgent = shown({ ...opened(), isUrgent: true });
    expect(alertsOf({ ...noFacts, death }, [urgent], today)).toMatchObject([
      { kind: 'died', on: diedOn },
      { kind: 'urgent', caseId: urgent.caseId },
    ]);
    const reversed = {
      status: 'reversed',
      event: 4,
      reversedOn: today,
      askedBy: 'a',
      confirmedBy: 'b',
    } as const;
    expect(kinds([], { ...noFacts, death: reversed })).toEqual([]);
  });
});

describe('The outcome of a contact', () => {
  test('is that of its triage, and stays so whatever becomes of the case', () => {
    const summary = summaryOf(referred(), contact);
    expect(summary.contact?.outcome).toBe('progress-to-assessment');
    const later = summaryOf(closed(opened()), summary.contact);
    expect(later.contact?.outcome).toBe('progress-to-assessment');
  });

  test('is that of a case which ended before anybody triaged it', () => {
    const { contact: shownContact } = summaryOf(closed(opened()), contact);
    expect(shownContact?.outcome).toBe('nfa-other-reason');
  });
});
