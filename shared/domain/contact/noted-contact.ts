import * as z from 'zod';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision } from '../case/change.ts';
import { accept, type Refused, refuse } from '../outcome.ts';
import { Channel } from './contact.ts';
import { Sentences } from './text.ts';

/** A contact about somebody whose case is open already, as that case records it. What was said stays
 * in the contact's own record, to which this points. */
export const ContactNote = z.strictObject({
  fromCaseId: z.string(),
  contactId: z.string(),
  channel: Channel,
  isUrgent: z.boolean(),
});
export type ContactNote = z.infer<typeof ContactNote>;

export const NotedContactAnswer = z
  .strictObject({ whatWasDone: Sentences })
  .meta({ id: 'NotedContactAnswer' });
export type NotedContactAnswer = z.infer<typeof NotedContactAnswer>;

interface Noting {
  readonly caseId: string;
  readonly personId: string;
  readonly openCaseId: string;
}

/** Why a contact cannot become a note on the case that was named; nothing when it can. */
export function refusalToNote(noting: Noting, target: CaseState | undefined): Refused | undefined {
  const no = (detail: string) => refuse('invalid-input', detail, '/openCaseId');
  if (noting.openCaseId === noting.caseId) return no('This is the case of the contact itself.');
  if (!target) return no('There is no such case.');
  if (target.personId !== noting.personId) return no('That case is about somebody else.');
  return target.status === 'open'
    ? undefined
    : no('That case is closed: reopen it, or go on here.');
}

/** Why a carer's contact does not begin an assessment: nobody is assessed twice side by side, and what
 * is new belongs to the case that is open. Once that one has ended, this one goes on. */
export function refusalOfSecondAssessment(
  personId: string,
  besideCase: string,
  beside: CaseState | undefined,
): Refused | undefined {
  // A merge that was taken back gives the two cases to two people again.
  if (beside?.status !== 'open' || beside.personId !== personId) return undefined;
  return refuse(
    'carer-case-open',
    `Their case ${besideCase} is open: note this contact there, with the verdict open-case.`,
    '/verdict',
  );
}

/** The case with one more contact that its worker has to answer. A case that closed since the triage
 * takes it too, because somebody has been told that it will be answered. */
export function noteContact(state: CaseState, { fromCaseId }: ContactNote): CaseState {
  return { ...state, contactsNoted: [...(state.contactsNoted ?? []), fromCaseId] };
}

/** Says what was done about a noted contact, on a closed case too. Refuses `not-found` where no such
 * note waits for an answer. */
export function answerNotedContact(
  state: CaseState,
  fromCaseId: string,
  answer: NotedContactAnswer,
): CaseDecision {
  const waiting = state.contactsNoted ?? [];
  if (!waiting.includes(fromCaseId)) {
    return refuse('not-found', 'No contact from that case waits for an answer here.');
  }
  return accept({
    type: 'noted-contact-answered',
    body: { fromCaseId, ...answer },
    next: { ...state, contactsNoted: waiting.filter((each) => each !== fromCaseId) },
  });
}
