import * as z from 'zod';
import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { type Reply, staffOperation } from '#shared/contracts/operation.ts';
import {
  checkDelegation,
  DelegationScheme,
} from '#shared/domain/budget/delegated-limits-policy.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { delegatedLimits, delegationOn, delegationWrite } from '#shared/stores/policy-store.ts';
import { setPolicy } from '../policies/set-policy.ts';
import type { Ports } from '../ports.ts';

const path = '/policies/delegated-limits';
const tag = 'Policies';

export const setDelegatedLimits = staffOperation({
  id: 'set-delegated-limits',
  method: 'PUT',
  path,
  tag,
  roles: ['administrator'],
  summary: 'Set what each person or role may authorise from a day on',
  params: NoParams,
  query: NoQuery,
  body: DelegationScheme,
  answer: DelegationScheme,
  async handle(request, ports: Pick<Ports, 'policies' | 'system'>): Promise<Reply> {
    const scheme = request.body;
    const checked = checkDelegation(scheme);
    if (!checked.accepted) return checked;
    const policy = {
      id: delegatedLimits,
      type: 'delegated-limits-set',
      value: scheme,
      write: delegationWrite(scheme),
    };
    return setPolicy(request, policy, ports);
  },
});

export const readDelegatedLimits = staffOperation({
  id: 'read-delegated-limits',
  method: 'GET',
  path,
  tag,
  roles: ['administrator', 'head-of-service', 'budget-manager', 'team-manager', 'practitioner'],
  summary: 'Read what each person or role may authorise, today or on another day',
  params: NoParams,
  query: z.strictObject({ on: CivilDate.optional() }),
  answer: DelegationScheme,
  async handle(request, ports: Pick<Ports, 'table' | 'system'>): Promise<Reply> {
    const day = request.query.on ?? civilDateInLondon(ports.system.now());
    const scheme = await delegationOn(ports.table, day);
    return scheme
      ? accept({ status: 200, body: scheme })
      : refuse('not-found', `No delegated limits are in force on ${day}.`);
  },
});
