import type { ContactState } from '../contact/contact.ts';
import { beginRound, noWorkflow } from '../journey/workflow.ts';
import type { OpenCase } from './case-state.ts';

interface Opening {
  readonly contactId: string;
  readonly contact: ContactState;
  readonly personId: string;
  readonly team: string;
  /** Another case of theirs, of the same kind, that is open. */
  readonly besideCase?: string | undefined;
}

/** A case as a contact opens it: waiting for triage at the front door (Care Act s9 begins here). */
export function openCase({ contactId, contact, personId, team, besideCase }: Opening): OpenCase {
  const { urgentBecause, isDangerNow, childAtRisk, isUnder18, notSafe, hasUncheckedNeeds } =
    contact;
  return {
    status: 'open',
    kind: contact.about,
    personId,
    contactId,
    receipt: contact.receipt,
    team,
    allocatedTo: null,
    held: null,
    handOffs: 0,
    isUrgent: contact.isUrgent,
    ...(urgentBecause !== undefined && { urgentBecause }),
    ...(isDangerNow !== undefined && { isDangerNow }),
    ...(childAtRisk !== undefined && { childAtRisk }),
    ...(isUnder18 !== undefined && { isUnder18 }),
    ...(notSafe !== undefined && { notSafe }),
    ...(hasUncheckedNeeds !== undefined && { hasUncheckedNeeds }),
    ...(besideCase !== undefined && { besideCase }),
    priority: null,
    waiting: null,
    workflow: beginRound(noWorkflow, 'journey'),
    records: { contact: 1 },
    appearanceOfNeed: null,
    assessor: null,
    reablement: null,
    eligibility: null,
    allocation: null,
    finances: null,
    plan: null,
    planKeyBy: null,
    budgetKeyBy: null,
    live: null,
    agreements: [],
    urgentSupport: null,
    capacity: {},
    equipment: [],
    usefulnessAsked: null,
    concern: null,
    nextReview: null,
    recent: [],
  };
}
