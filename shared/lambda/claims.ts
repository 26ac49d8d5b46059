import type { Caller } from '../contracts/operation.ts';
import { Role } from '../domain/roles.ts';

/** The names under which the council's sign-in sends what the service needs. */
export interface ClaimNames {
  readonly staffId: string;
  readonly staffRoles: string;
  readonly staffTeams: string;
  readonly residentPerson: string;
}

type Claims = Readonly<Record<string, unknown>>;

/** The caller that the gateway has verified. It hands every claim over as text, a list as `[a
 * b]`. */
export function callerFrom(
  claims: Claims | undefined,
  access: Caller['kind'],
  names: ClaimNames | undefined,
): Caller | undefined {
  if (access === 'public') return { kind: 'public' };
  if (!claims || !names) return undefined;
  if (access === 'resident') {
    const personId = claims[names.residentPerson];
    return typeof personId === 'string' && personId !== ''
      ? { kind: 'resident', personId }
      : undefined;
  }
  const id = claims[names.staffId];
  if (typeof id !== 'string' || id === '') return undefined;
  const roles = listIn(claims[names.staffRoles]).flatMap((name) => {
    const role = Role.safeParse(name);
    return role.success ? [role.data] : [];
  });
  return { kind: 'staff', id, roles, teams: listIn(claims[names.staffTeams]) };
}

function listIn(claim: unknown): string[] {
  if (typeof claim !== 'string') return [];
  const inner = claim.startsWith('[') && claim.endsWith(']') ? claim.slice(1, -1) : claim;
  return inner.split(/[\s,]+/).filter((part) => part !== '');
}
