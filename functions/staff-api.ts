import { apiHandler } from '#shared/lambda/api.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { StaffApiEnvironment } from './environments.ts';
import { makePorts } from './make-ports.ts';
import { publicRoutes } from './public-routes.ts';
import { staffRoutes } from './staff-routes.ts';

const environment = readEnvironment(StaffApiEnvironment);
const ports = await makePorts(environment);

export const handler = apiHandler({
  operations: staffRoutes,
  known: [...staffRoutes, ...publicRoutes],
  ports,
  claims: {
    staffId: environment.STAFF_ID_CLAIM,
    staffRoles: environment.STAFF_ROLES_CLAIM,
    staffTeams: environment.STAFF_TEAMS_CLAIM,
    residentPerson: environment.RESIDENT_PERSON_CLAIM,
  },
});
