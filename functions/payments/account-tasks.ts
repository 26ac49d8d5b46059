import type { Council } from '#shared/council/schema.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { addWorkingDays } from '#shared/domain/calendar/working-days.ts';
import {
  type DeskTaskName,
  deskTaskOver,
  openDeskTaskAgain,
} from '#shared/stores/cases/desk-task-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import { taskTeam } from '../workflow/task-address.ts';

/** Whose account it is: that of an agreement, among the tasks of its case, or that of a provider. */
export type AccountHolder =
  | { readonly owner: 'case'; readonly aggregateId: string; readonly agreementId: string }
  | { readonly owner: 'provider'; readonly aggregateId: string };

interface Opening {
  readonly at: string;
  readonly council: Council;
}

export const accountSteps = ['check-account', 'ask-for-account'] as const;
type Step = (typeof accountSteps)[number];

/** Nothing is paid meanwhile, so that both are soon due. */
const workingDaysTo = { 'check-account': 2, 'ask-for-account': 5 } as const;

/** An account waits for the second person, and nobody asks the payee for one any more. */
export function accountEntered(holder: AccountHolder, opening: Opening): readonly TableWrite[] {
  return [
    deskTaskOver(accountTaskName('ask-for-account', holder)),
    open('check-account', holder, opening),
  ];
}

/** The second person has looked at it: one that is wrong is asked for again. */
export function accountChecked(
  holder: AccountHolder,
  isConfirmed: boolean,
  opening: Opening,
): readonly TableWrite[] {
  if (!isConfirmed) return accountRefused(holder, opening);
  return [deskTaskOver(accountTaskName('check-account', holder))];
}

/** Nothing can be paid to the account: somebody asks for another one. */
export function accountRefused(holder: AccountHolder, opening: Opening): readonly TableWrite[] {
  return [
    deskTaskOver(accountTaskName('check-account', holder)),
    open('ask-for-account', holder, opening),
  ];
}

/** A task of finance about an account. */
export function accountTaskName(
  step: Step,
  holder: AccountHolder,
): DeskTaskName & { readonly step: Step } {
  const { owner, aggregateId } = holder;
  const whose = owner === 'case' ? holder.agreementId : aggregateId;
  return { owner, aggregateId, step, taskId: derivedId([step, whose]) };
}

function open(step: Step, holder: AccountHolder, { at, council }: Opening): TableWrite {
  return openDeskTaskAgain({
    ...accountTaskName(step, holder),
    owner: holder.owner,
    ...(holder.owner === 'case' && { agreementId: holder.agreementId }),
    team: taskTeam('assess-finances', undefined, council),
    due: addWorkingDays(civilDateInLondon(at), workingDaysTo[step]),
    claimedBy: null,
    isUrgent: false,
    openedAt: at,
  });
}
