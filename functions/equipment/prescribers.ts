import type { Role } from '#shared/domain/roles.ts';

/** Whoever is trusted to prescribe a small aid: councils train advisers for it, too. */
export const prescribers: readonly [Role, ...Role[]] = [
  'adviser',
  'practitioner',
  'team-manager',
  'duty-manager',
];
