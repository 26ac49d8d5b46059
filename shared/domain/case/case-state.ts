import * as z from 'zod';
import { OpenAppointment } from '../appointment/open-appointment.ts';
import { OpenCallBack } from '../call-back/open-call-back.ts';
import { CapacityDecision } from '../capacity/capacity-record.ts';
import { EquipmentInUse } from '../equipment/equipment-state.ts';
import { Workflow } from '../journey/workflow.ts';
import { PlanWriter } from '../plan/plan-author.ts';
import { LivePlan, PlanState } from '../plan/plan-state.ts';
import { CareHomeStay } from '../plan/spending/care-home-stay.ts';
import { ConcernNoted } from '../safeguarding/concern.ts';
import { SecondLooks } from '../second-look/second-look.ts';
import { Priority } from '../waiting/priority.ts';
import { Held, Waiting } from '../waiting/waiting-state.ts';
import { DeathNoted } from './ending/note-death.ts';

/** The records of a case that others decide upon; each is pointed to by the event that holds it, and
 * that event's number is the record's version (its ETag). */
export const recordNames = [
  'contact',
  'triage',
  'signposting',
  'reablement',
  'screening',
  'assessment',
  'determination',
  'allocation',
  'finances',
  'plan',
  'plan-agreement',
  'plan-copies',
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

export const UrgentSupportState = z.strictObject({
  state: z.enum(['awaiting-second-key', 'confirmed', 'expired', 'ended']),
  weeklyPence: WeeklyPence,
  startedOn: z.iso.date(),
  firstKeyBy: z.string(),
  secondKeyBy: z.string().nullable(),
  /** The day by whose end a second key is due; unconfirmed, the support expires after it. */
  secondKeyDue: z.iso.date(),
  /** The last day of confirmed urgent support, unless a plan replaces it before. */
  expiresOn: z.iso.date(),
  /** What the first key lets it go on until, while that waits for its second. */
  renewal: z.strictObject({ firstKeyBy: z.string(), until: z.iso.date() }).exactOptional(),
  /** How often it was renewed under both keys. */
  timesRenewed: z.int().positive().exactOptional(),
  /** The event that ordered it from a provider who is paid through this service; absent of any other. */
  orderedIn: Version.exactOptional(),
  /** The cost centre that bears it, where it was ordered so. */
  costCentre: z.string().exactOptional(),
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
  held: Held.nullable().default(null),
  /** How often the case changed team or worker since its first worker. */
  handOffs: z.int().nonnegative().default(0),
  isUrgent: z.boolean(),
  /** What the contact raised, shown with the case from the first moment; absent where it did not. */
  urgentBecause: z.string().optional(),
  /** Somebody was in danger at the moment of the contact. */
  isDangerNow: z.literal(true).optional(),
  /** A child at risk: the case keeps it until children's services have been told. */
  childAtRisk: z.enum(['to-refer', 'referred']).optional(),
  /** The person was under 18 on the day of the contact. */
  isUnder18: z.literal(true).optional(),
  /** What the person said is not safe, as the contact left it; absent where all is. */
  notSafe: z.array(z.enum(['call', 'message'])).optional(),
  /** The contact tells of access needs that are not on the person's record. */
  hasUncheckedNeeds: z.literal(true).optional(),
  /** Another case of theirs, of the same kind, that was open when this one began. */
  besideCase: z.string().optional(),
  /** Set at triage. */
  priority: Priority.nullable().default(null),
  /** Kept from the referral on: the case is on a waiting list while nobody has it. */
  waiting: Waiting.nullable().default(null),
  /** The event that last changed on which list the case stands, and how. */
  listedAt: Version.optional(),
  workflow: Workflow,
  /** The newest event of each record. */
  records: z.partialRecord(RecordName, Version),
  appearanceOfNeed: z.boolean().nullable(),
  assessor: z.string().nullable(),
  /** All of the staff with a hand in the assessment that stands; absent of one from before this was kept. */
  assessors: z.array(z.string()).exactOptional(),
  reablement: z
    .strictObject({
      startedOn: z.iso.date(),
      freeUntil: z.iso.date(),
      /** The last day that is planned, extensions included. */
      plannedUntil: z.iso.date(),
      /** How many goals there are: the end says of each what came of it. */
      goals: z.int().positive(),
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
    .strictObject({
      weeklyPence: WeeklyPence,
      givenOn: z.iso.date().nullable(),
      /** Who answered the questions that it rests on; absent of one from before this was kept. */
      by: z.string().exactOptional(),
    })
    .nullable(),
  finances: z
    .strictObject({
      status: z.enum(['assessed', 'provisional', 'refused']),
      /** The most that is asked for; null where the person pays all that their care costs. */
      weeklyContributionPence: WeeklyPence.nullable(),
      appliesFrom: z.iso.date().optional(),
      /** Who found out what the person can pay; absent of findings from before this was kept. */
      by: z.string().exactOptional(),
      /** What the care cost of which the charge was worked; absent where nothing was worked. */
      costWeeklyPence: WeeklyPence.optional(),
      /** Who arranges the care of somebody who pays all of it. */
      selfFunding: z
        .enum(['own-arrangements', 'asks-council', 'nobody-authorised', 'not-chosen'])
        .optional(),
      /** The day on which finance looks at the charge again. */
      reviewOn: z.iso.date().optional(),
      /** The event that asked finance to look at the charge again. */
      lookAgain: Version.optional(),
    })
    .nullable(),
  plan: PlanState.nullable(),
  planKeyBy: z.string().nullable(),
  budgetKeyBy: z.string().nullable(),
  live: LivePlan.nullable(),
  agreements: z.array(z.string()),
  /** The stays in care homes that direct payments have bought beside the live plan, and by earlier ones;
   * absent where none did. */
  careHomeStays: z.array(CareHomeStay).exactOptional(),
  urgentSupport: UrgentSupportState.nullable(),
  /** The newest finding on capacity for each decision, and the event that holds its reasons; capacity
   * is presumed for any other (Mental Capacity Act 2005 s1(2)). */
  capacity: z.partialRecord(
    CapacityDecision,
    z.strictObject({ hasCapacity: z.boolean(), event: Version }),
  ),
  /** Small aids that were prescribed and are not back. */
  equipment: z.array(EquipmentInUse).default([]),
  /** The signposting after which somebody is still to be asked whether it was useful. */
  usefulnessAsked: Version.nullable().default(null),
  concern: ConcernNoted.nullable(),
  nextReview: z
    .strictObject({
      on: z.iso.date(),
      kind: z.enum(['light-touch', 'annual', 'requested', 'unplanned']),
    })
    .nullable(),
  /** The cases whose contacts were noted here and wait for an answer; absent where none ever was. */
  contactsNoted: z.array(z.string()).optional(),
  /** The call-backs that were promised and not yet made; absent where none ever was. */
  callBacks: z.array(OpenCallBack).optional(),
  /** The appointments whose outcome is not known, the next first; absent where none ever was. */
  appointments: z.array(OpenAppointment).optional(),
  /** The newest second look at each decision; absent where none was ever asked for. */
  secondLooks: SecondLooks.optional(),
  /** The event by which the person said that their own account is whole; absent where nobody waits for it
   * to be read. */
  ownAccount: Version.optional(),
  /** The event by which the plan that was written at home was handed in; absent where nobody waits for it
   * to be read. */
  planHandedIn: Version.optional(),
  /** The event by which the person said from home that they do not agree with the plan; absent where nobody
   * has still to answer that. */
  planDisagreement: Version.optional(),
  /** Who besides the person may write at their plan from home; absent where nobody ever might. */
  planWriters: z.array(PlanWriter).optional(),
  /** The event that told of a cash limit that the plan passed, until it is answered. */
  limitPassed: Version.optional(),
  /** What the person's record says of their death; absent where it never said so. */
  death: DeathNoted.optional(),
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
