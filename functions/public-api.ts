import { apiHandler } from '#shared/lambda/api.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { PublicApiEnvironment } from './environments.ts';
import { makePorts } from './make-ports.ts';
import { publicRoutes } from './public-routes.ts';

const ports = await makePorts(readEnvironment(PublicApiEnvironment));

export const handler = apiHandler({ operations: publicRoutes, known: publicRoutes, ports });
