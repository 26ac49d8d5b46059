import { loadCouncil } from '#shared/council/load-council.ts';
import { system } from '#shared/gateways/system.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { taskHandler } from '#shared/lambda/task-handler.ts';
import { openTable } from '#shared/stores/open-table.ts';
import { JourneyTasksEnvironment } from './environments.ts';
import { makeStores } from './make-ports.ts';
import { doJourneyTask } from './workflow/journey-task.ts';

const environment = readEnvironment(JourneyTasksEnvironment);
const ports = {
  ...makeStores(openTable(environment.TABLE_NAME)),
  council: await loadCouncil(environment.COUNCIL),
  system,
};

export const handler = taskHandler((call) => doJourneyTask(call, ports));
