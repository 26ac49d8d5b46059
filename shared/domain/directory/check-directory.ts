import * as z from 'zod';
import type { CivilDate } from '../calendar/civil-date.ts';
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
export function checkDirectory(file: unknown, today: CivilDate): CheckedDirectory {
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
    if (parsed.success && parsed.data.assured_date > today) {
      faults.push({ id, pointer: `${pointer}/assured_date`, detail: 'is a day that is to come' });
    }
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
      detail: name === undefined ? inPlainWords(issue) : 'is not a field that is kept',
    }));
  });
}

/** What is wrong, for whoever keeps the file and has never heard of our tools. */
function inPlainWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'is missing'
        : `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'must not be empty'
        : `must be at least ${issue.minimum}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters long' : ''}`;
    case 'invalid_value':
      return `must be one of: ${issue.values.join(', ')}`;
    case 'invalid_format':
      return formats[issue.format] ?? issue.message;
    default:
      return issue.message;
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

const formats: Readonly<Record<string, string>> = {
  date: 'must be a day such as 2026-04-06',
  datetime: 'must be a time such as 2026-04-06T09:30:00Z',
  email: 'must be an email address',
  url: 'must be a web address that begins with https:// or http://',
};
