import { beginContactDraft } from './drafts/begin-draft.ts';
import { readContactDraft } from './drafts/read-draft.ts';
import { saveContactDraft } from './drafts/save-draft.ts';
import { sendContactDraft } from './drafts/send-draft.ts';
import { makeContact } from './make-contact.ts';
import { askForAppointment } from './phone/ask-for-appointment.ts';
import { readContactQuestions } from './read-questions.ts';
import { readReceipt } from './read-receipt.ts';
import { readMyContactSummary } from './summary/read-summary.ts';

/** The operations of the front door that need no account. */
export const publicContactRoutes = [
  readContactQuestions,
  makeContact,
  beginContactDraft,
  saveContactDraft,
  readContactDraft,
  sendContactDraft,
  readReceipt,
  readMyContactSummary,
  askForAppointment,
];
