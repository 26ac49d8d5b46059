import type { Stages } from '#shared/lambda/find-operation.ts';
import type { Ports } from './ports.ts';

/** Every operation that needs no account, stage by stage. */
export const publicStages: Stages<Ports> = {
  charging: async () => (await import('./charging/public-routes.ts')).publicChargingRoutes,
  contact: async () => (await import('./contact/public-routes.ts')).publicContactRoutes,
  information: async () => (await import('./information/public-routes.ts')).publicInformationRoutes,
};
