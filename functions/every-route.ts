import type { Operation } from '#shared/contracts/operation.ts';
import type { Stages } from '#shared/lambda/find-operation.ts';
import type { Ports } from './ports.ts';
import { publicStages } from './public-routes.ts';
import { staffStages } from './staff-routes.ts';

async function everyRoute(stages: Stages<Ports>): Promise<readonly Operation<Ports>[]> {
  return (await Promise.all(Object.values(stages).map((load) => load()))).flat();
}

/** All operations, for what describes, deploys and tests them: the functions load them stage by
 * stage. */
export const publicRoutes = await everyRoute(publicStages);
export const staffRoutes = await everyRoute(staffStages);
