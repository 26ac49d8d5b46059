import * as z from 'zod';
import { OpenAppointment } from '../appointment/open-appointment.ts';
import { OpenCallBack } from '../call-back/open-call-back.ts';
import { Channel } from '../contact/contact.ts';
import { SafeContact } from '../contact/reaching/how-to-reach.ts';
import { codeOfTriage } from '../triage/triage-codes.ts';
import { Priority } from '../waiting/priority.ts';
import type { CaseState } from './case-state.ts';

/** What a banner shows of the contact that a case began with. */
export const ContactSummary = z.strictObject({
  on: z.iso.date(),
  channel: Channel,
  /** Its national code, once it has been triaged. */
  outcome: z.string().nullable(),
  /** Whether it is safe to call; null where nobody said. */
  mayCall: SafeContact.shape.mayCall.nullable(),
});
export type ContactSummary = z.infer<typeof ContactSummary>;

/** What is shown of a case beside its person, so that all of theirs are read at once: nothing that
 * anybody said, and no number. The stage stands under the receipt, and is not written twice. */
export const CaseSummary = z.strictObject({
  kind: z.enum(['adult', 'carer']),
  isOpen: z.boolean(),
  receipt: z.string().nullable(),
  team: z.string(),
  worker: z.string().nullable(),
  isUrgent: z.boolean(),
  priority: Priority.nullable(),
  /** Whether a safeguarding concern was raised on which nobody said yet that it is safe to proceed. */
  isConcernOpen: z.boolean(),
  isChildToRefer: z.boolean(),
  contact: ContactSummary.nullable(),
  callBacks: z.array(OpenCallBack),
  appointments: z.array(OpenAppointment),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

/** The case as it stands, with the contact as it was shown until now. */
export function summaryOf(state: CaseState, contact: ContactSummary | null): CaseSummary {
  return {
    kind: state.kind,
    isOpen: state.status === 'open',
    receipt: state.receipt,
    team: state.team,
    worker: state.allocatedTo,
    isUrgent: state.isUrgent,
    priority: state.priority,
    isConcernOpen: state.concern !== null && !state.concern.isSafeToProceed,
    isChildToRefer: state.childAtRisk === 'to-refer',
    contact: contact && { ...contact, outcome: contact.outcome ?? triagedAs(state) },
    callBacks: state.callBacks ?? [],
    appointments: state.appointments ?? [],
  };
}

/** The code of the contact's outcome, which is the case's own where it ended with the contact. */
function triagedAs(state: CaseState): string | null {
  const verdict = state.workflow.verdicts['triage-contact']?.verdict;
  const code = verdict === undefined ? undefined : codeOfTriage(verdict);
  return code ?? (state.status === 'closed' ? state.outcome : null);
}
