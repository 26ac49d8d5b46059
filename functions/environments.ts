import * as z from 'zod';

/** What each function is told about where it runs. `infra` builds its variables from these very
 * types, so that a stack that forgets one does not compile. */

const Common = z.object({
  TABLE_NAME: z.string().min(3),
  COUNCIL: z.string().min(1),
  STAGE: z.string().min(1),
});

const Machines = z.object({
  JOURNEY_MACHINE_ARN: z.string().startsWith('arn:'),
  SUPPORT_PLANNING_MACHINE_ARN: z.string().startsWith('arn:'),
  REVIEW_MACHINE_ARN: z.string().startsWith('arn:'),
  PAYMENT_RUN_MACHINE_ARN: z.string().startsWith('arn:'),
});

export const PublicApiEnvironment = Common.extend({ PSEUDONYM_SECRET_ID: z.string().min(1) });
export type PublicApiEnvironment = z.infer<typeof PublicApiEnvironment>;

export const StaffApiEnvironment = Common.extend({
  PSEUDONYM_SECRET_ID: z.string().min(1),
  STAFF_ID_CLAIM: z.string().min(1),
  STAFF_ROLES_CLAIM: z.string().min(1),
  STAFF_TEAMS_CLAIM: z.string().min(1),
  RESIDENT_PERSON_CLAIM: z.string().min(1),
});
export type StaffApiEnvironment = z.infer<typeof StaffApiEnvironment>;

export const CaseStreamEnvironment = Common.extend(Machines.shape).extend({
  PSEUDONYM_SECRET_ID: z.string().min(1),
  BUS_NAME: z.string().min(1),
});
export type CaseStreamEnvironment = z.infer<typeof CaseStreamEnvironment>;

export const JourneyTasksEnvironment = Common;
export type JourneyTasksEnvironment = z.infer<typeof JourneyTasksEnvironment>;

export const SchedulesEnvironment = Common.extend({ BUS_NAME: z.string().min(1) });
export type SchedulesEnvironment = z.infer<typeof SchedulesEnvironment>;

export const NotifyEnvironment = Common.extend({
  NOTIFY_SECRET_ID: z.string().min(1),
  NOTIFY_BASE_URL: z.url(),
});
export type NotifyEnvironment = z.infer<typeof NotifyEnvironment>;
