import type {
  CaseStreamEnvironment,
  JourneyTasksEnvironment,
  NotifyEnvironment,
  PublicApiEnvironment,
  SchedulesEnvironment,
  StaffApiEnvironment,
} from '#functions/environments.ts';

/** The entry files at the top of `functions/`, each one Lambda. Their names are permanent: they are
 * part of function names that running executions hold. */
export const entryNames = [
  'public-api',
  'staff-api',
  'case-stream',
  'journey-tasks',
  'schedules',
  'notify',
] as const;
export type EntryName = (typeof entryNames)[number];

/** What each entry reads from its environment, so that a stack that forgets one does not compile. */
export interface EntryEnvironments {
  'public-api': PublicApiEnvironment;
  'staff-api': StaffApiEnvironment;
  'case-stream': CaseStreamEnvironment;
  'journey-tasks': JourneyTasksEnvironment;
  schedules: SchedulesEnvironment;
  notify: NotifyEnvironment;
}

export interface FunctionSize {
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
}

/** Memory buys processor time: the two functions a person waits for get more of it, because most
 * of a cold start is reading code. The gateway itself gives up after 29 seconds. */
export const functionSizes = {
  'public-api': { memoryMegabytes: 1024, timeoutSeconds: 15 },
  'staff-api': { memoryMegabytes: 1024, timeoutSeconds: 15 },
  'case-stream': { memoryMegabytes: 512, timeoutSeconds: 60 },
  'journey-tasks': { memoryMegabytes: 512, timeoutSeconds: 30 },
  schedules: { memoryMegabytes: 512, timeoutSeconds: 300 },
  notify: { memoryMegabytes: 512, timeoutSeconds: 60 },
} satisfies Record<EntryName, FunctionSize>;
