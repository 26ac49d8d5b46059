import * as z from 'zod';
import { CaseAnswer, CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import {
  followUpSignposting,
  SignpostingFollowUp,
  signpostOnCase,
} from '#shared/domain/triage/follow-up-signposting.ts';
import { Signposted, Signposting } from '#shared/domain/triage/signposting.ts';
import { changeCase } from '../../cases/change-case.ts';
import type { Ports } from '../../ports.ts';
import { usefulnessTasks } from './usefulness-tasks.ts';

const shared = {
  tag: 'Contact',
  roles: ['adviser', 'practitioner', 'team-manager', 'duty-manager'],
  params: CaseParams,
  query: NoQuery,
} as const;

export const caseSignposting = staffOperation({
  ...shared,
  id: 'signpost',
  method: 'POST',
  path: '/cases/{caseId}/signposting',
  summary: 'Tell somebody of services of the directory while their case goes on',
  body: Signposting,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(
      request,
      ports,
      async (state, moment) =>
        signpostOnCase(state, request.body, await ports.directory.current(), moment),
      { also: usefulnessTasks(request.params.caseId, request.body) },
    ),
});

const SignpostingView = Signposted.extend({ toldAt: z.iso.datetime(), by: z.string() }).meta({
  id: 'SignpostingView',
});
const Told = z.looseObject({ signposted: Signposted });

export const readSignposting = staffOperation({
  ...shared,
  id: 'read-signposting',
  method: 'GET',
  path: '/cases/{caseId}/signposting',
  summary: 'Which services somebody was last told of, as the directory then had them',
  answer: SignpostingView,
  async handle({ params }, ports: Pick<Ports, 'cases'>) {
    const last = await ports.cases.last(params.caseId);
    const version = last?.after.records.signposting;
    const event = version === undefined ? undefined : await ports.cases.at(params.caseId, version);
    if (!event) return refuse('not-found', 'Nobody was told of a service here.');
    const { signposted } = Told.parse(event.body);
    const body = { ...signposted, toldAt: event.at, by: event.actor.id };
    return accept({ status: 200, body });
  },
});

export const signpostingFollowUp = staffOperation({
  ...shared,
  id: 'follow-up-signposting',
  method: 'POST',
  path: '/cases/{caseId}/signposting/follow-up',
  summary: 'Say whether the services that somebody was told of were useful',
  body: SignpostingFollowUp,
  answer: CaseAnswer,
  handle: (request, ports: Ports) =>
    changeCase(request, ports, (state) => followUpSignposting(state, request.body), {
      also: usefulnessTasks(request.params.caseId),
    }),
});
