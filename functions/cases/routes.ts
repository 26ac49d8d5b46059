import { caseDecisionRoutes } from './decision-routes.ts';
import { readCase } from './reading/read-case.ts';
import { readMyCases } from './reading/read-my-cases.ts';
import { readRecord, readTimeline } from './reading/read-timeline.ts';
import { claim, reassign, release } from './tasks/change-claim.ts';
import { claimDesk, releaseDesk } from './tasks/change-desk-claim.ts';
import { listMyTasks, listTasks } from './tasks/list-tasks.ts';
import { listTeams } from './tasks/list-teams.ts';

/** The operations that concern a case at any stage. */
export const caseRoutes = [
  readCase,
  readMyCases,
  readTimeline,
  readRecord,
  listTasks,
  listMyTasks,
  listTeams,
  claim,
  release,
  reassign,
  claimDesk,
  releaseDesk,
  ...caseDecisionRoutes,
];
