import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { hasDied } from '#shared/domain/case/ending/note-death.ts';
import { reachFlags } from '#shared/domain/journey/task-flags.ts';
import { formatPounds } from '#shared/domain/money/pence.ts';
import {
  findReclaim,
  isLate,
  owedOf,
  type Reclaim,
  reclaimsOf,
} from '#shared/domain/reclaim/reclaim-state.ts';
import {
  type DeskTaskName,
  deskTaskDone,
  findDeskTask,
  openDeskTask,
} from '#shared/stores/cases/desk-task-store.ts';
import {
  type MoneyDueRow,
  moneyDueWrite,
  takeMoneyDueWrite,
} from '#shared/stores/money/money-due-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { Table, TableWrite } from '#shared/stores/table/table.ts';
import type { DailyPorts } from '../../workflow/daily/daily-task.ts';
import { taskTeam } from '../../workflow/task-address.ts';
import { tellPayeeWrite } from '../monitoring/tell-payee.ts';

const actor = { id: 'reclaims', role: 'service' };
// Whoever cannot pay is spoken with before anything else is done.
const daysToLook = 14;

function taskName(caseId: string, agreementId: string, event: number): DeskTaskName {
  const taskId = derivedId(['chase-reclaim', agreementId, String(event)]);
  return { aggregateId: caseId, step: 'chase-reclaim', taskId };
}

function dueOf(agreementId: string, event: number) {
  return { owner: 'agreement', id: agreementId, due: 'reclaim', name: String(event) } as const;
}

/** Keeps the day after the one by which a reclaim is to be paid where the schedule finds it. */
export function payByWrite(agreementId: string, { event, payBy }: Reclaim): TableWrite {
  return moneyDueWrite(dueOf(agreementId, event), payBy && addDays(payBy, 1));
}

/** A reclaim that is late is told to the payee once, and put before finance. Of one that was paid or given up
 * nothing is left to do; nobody writes to a person who has died, and finance asks the estate. */
export async function chaseReclaim(
  row: MoneyDueRow,
  ports: DailyPorts,
): Promise<readonly TableWrite[]> {
  const { agreements, cases, council, system } = ports;
  const last = await agreements.last(row.id);
  if (!last) throw new Error(`agreement ${row.id} is missing`);
  const at = system.now();
  const today = civilDateInLondon(at);
  const reclaim = findReclaim(last.after, Number(row.name));
  const taken = takeMoneyDueWrite(row, null);
  if (!reclaim || !isLate(reclaim, today)) return [taken];
  const held = await cases.last(last.after.caseId);
  if (!held) throw new Error(`agreement ${row.id} has no case`);
  const task = openDeskTask({
    ...taskName(last.after.caseId, row.id, reclaim.event),
    agreementId: row.id,
    owner: 'case',
    team: taskTeam('assess-finances', held.after, council),
    due: addDays(today, daysToLook),
    claimedBy: null,
    isUrgent: false,
    flags: reachFlags(held.after),
    openedAt: at,
  });
  if (hasDied(held.after)) return [taken, task];
  const told = {
    agreementId: row.id,
    what: 'reclaim-late',
    due: reclaim.payBy,
    explanation: [`${formatPounds(owedOf(reclaim))} of it is still to be paid.`],
  } as const;
  return [taken, task, tellPayeeWrite(held, told, { actor, at }, ports)];
}

/** Takes what a change has settled off the schedule and out of the queue. */
export async function settledReclaimWrites(
  table: Table,
  agreementId: string,
  { before, next }: { readonly before: AgreementState; readonly next: AgreementState },
): Promise<readonly TableWrite[]> {
  const settled = reclaimsOf(before).filter(({ event }) => {
    const now = findReclaim(next, event);
    return now?.status === 'settled' && findReclaim(before, event)?.status === 'owed';
  });
  const writes = settled.map(async ({ event }) => {
    const name = taskName(before.caseId, agreementId, event);
    const isOpen = await findDeskTask(table, name);
    return [
      moneyDueWrite(dueOf(agreementId, event), null),
      ...(isOpen ? [deskTaskDone(name)] : []),
    ];
  });
  return (await Promise.all(writes)).flat();
}
