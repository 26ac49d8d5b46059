import { system } from '#shared/gateways/system.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { taskHandler } from '#shared/lambda/task-handler.ts';
import { openTable } from '#shared/stores/table/open-table.ts';
import { readCouncil } from './council-file.ts';
import { JourneyTasksEnvironment } from './environments.ts';
import { journeyStores } from './journey-stores.ts';
import { doJourneyTask } from './workflow/journey-task.ts';

const environment = readEnvironment(JourneyTasksEnvironment);
const ports = {
  ...journeyStores(openTable(environment.TABLE_NAME)),
  council: readCouncil(environment.COUNCIL),
  system,
};

export const handler = taskHandler((call) => doJourneyTask(call, ports));
