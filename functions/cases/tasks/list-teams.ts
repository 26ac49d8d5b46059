import * as z from 'zod';
import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { TeamKind } from '#shared/council/teams/teams.ts';
import { accept } from '#shared/domain/outcome.ts';
import type { Ports } from '../../ports.ts';
import { everyCaseRole } from '../case-roles.ts';

const TeamListed = z
  .strictObject({ id: z.string(), name: z.string(), kind: TeamKind })
  .meta({ id: 'TeamListed' });

export const listTeams = staffOperation({
  id: 'list-teams',
  method: 'GET',
  path: '/teams',
  tag: 'Tasks',
  roles: everyCaseRole,
  summary: 'The teams of the council, by the ids under which their tasks are listed',
  params: NoParams,
  query: NoQuery,
  answer: z.strictObject({ teams: z.array(TeamListed) }).meta({ id: 'TeamList' }),
  async handle(_request, { council }: Pick<Ports, 'council'>) {
    const teams = council.teams.map(({ id, name, kind }) => ({ id, name, kind }));
    return accept({ status: 200, body: { teams } });
  },
});
