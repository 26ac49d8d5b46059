import * as z from 'zod';

/** The roles of staff, as the council's sign-in names them in its tokens. */
export const roles = [
  'adviser',
  'practitioner',
  'team-manager',
  'duty-manager',
  'budget-manager',
  'head-of-service',
  'safeguarding-lead',
  'finance-officer',
  'finance-approver',
  'administrator',
] as const;
export const Role = z.enum(roles).meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;
