import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { endPrescription, PrescriptionEnd } from '#shared/domain/equipment/end-prescription.ts';
import { EquipmentReference } from '#shared/domain/equipment/equipment-state.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';
import { prescribers } from './prescribers.ts';

export const prescriptionEnd = staffOperation({
  id: 'end-prescription',
  method: 'POST',
  path: '/cases/{caseId}/equipment/{prescription}/end',
  tag: 'Equipment',
  roles: prescribers,
  summary: 'Take equipment back, or a prescription that nobody redeemed',
  params: CaseParams.extend({ prescription: EquipmentReference }),
  query: NoQuery,
  body: PrescriptionEnd,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) =>
      endPrescription(state, request.params.prescription, request.body, moment),
    ),
});
