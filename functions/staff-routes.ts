import type { Operation } from '#shared/contracts/operation.ts';
import { caseRoutes } from './cases/routes.ts';
import { contactRoutes } from './contact/routes.ts';
import type { Ports } from './ports.ts';
import { reablementRoutes } from './reablement/routes.ts';

/** Every operation that needs a sign-in, stage by stage. */
export const staffRoutes: readonly Operation<Ports>[] = [
  ...contactRoutes,
  ...reablementRoutes,
  ...caseRoutes,
];
