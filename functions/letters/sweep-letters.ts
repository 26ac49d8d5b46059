import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { lettersToLookAfter } from '#shared/stores/front-door/letter-store.ts';
import type { Value } from '#shared/stores/table/table.ts';
import type { DailyPorts } from '../workflow/daily/daily-task.ts';

const pageLimit = 100;

/** Asks after every letter that is on its way: what it costs follows how many those are. The function
 * that holds the key of GOV.UK Notify does the asking, from its queue, so that a day on which Notify
 * is away is made up for. */
export async function sweepLetters(
  ports: Pick<DailyPorts, 'table' | 'bus' | 'system'>,
): Promise<{ readonly asked: number }> {
  const upTo = civilDateInLondon(ports.system.now());
  let asked = 0;
  let startAfter: Value | undefined;
  do {
    const page = await lettersToLookAfter(ports.table, { upTo, limit: pageLimit, startAfter });
    for (const { caseId, event, letterId } of page.letters) {
      await ports.bus.publish('letter-on-its-way', { caseId, event, letterId });
      asked += 1;
    }
    startAfter = page.next;
  } while (startAfter !== undefined);
  return { asked };
}
