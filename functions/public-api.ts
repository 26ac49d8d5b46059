import { apiHandler } from '#shared/lambda/api.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { operationFinder } from '#shared/lambda/find-operation.ts';
import { PublicApiEnvironment } from './environments.ts';
import { makePorts } from './make-ports.ts';
import { publicStages } from './public-routes.ts';
import routeKeys from './route-keys.json' with { type: 'json' };

const ports = makePorts(readEnvironment(PublicApiEnvironment));

export const handler = apiHandler({
  find: operationFinder(publicStages, routeKeys.public),
  known: Object.values(routeKeys.public).flat(),
  ports,
});
