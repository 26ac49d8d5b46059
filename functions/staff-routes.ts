import type { Stages } from '#shared/lambda/find-operation.ts';
import type { Ports } from './ports.ts';

/** Every operation that needs a sign-in, stage by stage. */
export const staffStages: Stages<Ports> = {
  information: async () => (await import('./information/routes.ts')).informationRoutes,
  contact: async () => (await import('./contact/routes.ts')).contactRoutes,
  people: async () => (await import('./people/routes.ts')).peopleRoutes,
  appointments: async () => (await import('./appointments/routes.ts')).appointmentRoutes,
  equipment: async () => (await import('./equipment/routes.ts')).equipmentRoutes,
  waiting: async () => (await import('./waiting/routes.ts')).waitingRoutes,
  reablement: async () => (await import('./reablement/routes.ts')).reablementRoutes,
  assessment: async () => (await import('./assessment/routes.ts')).assessmentRoutes,
  charging: async () => (await import('./charging/routes.ts')).chargingRoutes,
  'second-look': async () => (await import('./second-look/routes.ts')).secondLookRoutes,
  'support-planning': async () =>
    (await import('./support-planning/routes.ts')).supportPlanningRoutes,
  'personal-budget': async () => (await import('./personal-budget/routes.ts')).personalBudgetRoutes,
  providers: async () => (await import('./providers/routes.ts')).providerRoutes,
  orders: async () => (await import('./orders/routes.ts')).orderRoutes,
  'cost-centres': async () => (await import('./cost-centres/routes.ts')).costCentreRoutes,
  payments: async () => (await import('./payments/routes.ts')).paymentRoutes,
  ledger: async () => (await import('./ledger/routes.ts')).ledgerRoutes,
  'contribution-accounts': async () =>
    (await import('./contribution-accounts/routes.ts')).contributionRoutes,
  uprating: async () => (await import('./uprating/routes.ts')).upratingRoutes,
  review: async () => (await import('./review/routes.ts')).reviewRoutes,
  safeguarding: async () => (await import('./safeguarding/routes.ts')).safeguardingRoutes,
  cases: async () => (await import('./cases/routes.ts')).caseRoutes,
  letters: async () => (await import('./letters/routes.ts')).letterRoutes,
  workflow: async () => (await import('./workflow/routes.ts')).workflowRoutes,
};
