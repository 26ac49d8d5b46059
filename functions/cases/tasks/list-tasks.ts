import * as z from 'zod';
import { NoParams } from '#shared/contracts/case-answer.ts';
import { type StaffCaller, staffOperation } from '#shared/contracts/operation.ts';
import { listStart, PageQuery, toCursor } from '#shared/contracts/page.ts';
import { accept, type Refused, refuse } from '#shared/domain/outcome.ts';
import { deskTasksNaming } from '#shared/stores/cases/desk-task-store.ts';
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
  async handle({ caller, query }, ports: Pick<Ports, 'tasks' | 'council'>) {
    const { team, limit } = query;
    const refused = refusalToLook(caller, team, 'query/team');
    if (refused) return refused;
    const start = listStart(query.cursor, `TEAM#${team}`);
    if (!start.accepted) return start;
    const page = await ports.tasks.ofTeam(team, limit, start.value);
    // A team that the council has no more may still have tasks to be moved.
    if (page.tasks.length === 0 && ports.council.teams.every(({ id }) => id !== team)) {
      return refuse('invalid-input', 'There is no such team: GET /teams lists them.', 'query/team');
    }
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
  summary: 'The tasks you have claimed, or are named for in any team, the earliest due first',
  params: NoParams,
  query: z.strictObject({}),
  answer: TaskPage.omit({ cursor: true }).meta({ id: 'MyTasks' }),
  async handle({ caller }, { tasks: queues, table }: Pick<Ports, 'tasks' | 'table'>) {
    const [named, ...pages] = await Promise.all([
      deskTasksNaming(table, caller.id),
      ...caller.teams.slice(0, ownTeamsMax).map((team) => queues.ofTeam(team, ownPageMax)),
    ]);
    const ofTeams = pages
      .flatMap((page) => page.tasks)
      .filter((task) => task.claimedBy === caller.id);
    const seen = new Set(ofTeams.map((task) => ('taskId' in task ? task.taskId : '')));
    const tasks = [...ofTeams, ...named.filter(({ taskId }) => !seen.has(taskId))].sort((a, b) =>
      a.due < b.due ? -1 : 1,
    );
    return accept({ status: 200, body: { tasks } });
  },
});
