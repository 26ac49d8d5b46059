import * as z from 'zod';
import { Id, NoParams } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { listStart, PageQuery, toCursor } from '#shared/contracts/page.ts';
import { Slug } from '#shared/domain/allocation/policy-item.ts';
import { CivilDate, daysBetween } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { Priority } from '#shared/domain/waiting/priority.ts';
import {
  readWaitingList,
  readWorkerList,
  type WaitingRow,
  waitingList,
  workerList,
} from '#shared/stores/cases/case-list-store.ts';
import { everyCaseRole } from '../cases/case-roles.ts';
import { refusalToLook } from '../cases/tasks/list-tasks.ts';
import type { Ports } from '../ports.ts';

const ListedCase = z.strictObject({
  caseId: Id,
  kind: z.enum(['adult', 'carer']),
  team: z.string(),
  isUrgent: z.boolean(),
  priority: Priority.nullable(),
  since: CivilDate,
});

const WaitingCase = ListedCase.extend({
  /** How long the person has waited since the referral. */
  waitingDays: z.int().nonnegative(),
  riskCheckedOn: CivilDate,
  reCheckDue: CivilDate,
  isReCheckOverdue: z.boolean(),
}).meta({ id: 'WaitingCase' });

const WaitingList = z
  .strictObject({ cases: z.array(WaitingCase), cursor: z.string().optional() })
  .meta({ id: 'WaitingList' });

export const teamWaitingList = staffOperation({
  id: 'read-waiting-list',
  method: 'GET',
  path: '/teams/{team}/waiting-list',
  tag: 'Waiting list',
  roles: everyCaseRole,
  summary: 'Who waits for a worker or an assessment: the most urgent first, then the longest wait',
  params: z.strictObject({ team: Slug }),
  query: PageQuery,
  answer: WaitingList,
  async handle({ caller, params, query }, ports: Pick<Ports, 'table' | 'system' | 'council'>) {
    if (!ports.council.teams.some(({ id }) => id === params.team)) {
      return refuse('not-found', 'There is no such team.');
    }
    const refused = refusalToLook(caller, params.team, 'team');
    if (refused) return refused;
    const start = listStart(query.cursor, waitingList(params.team));
    if (!start.accepted) return start;
    const asked = { limit: query.limit, startAfter: start.value };
    const { rows, next } = await readWaitingList(ports.table, params.team, asked);
    const today = civilDateInLondon(ports.system.now());
    const cursor = toCursor(next);
    return accept({
      status: 200,
      body: {
        cases: rows.map((row) => toWaitingCase(row, today)),
        ...(cursor === undefined ? {} : { cursor }),
      },
    });
  },
});

function toWaitingCase(row: WaitingRow, today: CivilDate): z.infer<typeof WaitingCase> {
  return {
    ...row,
    waitingDays: Math.max(0, daysBetween(row.since, today)),
    isReCheckOverdue: row.reCheckDue < today,
  };
}

const Caseload = z
  .strictObject({ cases: z.array(ListedCase), cursor: z.string().optional() })
  .meta({ id: 'Caseload' });

export const ownCaseload = staffOperation({
  id: 'read-caseload',
  method: 'GET',
  path: '/caseload',
  tag: 'Cases',
  roles: everyCaseRole,
  summary: 'The cases that you have, the most urgent first',
  params: NoParams,
  query: PageQuery,
  answer: Caseload,
  async handle({ caller, query }, ports: Pick<Ports, 'table'>) {
    const start = listStart(query.cursor, workerList(caller.id));
    if (!start.accepted) return start;
    const asked = { limit: query.limit, startAfter: start.value };
    const { rows, next } = await readWorkerList(ports.table, caller.id, asked);
    const cursor = toCursor(next);
    return accept({
      status: 200,
      body: { cases: rows, ...(cursor === undefined ? {} : { cursor }) },
    });
  },
});
