import * as z from 'zod';
import { DirectoryService } from './service.ts';

/** What is wrong with a record of a directory's file, and where in the file that is. */
export interface RecordFault {
  /** The record's own id, where it has one that can be read. */
  readonly id: string | undefined;
  readonly pointer: string;
  readonly detail: string;
}

export type CheckedDirectory =
  | { readonly isGood: true; readonly services: readonly DirectoryService[] }
  | { readonly isGood: false; readonly faults: readonly RecordFault[] };

export const servicesMax = 5_000;
const serviceLengthMax = 100_000;

const DirectoryFile = z.strictObject({ services: z.array(z.unknown()) });
const Named = z.looseObject({ id: z.string() });

/** Reads a whole directory, or names every record that is wrong: none of it is good until all
 * is. */
export function checkDirectory(file: unknown): CheckedDirectory {
  const read = DirectoryFile.safeParse(file);
  if (!read.success) return { isGood: false, faults: faultsOf('', undefined, read.error) };
  const { services: records } = read.data;
  if (records.length > servicesMax) {
    const detail = `has ${records.length} services; a directory has at most ${servicesMax}`;
    return { isGood: false, faults: [{ id: undefined, pointer: '/services', detail }] };
  }
  const services: DirectoryService[] = [];
  const faults: RecordFault[] = [];
  const placeOf = new Map<string, number>();
  for (const [place, record] of records.entries()) {
    const pointer = `/services/${place}`;
    const named = Named.safeParse(record);
    const id = named.success ? named.data.id : undefined;
    const parsed = DirectoryService.safeParse(record);
    if (parsed.success) services.push(parsed.data);
    else faults.push(...faultsOf(pointer, id, parsed.error));
    if (JSON.stringify(record).length > serviceLengthMax) {
      faults.push({ id, pointer, detail: `is longer than ${serviceLengthMax} characters` });
    }
    const first = id === undefined ? undefined : placeOf.get(id);
    if (first !== undefined) {
      faults.push({ id, pointer: `${pointer}/id`, detail: `is the id of /services/${first} too` });
    } else if (id !== undefined) placeOf.set(id, place);
  }
  return faults.length === 0 ? { isGood: true, services } : { isGood: false, faults };
}

function faultsOf(prefix: string, id: string | undefined, error: z.ZodError): RecordFault[] {
  return error.issues.flatMap((issue) => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    return names.map((name) => ({
      id,
      pointer: [prefix, ...issue.path.map(String), ...(name === undefined ? [] : [name])].join('/'),
      detail:
        name === undefined ? issue.message : 'is not a field of Open Referral UK that is kept',
    }));
  });
}
