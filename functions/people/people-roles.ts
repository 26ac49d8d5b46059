import type { Role } from '#shared/domain/roles.ts';

/** Who keeps people's records: whoever speaks with them. */
export const recordKeepers: readonly [Role, ...Role[]] = [
  'adviser',
  'practitioner',
  'team-manager',
  'duty-manager',
  'administrator',
];

/** Who may decide that two records are one person's. */
export const mergers: readonly [Role, ...Role[]] = [
  'team-manager',
  'duty-manager',
  'administrator',
];
