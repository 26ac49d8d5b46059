import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import { type Moment, withRecord } from '../case/change.ts';
import { isFresh } from '../directory/checked.ts';
import type { IndexEntry } from '../directory/directory-index.ts';
import { DirectoryId } from '../directory/service-parts.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';

/** Which services of the directory somebody is told of. */
export const Signposting = z
  .strictObject({
    services: z
      .array(DirectoryId)
      .min(1)
      .max(30)
      .refine((ids) => new Set(ids).size === ids.length, 'This names a service twice.'),
    /** The day on which the person is asked whether it was useful, where that was agreed. */
    askIfUsefulOn: CivilDate.optional(),
  })
  .meta({ id: 'Signposting' });
export type Signposting = z.infer<typeof Signposting>;

/** What somebody was told of, as it stood then: the directory goes on changing. */
export const Signposted = z
  .strictObject({
    directoryVersion: z.string(),
    services: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        organisation: z.string(),
        phone: z.string().optional(),
      }),
    ),
    askIfUsefulOn: CivilDate.optional(),
  })
  .meta({ id: 'Signposted' });
export type Signposted = z.infer<typeof Signposted>;

export interface Directory {
  readonly version: string;
  readonly index: { readonly entries: readonly IndexEntry[] };
}

/** The case after somebody was told of services: they are asked whether it helped, where that was
 * agreed. */
export function withSignposting<S extends CaseState>(
  state: S,
  { askIfUsefulOn }: Signposted,
  moment: Moment,
): S {
  const usefulnessAsked = askIfUsefulOn === undefined ? null : moment.event;
  return { ...withRecord(state, 'signposting', moment), usefulnessAsked };
}

/** Looks up what is suggested in the directory in force (Care Act 2014 s4: information must be
 * accurate). Refuses `invalid-input` for a service that is not there, that is closed, or that nobody
 * has checked in time, and for a day that has passed. */
export function signpost(
  { services, askIfUsefulOn }: Signposting,
  { directory, today }: { readonly directory: Directory | undefined; readonly today: CivilDate },
  pointer: string,
): Outcome<Signposted> {
  if (!directory) {
    return refuse('invalid-input', 'The council has no directory yet.', `${pointer}/services`);
  }
  if (askIfUsefulOn !== undefined && askIfUsefulOn <= today) {
    return refuse('invalid-input', 'Name a day to come.', `${pointer}/askIfUsefulOn`);
  }
  const byId = new Map(directory.index.entries.map((entry) => [entry.id, entry]));
  const told: Signposted['services'] = [];
  for (const [place, id] of services.entries()) {
    const entry = byId.get(id);
    const wrong = problemOf(entry, today);
    if (!entry || wrong) return refuse('invalid-input', wrong, `${pointer}/services/${place}`);
    const { name, organisation, phone } = entry;
    told.push({ id, name, organisation, ...(phone === undefined ? {} : { phone }) });
  }
  const asked = askIfUsefulOn === undefined ? {} : { askIfUsefulOn };
  return accept({ directoryVersion: directory.version, services: told, ...asked });
}

function problemOf(entry: IndexEntry | undefined, today: CivilDate): string {
  if (!entry) return 'The directory has no such service.';
  if (entry.isClosed) return `${entry.name} is closed for the time being.`;
  return isFresh(entry, today) ? '' : `Nobody has checked ${entry.name} since ${entry.until}.`;
}
