import { describe, expect, test } from 'vitest';
import { toClosed } from '#shared/domain/case/ending/close.ts';
import {
  answerNotedContact,
  noteContact,
  refusalToNote,
} from '#shared/domain/contact/noted-contact.ts';
import { TriageDecision } from '#shared/domain/triage/triage-decision.ts';
import { changeOf, opened, referred } from '#test/support/case-states.ts';

const target = referred();
if (target.status === 'closed') throw new Error('an open case is needed');
const closed = toClosed(target, '2026-07-08', 'nfa-other-reason');
const noting = { caseId: 'case00000002', personId: target.personId, openCaseId: 'case00000001' };
const note = {
  fromCaseId: 'case00000002',
  contactId: 'contact00002',
  channel: 'phone',
  isUrgent: false,
} as const;

describe('a contact becomes a note on an open case about the same person', () => {
  test('an open case about the same person takes it', () => {
    expect(refusalToNote(noting, target)).toBeUndefined();
  });

  test.each([
    ['the case of the contact itself', { ...noting, openCaseId: noting.caseId }, opened()],
    ['a case that does not exist', noting, undefined],
    ['a case about somebody else', { ...noting, personId: 'person000009' }, target],
    ['a case that is closed', noting, closed],
  ])('%s is refused, with a pointer', (_title, asked, found) => {
    expect(refusalToNote(asked, found)).toMatchObject({
      refusal: { kind: 'invalid-input', pointer: '/openCaseId' },
    });
  });

  test('what is no id of this service is refused with the shape of the decision', () => {
    const decision = {
      verdict: 'open-case',
      openCaseId: 'EVENT#1',
      appearanceOfNeed: { isPresent: false, reason: 'None.' },
      toldHowToAskForAssessment: true,
    };
    expect(TriageDecision.safeParse(decision).error?.issues[0]?.path).toEqual(['openCaseId']);
  });
});

describe('a noted contact waits until somebody says what was done', () => {
  const answer = { whatWasDone: 'Called her back.' };

  test.each([
    ['an open', target],
    ['a closed', closed],
  ])('%s case takes the note and its answer, once', (_title, state) => {
    const noted = noteContact(state, note);
    expect(noted).toEqual({ ...state, contactsNoted: [note.fromCaseId] });
    const { type, body, next } = changeOf(answerNotedContact(noted, note.fromCaseId, answer));
    expect({ type, body }).toEqual({
      type: 'noted-contact-answered',
      body: { fromCaseId: note.fromCaseId, ...answer },
    });
    expect(next).toEqual({ ...state, contactsNoted: [] });
    expect(answerNotedContact(next, note.fromCaseId, answer)).toMatchObject({
      refusal: { kind: 'not-found' },
    });
  });

  test('of two notes the other one goes on waiting', () => {
    const both = noteContact(noteContact(target, note), { ...note, fromCaseId: 'case00000003' });
    const { next } = changeOf(answerNotedContact(both, note.fromCaseId, answer));
    expect(next.contactsNoted).toEqual(['case00000003']);
  });
});
