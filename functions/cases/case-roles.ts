import type { Role } from '#shared/domain/roles.ts';

/** The roles that work on cases, and may therefore read one. */
export const everyCaseRole: readonly [Role, ...Role[]] = [
  'adviser',
  'practitioner',
  'team-manager',
  'duty-manager',
  'budget-manager',
  'head-of-service',
  'safeguarding-lead',
  'finance-officer',
  'finance-approver',
];
