import * as z from 'zod';
import { NoParams } from '#shared/contracts/case-answer.ts';
import { type StaffCaller, staffOperation } from '#shared/contracts/operation.ts';
import { listStart, PageQuery, toCursor } from '#shared/contracts/page.ts';
import { accept, type Refused, refuse } from '#shared/domain/outcome.ts';
import { Task } from '#shared/stores/cases/task-store.ts';
import type { Ports } from '../../ports.ts';
import { everyCaseRole } from '../case-roles.ts';

const TaskPage = z
  .strictObject({ tasks: z.array(Task), cursor: z.string().optional() })
  .meta({ id: 'TaskPage' });

// The roles that look after other teams' queues besides their own.
const overseers: readonly string[] = ['team-manager', 'duty-manager', 'head-of-service'];
/** Nobody looks at the queue of a team that is not theirs to look after. */
export function refusalToLook(
  caller: StaffCaller,
  team: string,
  pointer: string,
): Refused | undefined {
  const mayLook = caller.teams.includes(team) || caller.roles.some((r) => overseers.includes(r));
  return mayLook ? undefined : refuse('not-permitted', 'You are not in that team.', pointer);
}

const ownTeamsMax = 10;
const ownPageMax = 100;

export const listTasks = staffOperation({
  id: 'list-tasks',
  method: 'GET',
  path: '/tasks',
  tag: 'Tasks',
  roles: everyCaseRole,
  summary: "A team's tasks, the earliest due first",
  params: NoParams,
  query: PageQuery.extend({ team: z.string().min(1).max(100) }),
  answer: TaskPage,
  async handle({ caller, query }, ports: Pick<Ports, 'tasks'>) {
    const { team, limit } = query;
    const refused = refusalToLook(caller, team, 'query/team');
    if (refused) return refused;
    const start = listStart(query.cursor, `TEAM#${team}`);
    if (!start.accepted) return start;
    const page = await ports.tasks.ofTeam(team, limit, start.value);
    const cursor = toCursor(page.next);
    return accept({
      status: 200,
      body: { tasks: page.tasks, ...(cursor === undefined ? {} : { cursor }) },
    });
  },
});

export const listMyTasks = staffOperation({
  id: 'list-my-tasks',
  method: 'GET',
  path: '/tasks/mine',
  tag: 'Tasks',
  roles: everyCaseRole,
  summary: 'The tasks you have claimed in the teams of your sign-in, the earliest due first',
  params: NoParams,
  query: z.strictObject({}),
  answer: TaskPage.omit({ cursor: true }).meta({ id: 'MyTasks' }),
  async handle({ caller }, ports: Pick<Ports, 'tasks'>) {
    const pages = await Promise.all(
      caller.teams.slice(0, ownTeamsMax).map((team) => ports.tasks.ofTeam(team, ownPageMax)),
    );
    const tasks = pages
      .flatMap((page) => page.tasks)
      .filter((task) => task.claimedBy === caller.id)
      .sort((a, b) => (a.due < b.due ? -1 : 1));
    return accept({ status: 200, body: { tasks } });
  },
});
