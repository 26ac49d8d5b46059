import * as z from 'zod';
import { Commitment } from '../../../domain/cost-centre/commitment.ts';
import { CostCurve, noCost } from '../../../domain/cost-centre/cost-curve.ts';
import { partition } from '../../table/keys.ts';
import type { Condition, Item, Key, Table, TableWrite } from '../../table/table.ts';

/** What is kept with its number of changes, so that nobody writes over a change they did not see. */
interface Versioned<T> {
  readonly version: number;
  readonly value: T;
}

function caseKey(caseId: string): Key {
  return { pk: partition('case', caseId), sk: 'COMMITMENT' };
}

function centreKey(costCentre: string): Key {
  return { pk: `COSTCENTRE#${costCentre}`, sk: 'COMMITMENT' };
}

const Version = z.int().nonnegative();
const StoredCase = z.object({ version: Version, said: z.array(Commitment) });
const StoredCentre = z.object({ version: Version, curve: CostCurve });

/** What the events of a case have said of its commitment so far. */
export async function commitmentsOfCase(
  table: Table,
  caseId: string,
): Promise<Versioned<readonly Commitment[]>> {
  const item = await table.get(caseKey(caseId));
  if (!item) return { version: 0, value: [] };
  const { version, said } = StoredCase.parse(item);
  return { version, value: said };
}

/** What each of these cost centres bears, in the order of their ids and in one request. */
export async function commitmentsOfCentres(
  table: Table,
  costCentres: readonly string[],
): Promise<readonly Versioned<CostCurve>[]> {
  const items = await table.getMany(costCentres.map(centreKey));
  return items.map((item) => {
    if (!item) return { version: 0, value: noCost };
    const { version, curve } = StoredCentre.parse(item);
    return { version, value: curve };
  });
}

export function caseCommitmentWrite(
  caseId: string,
  { version, value }: Versioned<readonly Commitment[]>,
): TableWrite {
  return versionedWrite({ ...caseKey(caseId), schema: 1, version, said: value });
}

export function centreCommitmentWrite(
  costCentre: string,
  { version, value }: Versioned<CostCurve>,
): TableWrite {
  return versionedWrite({ ...centreKey(costCentre), schema: 1, version, curve: value });
}

function versionedWrite(item: Item & { readonly version: number }): TableWrite {
  const before = item.version - 1;
  const condition: Condition = before === 0 ? 'absent' : { attribute: 'version', equals: before };
  return { put: item, onlyIf: [condition] };
}
