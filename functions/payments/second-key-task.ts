import type { Council } from '#shared/council/schema.ts';
import { addDays, type CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { PurchaseCategory } from '#shared/domain/plan/spending/purchase-category.ts';
import {
  type DeskTaskName,
  deskTaskOver,
  openDeskTask,
} from '#shared/stores/cases/desk-task-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { taskTeam } from '../workflow/task-address.ts';

/** What one person proposed about the money of an agreement, of a service order, or else of the person's own
 * account, by the event that did. */
interface Proposal {
  readonly step:
    | 'decide-reclaim'
    | 'decide-final-account'
    | 'decide-one-off'
    | 'decide-actuals'
    | 'decide-balance-change';
  readonly caseId: string;
  readonly of?: { readonly agreementId: string } | { readonly orderId: string };
  readonly event: number;
  /** The pay period that it is about, where it is about one. */
  readonly periodStart?: CivilDate;
  /** What a one-off would buy. */
  readonly purchase?: PurchaseCategory;
}

function taskName({ step, caseId, of, event }: Proposal): DeskTaskName {
  const taskId = derivedId([step, idOf({ caseId, of }), String(event)]);
  return { aggregateId: caseId, step, taskId };
}

function idOf({
  caseId,
  of,
}: Pick<Proposal, 'caseId'> & { readonly of: Proposal['of'] | undefined }) {
  if (of === undefined) return caseId;
  return 'orderId' in of ? of.orderId : of.agreementId;
}

const daysToDecide = 7;

/** What costs more than the plan does is for those who answer for the budget. */
const isOfBudget = {
  'decide-reclaim': false,
  'decide-final-account': false,
  'decide-one-off': true,
  'decide-actuals': true,
  'decide-balance-change': false,
} as const satisfies Record<Proposal['step'], boolean>;

/** Puts a proposal before the second person, in the queue of finance or of those who answer for the
 * budget. */
export function askForSecondKey(
  proposal: Proposal,
  { at, council }: { readonly at: string; readonly council: Council },
): TableWrite {
  const key = isOfBudget[proposal.step] ? 'authorise-budget' : 'assess-finances';
  return openDeskTask({
    ...taskName(proposal),
    owner: 'case',
    team: taskTeam(key, undefined, council),
    due: addDays(civilDateInLondon(at), daysToDecide),
    claimedBy: null,
    isUrgent: false,
    ...proposal.of,
    ...(proposal.purchase && { purchase: proposal.purchase }),
    ...(proposal.periodStart && { periodStart: proposal.periodStart }),
    openedAt: at,
  });
}

/** Takes a proposal that was decided, or replaced, out of the queue, where it waits there. */
export function secondKeyTurned(proposal: Proposal): TableWrite {
  return deskTaskOver(taskName(proposal));
}
