import * as z from 'zod';
import { CaseParams, NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { loadEquipment } from '#shared/council/load/load-equipment.ts';
import { EquipmentItem } from '#shared/domain/equipment/catalogue.ts';
import { EquipmentInUse, EquipmentReference } from '#shared/domain/equipment/equipment-state.ts';
import { EquipmentPrescription } from '#shared/domain/equipment/prescribe-equipment.ts';
import { Pence } from '#shared/domain/money/pence.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { everyCaseRole } from '../cases/case-roles.ts';
import type { Ports } from '../ports.ts';
import { prescribers } from './prescribers.ts';

const Catalogue = z
  .strictObject({ version: z.string(), items: z.array(EquipmentItem) })
  .meta({ id: 'EquipmentCatalogue' });

export const equipmentCatalogue = staffOperation({
  id: 'read-equipment-catalogue',
  method: 'GET',
  path: '/equipment',
  tag: 'Equipment',
  roles: everyCaseRole,
  summary: 'The small aids that may be prescribed',
  params: NoParams,
  query: NoQuery,
  answer: Catalogue,
  async handle(_request, { council }: Pick<Ports, 'council'>) {
    const { version, items } = await loadEquipment(council);
    return accept({ status: 200, body: { version, items } });
  },
});

const EquipmentOfCase = z
  .strictObject({
    equipment: z.array(EquipmentInUse.omit({ event: true }).extend({ name: z.string() })),
  })
  .meta({ id: 'EquipmentOfCase' });

export const equipmentOfCase = staffOperation({
  id: 'read-equipment',
  method: 'GET',
  path: '/cases/{caseId}/equipment',
  tag: 'Equipment',
  roles: everyCaseRole,
  summary: 'The small aids that were prescribed on a case and are not back',
  params: CaseParams,
  query: NoQuery,
  answer: EquipmentOfCase,
  async handle({ params }, ports: Pick<Ports, 'cases' | 'council'>) {
    const last = await ports.cases.last(params.caseId);
    if (!last) return refuse('not-found', 'There is no such case.');
    const { items } = await loadEquipment(ports.council);
    const names = new Map(items.map(({ code, name }) => [code, name]));
    const equipment = last.after.equipment.map(({ event: _event, ...inUse }) => ({
      ...inUse,
      // An item that has left the catalogue is still somebody's.
      name: names.get(inUse.code) ?? inUse.code,
    }));
    return accept({ status: 200, body: { equipment } });
  },
});

const Prescribed = EquipmentPrescription.extend({
  reference: EquipmentReference,
  name: z.string(),
  kind: EquipmentItem.shape.kind,
  costPence: Pence,
  chargePence: Pence,
  rule: z.string(),
});

const PrescriptionView = Prescribed.extend({
  prescribedAt: z.iso.datetime(),
  prescriber: z.string(),
}).meta({ id: 'PrescriptionView' });

export const readPrescription = staffOperation({
  id: 'read-prescription',
  method: 'GET',
  path: '/cases/{caseId}/equipment/{prescription}',
  tag: 'Equipment',
  roles: prescribers,
  summary: 'A prescription as it is printed: its reference, the item, and that it is free',
  params: CaseParams.extend({ prescription: EquipmentReference }),
  query: NoQuery,
  answer: PrescriptionView,
  async handle({ params }, ports: Pick<Ports, 'cases'>) {
    const last = await ports.cases.last(params.caseId);
    const inUse = last?.after.equipment.find(({ reference }) => reference === params.prescription);
    const event = inUse && (await ports.cases.at(params.caseId, inUse.event));
    if (!event) return refuse('not-found', 'No such prescription is in use on this case.');
    const prescribed = Prescribed.strip().parse(event.body);
    return accept({
      status: 200,
      body: { ...prescribed, prescribedAt: event.at, prescriber: event.actor.id },
    });
  },
});
