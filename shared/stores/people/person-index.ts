import { findKeysOf } from '../../domain/person/find-keys.ts';
import type { PersonDetails } from '../../domain/person/person-details.ts';
import type { PersonState } from '../../domain/person/person-state.ts';
import { canonicalJson } from '../table/digest.ts';
import type { Item, Table, TableWrite } from '../table/table.ts';
import { casesMovedItem } from './person-store.ts';
import { summaryItem } from './person-summary.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/** Pointer items find a person by what is known of them. Each value has a partition of its own, whose
 * key is an HMAC, so that no key tells anything of anybody. */
export interface IndexPorts {
  readonly table: Table;
  readonly pseudonyms: Pseudonyms;
}

interface Changed {
  readonly personId: string;
  readonly before?: PersonState | undefined;
  readonly after: PersonState;
}

/** The writes that make the pointers and summaries of these people agree with their records; they
 * belong in the transaction that changes the records. */
export async function personIndexWrites(
  pseudonyms: Pseudonyms,
  changed: readonly Changed[],
): Promise<TableWrite[]> {
  const [before, after] = await Promise.all([
    itemsOf(pseudonyms, changed, (each) => each.before),
    itemsOf(pseudonyms, changed, (each) => each.after),
  ]);
  const puts = [...after].flatMap(([key, item]): TableWrite[] => {
    const replaced = before.get(key);
    if (replaced && canonicalJson(replaced) === canonicalJson(item)) return [];
    return [holdingWrite(item, replaced)];
  });
  const deletes = [...before].flatMap(([key, { pk, sk }]): TableWrite[] =>
    after.has(key) ? [] : [{ delete: { pk, sk } }],
  );
  return [...puts, ...deletes];
}

/** A number belongs to one record: its pointer is taken while it is free, or handed over by the record
 * that gives it up in the same transaction. */
function holdingWrite(item: Item, replaced: Item | undefined): TableWrite {
  if (item.sk !== holder) return { put: item };
  const personId = replaced?.['personId'];
  return typeof personId === 'string'
    ? { put: item, onlyIf: [{ attribute: 'personId', equals: personId }] }
    : { put: item, onlyIf: ['absent'] };
}

const holder = 'HOLDER';

async function itemsOf(
  pseudonyms: Pseudonyms,
  changed: readonly Changed[],
  stateOf: (each: Changed) => PersonState | undefined,
): Promise<Map<string, Item>> {
  const lists = await Promise.all(
    changed.map(async (each) => {
      const state = stateOf(each);
      if (!state) return [];
      const { personId } = each;
      const moved = state.mergedInto === null ? [] : [casesMovedItem(personId, state.mergedInto)];
      const items = await pointers(pseudonyms, personId, state);
      return [summaryItem(personId, state), ...moved, ...items];
    }),
  );
  return new Map(lists.flat().map((item) => [`${item.pk} ${item.sk}`, item]));
}

async function pointers(
  pseudonyms: Pseudonyms,
  personId: string,
  state: PersonState,
): Promise<Item[]> {
  const keys = findKeysOf(state);
  const birth = keys.dateOfBirth && (await pseudonyms.pointer('birth', [keys.dateOfBirth]));
  const point = async (kind: PointerKind, value: string | undefined, sk = `PERSON#${personId}`) =>
    value === undefined
      ? []
      : [{ pk: await pseudonyms.pointer(kind, [value]), sk, schema: 1, personId }];
  const all = await Promise.all([
    point('nhs-number', keys.nhsNumber, keys.holdsNhsNumber ? holder : undefined),
    point('birth', keys.dateOfBirth),
    point('postcode', keys.postcode),
    point('uprn', keys.uprn),
    // Namesakes stand in the order of their birth dates' pseudonyms, so that those who share a date
    // as well are together, however common the name is.
    ...keys.names.map((name) => point('name', name, `${birth ?? '~'}#${personId}`)),
  ]);
  return all.flat();
}

type PointerKind = 'nhs-number' | 'birth' | 'postcode' | 'uprn' | 'name';

/** The record that has this NHS number, if one does. */
export async function holderOfNhsNumber(
  { table, pseudonyms }: IndexPorts,
  nhsNumber: string,
): Promise<string | undefined> {
  const pk = await pseudonyms.pointer('nhs-number', [nhsNumber]);
  const item = await table.get({ pk, sk: holder });
  return item && String(item['personId']);
}

/** The other record that has the number these details bring, if it is a new one. */
export async function holderOfNewNumber(
  state: PersonState,
  { nhsNumber }: PersonDetails,
  ports: IndexPorts,
): Promise<string | undefined> {
  if (nhsNumber === undefined || nhsNumber === state.details.nhsNumber) return undefined;
  return holderOfNhsNumber(ports, nhsNumber);
}

export interface Pointed {
  readonly personIds: readonly string[];
  /** Whether there are more than were asked for. */
  readonly isCut: boolean;
}

/** The people to whom a value points. */
export async function pointedBy(
  { table, pseudonyms }: IndexPorts,
  asked: {
    readonly kind: PointerKind;
    readonly value: string;
    readonly limit: number;
    /** For names: those who were born on this day come first. */
    readonly bornOn?: string | undefined;
  },
): Promise<Pointed> {
  const { kind, value, limit, bornOn } = asked;
  const page = await table.query({
    pk: await pseudonyms.pointer(kind, [value]),
    limit,
    ...(bornOn === undefined ? {} : { from: await pseudonyms.pointer('birth', [bornOn]) }),
  });
  const personIds = page.items.map((item) => String(item['personId']));
  return { personIds, isCut: page.next !== undefined };
}
