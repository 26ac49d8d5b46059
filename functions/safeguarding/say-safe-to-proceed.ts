import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { SafeToProceed, saySafeToProceed } from '#shared/domain/safeguarding/safe-to-proceed.ts';
import { changeCase } from '../cases/change-case.ts';
import type { Ports } from '../ports.ts';

export const recordSafeToProceed = staffOperation({
  id: 'say-safe-to-proceed',
  method: 'POST',
  path: '/cases/{caseId}/safe-to-proceed',
  tag: 'Safeguarding',
  roles: ['safeguarding-lead'],
  summary: 'Say that a plan may be signed off although a safeguarding concern is open',
  params: CaseParams,
  query: NoQuery,
  body: SafeToProceed,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state, moment) => saySafeToProceed(state, request.body, moment)),
});
