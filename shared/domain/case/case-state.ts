import * as z from 'zod';
import { Workflow } from '../journey/workflow.ts';

/** The records of a case that others decide upon; each is pointed to by the event that holds it, and
 * that event's number is the record's version (its ETag). */
export const recordNames = [
  'contact',
  'triage',
  'reablement',
  'screening',
  'assessment',
  'determination',
  'allocation',
  'finances',
  'plan',
  'plan-agreement',
  'plan-key',
  'budget-key',
  'arrangements',
  'start',
  'urgent-support',
  'review',
  'capacity',
] as const;
export const RecordName = z.enum(recordNames);
export type RecordName = z.infer<typeof RecordName>;

const Version = z.int().positive();
const WeeklyPence = z.int().nonnegative();

/** How a part of the personal budget is held (Care Act s31-s33; an Individual Service Fund is a part
 * managed by a third party). */
export const BudgetHolding = z.enum(['direct-payment', 'council-managed', 'third-party']);
export type BudgetHolding = z.infer<typeof BudgetHolding>;

const BudgetPartSummary = z.strictObject({
  id: z.string(),
  holding: BudgetHolding,
  weeklyPence: WeeklyPence,
  /** Contribution taken off before payment (net) or invoiced apart (gross). */
  contribution: z.enum(['net', 'gross']),
});

const PlanSummary = z.strictObject({
  version: Version,
  /** The staff member who recorded the plan: may not hold the budget manager's key. */
  recordedBy: z.string(),
  weeklyPence: WeeklyPence,
  oneOffPence: z.int().nonnegative(),
  parts: z.array(BudgetPartSummary),
  agreed: z.enum(['not-yet', 'agreed', 'disagreed']),
});

const LivePlan = z.strictObject({
  /** The plan's version that is being carried out; a new plan supersedes it when it starts. */
  planVersion: Version,
  startedOn: z.iso.date(),
  weeklyPence: WeeklyPence,
  parts: z.array(BudgetPartSummary),
});

export const UrgentSupportState = z.strictObject({
  state: z.enum(['awaiting-second-key', 'confirmed', 'expired']),
  weeklyPence: WeeklyPence,
  startedOn: z.iso.date(),
  firstKeyBy: z.string(),
  /** The day by whose end a second key is due; unconfirmed, the support expires after it. */
  secondKeyDue: z.iso.date(),
  /** The last day of confirmed urgent support, unless a plan replaces it before. */
  expiresOn: z.iso.date(),
});
export type UrgentSupportState = z.infer<typeof UrgentSupportState>;

/** What every event of a case carries as `after`: where the case stands and the few facts that later
 * decisions need, so that a command reads one item. */
const CaseFacts = z.strictObject({
  kind: z.enum(['adult', 'carer']),
  personId: z.string(),
  contactId: z.string(),
  /** The receipt under which the person follows the case without an account. */
  receipt: z.string().nullable(),
  /** The team whose queue the case's tasks stand in. */
  team: z.string(),
  allocatedTo: z.string().nullable(),
  isUrgent: z.boolean(),
  workflow: Workflow,
  /** The newest event of each record. */
  records: z.partialRecord(RecordName, Version),
  appearanceOfNeed: z.boolean().nullable(),
  assessor: z.string().nullable(),
  reablement: z
    .strictObject({
      startedOn: z.iso.date(),
      freeUntil: z.iso.date(),
      endedOn: z.iso.date().nullable(),
    })
    .nullable(),
  eligibility: z
    .strictObject({
      scheme: z.string(),
      isEligible: z.boolean(),
      decidedOn: z.iso.date(),
      /** The eligible outcomes (or FACS domains) that a plan must cover or explain. */
      outcomes: z.array(z.string()),
    })
    .nullable(),
  allocation: z
    .strictObject({ weeklyPence: WeeklyPence, givenOn: z.iso.date().nullable() })
    .nullable(),
  finances: z
    .strictObject({
      status: z.enum(['assessed', 'provisional', 'refused']),
      weeklyContributionPence: WeeklyPence.nullable(),
    })
    .nullable(),
  plan: PlanSummary.nullable(),
  planKeyBy: z.string().nullable(),
  budgetKeyBy: z.string().nullable(),
  live: LivePlan.nullable(),
  agreements: z.array(z.string()),
  urgentSupport: UrgentSupportState.nullable(),
  nextReview: z
    .strictObject({
      on: z.iso.date(),
      kind: z.enum(['light-touch', 'annual', 'requested', 'unplanned']),
    })
    .nullable(),
  /** The ids of the newest requests and the events that answered them, so that a repeated request is
   * answered and not carried out again. */
  recent: z.array(z.tuple([z.string(), Version])),
});

export const OpenCase = CaseFacts.extend({ status: z.literal('open') });
export const ClosedCase = CaseFacts.extend({
  status: z.literal('closed'),
  closedOn: z.iso.date(),
  /** The national code under which the case ended. */
  outcome: z.string(),
});
export const CaseState = z.discriminatedUnion('status', [OpenCase, ClosedCase]);
export type OpenCase = z.infer<typeof OpenCase>;
export type ClosedCase = z.infer<typeof ClosedCase>;
export type CaseState = z.infer<typeof CaseState>;
