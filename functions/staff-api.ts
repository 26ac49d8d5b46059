import { apiHandler } from '#shared/lambda/api.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { operationFinder } from '#shared/lambda/find-operation.ts';
import { StaffApiEnvironment } from './environments.ts';
import { makePorts } from './make-ports.ts';
import routeKeys from './route-keys.json' with { type: 'json' };
import { staffStages } from './staff-routes.ts';

const environment = readEnvironment(StaffApiEnvironment);
const ports = makePorts(environment);

export const handler = apiHandler({
  find: operationFinder(staffStages, routeKeys.staff),
  known: [...Object.values(routeKeys.staff), ...Object.values(routeKeys.public)].flat(),
  ports,
  claims: {
    staffId: environment.STAFF_ID_CLAIM,
    staffRoles: environment.STAFF_ROLES_CLAIM,
    staffTeams: environment.STAFF_TEAMS_CLAIM,
    residentPerson: environment.RESIDENT_PERSON_CLAIM,
  },
});
