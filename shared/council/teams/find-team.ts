import { outwardCode, type Postcode } from '#shared/domain/identity/postcode.ts';
import type { Council } from '../schema.ts';
import type { Patch, Team, TeamKind } from './teams.ts';

/** Where a person lives, as far as it is known at contact. */
export interface Whereabouts {
  readonly postcode?: Postcode | undefined;
  readonly ward?: string | undefined;
}

/** How closely a patch fits: a ward or a full outward code before a whole postcode area, 0 for
 * not. */
function closeness(patch: Patch, whereabouts: Whereabouts): number {
  const { postcode, ward } = whereabouts;
  if (patch.kind === 'ward') return ward !== undefined && patch.wards.includes(ward) ? 2 : 0;
  if (postcode === undefined) return 0;
  const outward = outwardCode(postcode);
  if (patch.codes.includes(outward)) return 2;
  return patch.codes.includes(outward.replace(/\d.*$/, '')) ? 1 : 0;
}

function closest(team: Team, whereabouts: Whereabouts): number {
  return Math.max(0, ...team.patches.map((patch) => closeness(patch, whereabouts)));
}

/** The team of a kind for a person: the one whose patch fits best, else the one that serves the
 * whole area, else the first named. Undefined where the council has no team of that kind. */
export function teamFor(
  council: Council,
  kind: TeamKind,
  whereabouts: Whereabouts = {},
): Team | undefined {
  const ofKind = council.teams.filter((team) => team.kind === kind);
  const patched = ofKind
    .filter((team) => closest(team, whereabouts) > 0)
    .sort((a, b) => closest(b, whereabouts) - closest(a, whereabouts));
  return patched[0] ?? ofKind.find((team) => team.patches.length === 0) ?? ofKind[0];
}

/** Whether the team is there for that place: every place, where it has no patches. */
export function servesPlace(team: Team, whereabouts: Whereabouts): boolean {
  return team.patches.length === 0 || closest(team, whereabouts) > 0;
}
