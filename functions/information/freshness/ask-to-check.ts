import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { expiringWithin, noticeDays } from '#shared/domain/directory/expiring.ts';
import { DirectoryStore } from '#shared/stores/front-door/directory-store.ts';
import {
  findInformationTask,
  setInformationTask,
} from '#shared/stores/front-door/information-task-store.ts';
import type { Ports } from '../../ports.ts';
import { frontDoor } from '../../workflow/task-address.ts';
import { datedTexts } from './dated-texts.ts';

/** Puts the task to check what soon expires into the queue of the front door, due on the last day of
 * the first of them, or takes it away. Councils must give information that people can rely on (Care
 * Act 2014 s4), and what nobody checks in time drops out. */
export async function askToCheck({
  table,
  council,
  system,
}: Pick<Ports, 'table' | 'council' | 'system'>): Promise<{ readonly expiring: number }> {
  const now = system.now();
  const today = civilDateInLondon(now);
  const texts = await datedTexts({ council, directory: new DirectoryStore(table) });
  const expiring = expiringWithin(texts, noticeDays, today);
  const [first] = expiring;
  // Whoever has begun keeps it, as long as something is to be checked.
  const earlier = first && (await findInformationTask(table));
  await setInformationTask(
    table,
    first && {
      owner: 'information',
      aggregateId: 'information',
      step: 'check-information',
      team: frontDoor(council),
      due: first.until,
      claimedBy: earlier?.claimedBy ?? null,
      isUrgent: false,
      isOverdue: first.until < today,
      openedAt: earlier?.openedAt ?? now,
      texts: expiring.length,
    },
  );
  return { expiring: expiring.length };
}
