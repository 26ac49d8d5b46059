import * as z from 'zod';
import { addDays, CivilDate } from '../calendar/civil-date.ts';

/** How long before a text expires somebody is asked to check it. */
export const noticeDays = 30;

/** A text that people read before contact, and until when it may be relied on. */
export const DatedText = z
  .strictObject({
    kind: z.enum(['service', 'topic', 'guide', 'glossary']),
    id: z.string().meta({ description: 'Its id in the directory, or in the data of the preset' }),
    name: z.string().meta({ description: 'What it is called' }),
    until: CivilDate.meta({ description: 'The last day on which it may be relied on' }),
  })
  .meta({ id: 'DatedText' });
export type DatedText = z.infer<typeof DatedText>;

/** What has expired or expires within so many days, the earliest first. The last of those days is
 * one of them. */
export function expiringWithin(
  texts: readonly DatedText[],
  days: number,
  today: CivilDate,
): DatedText[] {
  const last = addDays(today, days);
  return texts
    .filter(({ until }) => until <= last)
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** Where a text stands among those that expire: two never have the same place. */
export function placeOf({ until, kind, id }: DatedText): string {
  return `${until}|${kind}|${id}`;
}
