import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { loadEquipment } from '#shared/council/load/load-equipment.ts';
import { EquipmentReference } from '#shared/domain/equipment/equipment-state.ts';
import {
  EquipmentPrescription,
  prescribeEquipment,
} from '#shared/domain/equipment/prescribe-equipment.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';
import { prescribers } from './prescribers.ts';

export const equipmentPrescription = staffOperation({
  id: 'prescribe-equipment',
  method: 'POST',
  path: '/cases/{caseId}/equipment',
  tag: 'Equipment',
  roles: prescribers,
  summary: 'Prescribe a small aid, free of charge',
  creates: true,
  params: CaseParams,
  query: NoQuery,
  body: EquipmentPrescription,
  answer: CaseAnswer.extend({ reference: EquipmentReference }).meta({ id: 'PrescriptionAnswer' }),
  async handle(request, ports: Ports) {
    const { caseId } = request.params;
    const catalogue = await loadEquipment(ports.council);
    return changeCase(
      request,
      ports,
      (state, moment) => {
        const reference = referenceOf(caseId, moment.event);
        return prescribeEquipment(state, request.body, { catalogue, reference }, moment);
      },
      { told: ({ sequence }) => ({ reference: referenceOf(caseId, sequence) }) },
    );
  },
});

/** Derived, so that the same request made twice names the same prescription. */
function referenceOf(caseId: string, event: number): string {
  const id = derivedId(['equipment', caseId, String(event)], 10).toUpperCase();
  return `EQ-${id.slice(0, 5)}-${id.slice(5)}`;
}
