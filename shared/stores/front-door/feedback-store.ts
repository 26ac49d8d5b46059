import * as z from 'zod';
import { addYears, type CivilDate } from '../../domain/calendar/civil-date.ts';
import { instantInLondon } from '../../domain/calendar/london-time.ts';
import { Feedback, type FeedbackAbout } from '../../domain/directory/feedback.ts';
import type { Item, Table } from '../table/table.ts';

const answersMax = 1_000;
const keptYears = 2;

export type KeptFeedback = Feedback & { readonly id: string; readonly on: CivilDate };

export const FeedbackCount = z
  .strictObject({
    useful: z.int(),
    notUseful: z.int(),
    because: z.partialRecord(Feedback.shape.because.unwrap(), z.int()),
  })
  .meta({ id: 'FeedbackCount' });
export type FeedbackCount = z.infer<typeof FeedbackCount>;

/** The list of what was said of one text. */
function listOf({ kind, id }: FeedbackAbout): string {
  return `FEEDBACK#${kind}#${id}`;
}

/** Keeps an answer once; false where another was kept under the same id. All that is counted stands
 * in the key of the index, which copies little else. */
export async function keepFeedback(table: Table, given: KeptFeedback): Promise<boolean> {
  const { about, isUseful, because = '' } = given;
  const said = `${isUseful ? 'yes' : 'no'}#${because}`;
  const put: Item = {
    pk: 'DIRECTORY',
    sk: `FEEDBACK#${given.id}`,
    schema: 1,
    gsi1pk: listOf(about),
    gsi1sk: `${given.on}#${said}`,
    expiresAt: Date.parse(instantInLondon(addYears(given.on, keptYears))) / 1000,
  };
  const result = await table.write([{ put, onlyIf: ['absent'] }]);
  if (result.written) return true;
  // The same answer on another day is the same request tried again.
  const { existing } = result;
  return (
    existing?.['gsi1pk'] === put['gsi1pk'] && String(existing?.['gsi1sk']).endsWith(`#${said}`)
  );
}

/** What people said of a text, the newest answers first: one read. */
export async function countFeedback(table: Table, about: FeedbackAbout): Promise<FeedbackCount> {
  const { items } = await table.query({
    index: 'gsi1',
    pk: listOf(about),
    newestFirst: true,
    limit: answersMax,
  });
  const count: FeedbackCount = { useful: 0, notUseful: 0, because: {} };
  for (const item of items) {
    const [, verdict, reason] = String(item['gsi1sk']).split('#');
    if (verdict === 'yes') count.useful += 1;
    else count.notUseful += 1;
    const because = Feedback.shape.because.safeParse(reason).data;
    if (because) count.because[because] = (count.because[because] ?? 0) + 1;
  }
  return count;
}
