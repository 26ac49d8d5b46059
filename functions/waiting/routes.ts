import { priorityChange } from './change-priority.ts';
import { riskReCheck } from './re-check-risk.ts';
import { ownCaseload, teamWaitingList } from './read-lists.ts';

/** The operations of those who wait for somebody, and of who has whom. */
export const waitingRoutes = [teamWaitingList, ownCaseload, priorityChange, riskReCheck];
