import { notedContactAnswer } from './answer-noted-contact.ts';
import { makeMyContact, takeContact } from './make-contact.ts';
import { phoneRoutes } from './phone/routes.ts';
import { readContactSummary } from './summary/read-summary.ts';
import { caseSignposting, readSignposting, signpostingFollowUp } from './triage/signposting.ts';
import { teamSuggestion } from './triage/suggest-team.ts';
import { decideTriage } from './triage/triage-contact.ts';

/** The operations of the front door that need a sign-in. */
export const contactRoutes = [
  takeContact,
  makeMyContact,
  teamSuggestion,
  decideTriage,
  notedContactAnswer,
  caseSignposting,
  readSignposting,
  signpostingFollowUp,
  readContactSummary,
  ...phoneRoutes,
];
