import {
  beginAnew,
  type SettledAfterDeath,
  settledAfterDeath,
} from '#shared/domain/agreement/begin-anew.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { addWorkingDays } from '#shared/domain/calendar/working-days.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { reachFlags } from '#shared/domain/journey/task-flags.ts';
import {
  type DeskTaskName,
  deskTaskOver,
  openDeskTaskAgain,
} from '#shared/stores/cases/desk-task-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { Ports } from '../ports.ts';

function taskName(caseId: string, partId: string): DeskTaskName {
  const taskId = derivedId(['renew-direct-payment', caseId, partId]);
  return { aggregateId: caseId, step: 'renew-direct-payment', taskId };
}

// Nothing is paid until a new agreement is signed, checked and active.
const workingDaysToAsk = 2;

interface Renewing {
  readonly next: CaseState;
  readonly writes: readonly TableWrite[];
}

/** What follows where a death was taken back whose final accounts are settled: the parts of the live plan wait for
 * a new agreement, for which the person's own team is asked. */
export async function renewSettled(
  caseId: string,
  state: CaseState,
  { agreements, at }: Pick<Ports, 'agreements'> & { readonly at: string },
): Promise<Renewing> {
  const parts = state.live?.parts ?? [];
  const found = await Promise.all(
    parts.map(async ({ agreementId }): Promise<readonly SettledAfterDeath[]> => {
      const last = agreementId === null ? undefined : await agreements.last(agreementId);
      const settled = last && settledAfterDeath(last.aggregateId, last.after);
      return settled ? [settled] : [];
    }),
  );
  const settled = found.flat();
  const next = beginAnew(state, settled);
  const waiting = parts.filter(({ agreementId }) =>
    settled.some((each) => each.agreementId === agreementId),
  );
  const writes = waiting.map(({ id }) =>
    openDeskTaskAgain({
      ...taskName(caseId, id),
      owner: 'case',
      team: next.team,
      due: addWorkingDays(civilDateInLondon(at), workingDaysToAsk),
      claimedBy: next.allocatedTo,
      isUrgent: next.isUrgent,
      flags: reachFlags(next),
      openedAt: at,
    }),
  );
  return { next, writes };
}

/** Asks nobody any more: the request was decided. */
export function renewalOver(caseId: string, partId: string): TableWrite {
  return deskTaskOver(taskName(caseId, partId));
}

/** The same for all of a case that has ended. */
export function renewalsOver(caseId: string, { live }: CaseState): readonly TableWrite[] {
  const waiting = (live?.parts ?? []).filter(({ paidFrom }) => paidFrom !== undefined);
  return waiting.map(({ id }) => renewalOver(caseId, id));
}
