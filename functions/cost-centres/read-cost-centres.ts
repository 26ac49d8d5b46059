import * as z from 'zod';
import { NoParams } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import type { Council } from '#shared/council/schema.ts';
import { Slug } from '#shared/domain/allocation/policy-item.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { limitOf } from '#shared/domain/cost-centre/cash-limits.ts';
import { financialYearOf, noCost } from '#shared/domain/cost-centre/cost-curve.ts';
import {
  CostCentreStanding,
  stateCostCentre,
} from '#shared/domain/cost-centre/state-cost-centre.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import type { Role } from '#shared/domain/roles.ts';
import { cashLimitsOn } from '#shared/stores/money/cost-centres/cash-limit-store.ts';
import { commitmentsOfCentres } from '#shared/stores/money/cost-centres/commitment-store.ts';
import { spentIn } from '#shared/stores/money/cost-centres/spent-store.ts';
import type { Ports } from '../ports.ts';

export const costCentreReaders = [
  'head-of-service',
  'budget-manager',
  'finance-officer',
  'finance-approver',
] as const satisfies readonly Role[];

const tag = 'Cost centres';
export const CostCentreYear = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2198).optional(),
});
export const CostCentreParams = z.strictObject({ costCentreId: Slug });
type ReadingPorts = Pick<Ports, 'table' | 'council' | 'system'>;

export const listCostCentres = staffOperation({
  id: 'list-cost-centres',
  method: 'GET',
  path: '/cost-centres',
  tag,
  roles: costCentreReaders,
  summary: 'How every cost centre stands in a financial year: limit, commitment, actual, forecast',
  params: NoParams,
  query: CostCentreYear,
  answer: z
    .strictObject({ costCentres: z.array(CostCentreStanding) })
    .meta({ id: 'CostCentreList' }),
  async handle({ query }, ports: ReadingPorts) {
    const costCentres = await standings(ports.council.costCentres, query.year, ports);
    return accept({ status: 200, body: { costCentres } });
  },
});

export const readCostCentre = staffOperation({
  id: 'read-cost-centre',
  method: 'GET',
  path: '/cost-centres/{costCentreId}',
  tag,
  roles: costCentreReaders,
  summary: 'How one cost centre stands in a financial year',
  params: CostCentreParams,
  query: CostCentreYear,
  answer: CostCentreStanding,
  async handle({ params, query }, ports: ReadingPorts) {
    const centres = ports.council.costCentres.filter(({ id }) => id === params.costCentreId);
    if (centres.length === 0) return refuse('not-found', 'There is no such cost centre.');
    const [body] = await standings(centres, query.year, ports);
    return accept({ status: 200, body });
  },
});

/** Three requests, however many plans and payments there are. */
async function standings(
  centres: Council['costCentres'],
  asked: number | undefined,
  { table, council, system }: ReadingPorts,
): Promise<CostCentreStanding[]> {
  const today = civilDateInLondon(system.now());
  const year = asked ?? financialYearOf(today);
  const ids = centres.map(({ id }) => id);
  const [limits, committed, spent] = await Promise.all([
    cashLimitsOn(table, today),
    commitmentsOfCentres(table, ids),
    spentIn(table, year),
  ]);
  return centres.map((centre, place) =>
    stateCostCentre(
      {
        centre,
        year,
        limitPence: limitOf(limits, centre.id, year),
        curve: committed[place]?.value ?? noCost,
        actualPence: spent.get(centre.id) ?? 0,
      },
      { calendar: council.payCalendar, today },
    ),
  );
}
