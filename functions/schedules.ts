import { eventBus } from '#shared/gateways/bus.ts';
import { system } from '#shared/gateways/system.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { taskHandler } from '#shared/lambda/task-handler.ts';
import { openTable } from '#shared/stores/table/open-table.ts';
import { readCouncil } from './council-file.ts';
import { SchedulesEnvironment } from './environments.ts';
import { journeyStores } from './journey-stores.ts';
import { doDailyTask } from './workflow/daily/daily-task.ts';

const environment = readEnvironment(SchedulesEnvironment);
const ports = {
  ...journeyStores(openTable(environment.TABLE_NAME)),
  council: readCouncil(environment.COUNCIL),
  bus: eventBus(environment.BUS_NAME),
  system,
};

export const handler = taskHandler((call) => doDailyTask(call, ports));
