import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { CapacityRecord } from '#shared/domain/capacity/capacity-record.ts';
import { recordCapacity } from '#shared/domain/capacity/record-capacity.ts';
import type { Ports } from '../ports.ts';
import { changeCase } from './change-case.ts';

export const capacityFinding = staffOperation({
  id: 'record-capacity',
  method: 'POST',
  path: '/cases/{caseId}/capacity',
  tag: 'Cases',
  roles: ['practitioner', 'team-manager', 'safeguarding-lead'],
  summary: 'Keep a note on capacity for one decision',
  params: CaseParams,
  query: NoQuery,
  body: CapacityRecord,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) => recordCapacity(state, request.body, moment)),
});
