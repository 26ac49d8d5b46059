import { claim, reassign, release } from './change-claim.ts';
import { claimDesk, releaseDesk } from './change-desk-claim.ts';
import { caseDecisionRoutes } from './decision-routes.ts';
import { listMyTasks, listTasks } from './list-tasks.ts';
import { readCase } from './read-case.ts';
import { readMyCases } from './read-my-cases.ts';
import { readRecord, readTimeline } from './read-timeline.ts';

/** The operations that concern a case at any stage. */
export const caseRoutes = [
  readCase,
  readMyCases,
  readTimeline,
  readRecord,
  listTasks,
  listMyTasks,
  claim,
  release,
  reassign,
  claimDesk,
  releaseDesk,
  ...caseDecisionRoutes,
];
