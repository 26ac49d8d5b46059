import { clearOperatorTask, listOperatorTasks } from './operator-tasks.ts';

/** The operations of those who operate the service. */
export const workflowRoutes = [listOperatorTasks, clearOperatorTask];
