import type { CivilDate } from '../../../domain/calendar/civil-date.ts';
import type { AgreementHead } from '../../../domain/payment/agreement-head.ts';
import { heldInRuns } from '../../../domain/payment/held-in-runs.ts';
import type { RunTotals } from '../../../domain/run/run-change.ts';
import { everyItem } from '../../table/every-item.ts';
import type { Table } from '../../table/table.ts';

const index = 'HELD';
const pageLimit = 1000;

/** Puts a head whose payments are held back into an index of its own while it is so: its key alone says
 * what of which run that is, because the index shows no more. */
export function heldPlace(head: AgreementHead): { gsi3pk: string; gsi3sk: string } | undefined {
  const held = heldInRuns(head);
  if (held.length === 0) return undefined;
  const each = held.map(({ runId, count, pence, from }) =>
    [runId, count, pence, from ?? ''].join('/'),
  );
  return { gsi3pk: index, gsi3sk: [head.agreementId, ...each].join('#') };
}

/** What would be withheld of a run that was sent today: in one request, because few agreements are held back
 * at a time. */
export async function heldOfRun(table: Table, runId: string, today: CivilDate): Promise<RunTotals> {
  const items = await everyItem(table, { index: 'gsi3', pk: index, limit: pageLimit });
  const held = items
    .flatMap((item) => String(item['gsi3sk']).split('#').slice(1))
    .map((each) => each.split('/'))
    .filter(([of, , , from = '']) => of === runId && (from === '' || from > today));
  return held.reduce(
    (sum, [, count, pence]) => ({
      count: sum.count + Number(count),
      pence: sum.pence + Number(pence),
    }),
    { count: 0, pence: 0 },
  );
}
