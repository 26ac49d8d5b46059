import { addDays } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { checkDirectory, type RecordFault } from '#shared/domain/directory/check-directory.ts';
import { type KeptService, makeIndex } from '#shared/domain/directory/directory-index.ts';
import {
  type DirectoryStore,
  type DirectoryVersion,
  packIndex,
  serviceDigest,
} from '#shared/stores/front-door/directory-store.ts';
import type { Value } from '#shared/stores/table/table.ts';

export type ImportResult =
  | { readonly kind: 'imported'; readonly counts: ImportCounts }
  | { readonly kind: 'faulty'; readonly faults: readonly RecordFault[] }
  | { readonly kind: 'removes-too-many'; readonly removed: number; readonly known: number }
  | { readonly kind: 'overtaken' };

interface ImportSettings {
  readonly directory: DirectoryStore;
  readonly now: string;
  /** Whether more of the directory may drop out than a file leaves out by itself. */
  readonly mayRemove?: boolean;
}

export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
}

const writesAtOnce = 20;
/** An import takes minutes: what it has written is left alone by every other one for a day. */
const keptDays = 1;
/** A file that leaves out more of the directory than this is more often half a file than a wish. */
const removedShareMax = 0.1;

/** Makes the directory what a file says: services are updated by id, and those that the file no
 * longer has drop out; more than a tenth of them only where that is what somebody said they want.
 * Everything is checked before anything is written, and nothing of it is seen before all of it is
 * there. */
export async function importDirectory(
  file: unknown,
  { directory, now, mayRemove = false }: ImportSettings,
): Promise<ImportResult> {
  const checked = checkDirectory(file, civilDateInLondon(now));
  if (!checked.isGood) return { kind: 'faulty', faults: checked.faults };
  const services = checked.services.map((service) => ({ service, digest: serviceDigest(service) }));
  const packed = packIndex(makeIndex(services));
  if (!packed) {
    const detail = 'the names and descriptions are too long to be searched together';
    return { kind: 'faulty', faults: [{ id: undefined, pointer: '/services', detail }] };
  }
  const current = await directory.current();
  const before = digestsOf(current);
  const counts = compare(before, services);
  if (!mayRemove && counts.removed > before.size * removedShareMax) {
    return { kind: 'removes-too-many', removed: counts.removed, known: before.size };
  }
  if (packed.version === current?.version) return { kind: 'imported', counts };
  const written = services.filter(({ service, digest }) => before.get(service.id) !== digest);
  await inTurns(written, (each) => directory.keep(each, now));
  if (!(await directory.putInForce(packed, current, now))) return { kind: 'overtaken' };
  await forgetOld(directory, [before, new Map(services.map(idAndDigest))], now);
  return { kind: 'imported', counts };
}

type Digests = ReadonlyMap<string, string>;

function idAndDigest({ service, digest }: KeptService): [string, string] {
  return [service.id, digest];
}

/** The text of each service in a version, ended ones included. */
export function digestsOf(version: DirectoryVersion | undefined): Digests {
  const { entries = [], ended = [] } = version?.index ?? {};
  return new Map([...entries, ...ended].map(({ id, digest }) => [id, digest]));
}

function compare(before: Digests, services: readonly KeptService[]): ImportCounts {
  const known = services.filter(({ service }) => before.has(service.id));
  const same = known.filter(({ service, digest }) => before.get(service.id) === digest);
  return {
    added: services.length - known.length,
    changed: known.length - same.length,
    unchanged: same.length,
    removed: before.size - known.length,
  };
}

/** Texts that neither this version nor the one before names are read by nobody any more. */
async function forgetOld(
  directory: DirectoryStore,
  named: readonly Digests[],
  now: string,
): Promise<void> {
  const oldEnough = addDays(now.slice(0, 10), -keptDays);
  let startAfter: Value | undefined;
  do {
    const page = await directory.kept(startAfter);
    const old = page.services.filter(
      ({ service, digest, at }) =>
        at.slice(0, 10) < oldEnough && !named.some((digests) => digests.get(service.id) === digest),
    );
    await inTurns(old, (each) => directory.forget(each));
    startAfter = page.next;
  } while (startAfter !== undefined);
}

async function inTurns<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += writesAtOnce) {
    await Promise.all(all.slice(from, from + writesAtOnce).map(work));
  }
}
