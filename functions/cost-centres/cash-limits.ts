import * as z from 'zod';
import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { type Reply, staffOperation } from '#shared/contracts/operation.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { CashLimits, checkCashLimits } from '#shared/domain/cost-centre/cash-limits.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import {
  cashLimits,
  cashLimitsOn,
  cashLimitsWrite,
} from '#shared/stores/money/cost-centres/cash-limit-store.ts';
import { setPolicy } from '../policies/set-policy.ts';
import type { Ports } from '../ports.ts';
import { costCentreReaders } from './read-cost-centres.ts';

const path = '/policies/cash-limits';
const tag = 'Cost centres';

export const setCashLimits = staffOperation({
  id: 'set-cash-limits',
  method: 'PUT',
  path,
  tag,
  roles: ['head-of-service'],
  summary: 'Set the yearly cash limit of each cost centre from a day on',
  params: NoParams,
  query: NoQuery,
  body: CashLimits,
  answer: CashLimits,
  async handle(
    request,
    { policies, system, council }: Pick<Ports, 'policies' | 'system' | 'council'>,
  ): Promise<Reply> {
    const limits = { escalateTo: request.caller.id, ...request.body };
    const checked = checkCashLimits(limits, council.costCentres);
    if (!checked.accepted) return checked;
    const policy = {
      id: cashLimits,
      type: 'cash-limits-set',
      value: limits,
      write: cashLimitsWrite(limits),
    };
    return setPolicy(request, policy, { policies, system });
  },
});

export const readCashLimits = staffOperation({
  id: 'read-cash-limits',
  method: 'GET',
  path,
  tag,
  roles: costCentreReaders,
  summary: 'Read the yearly cash limits, as they hold today or on another day',
  params: NoParams,
  query: z.strictObject({ on: CivilDate.optional() }),
  answer: CashLimits,
  async handle({ query }, { table, system }: Pick<Ports, 'table' | 'system'>): Promise<Reply> {
    const day = query.on ?? civilDateInLondon(system.now());
    const limits = await cashLimitsOn(table, day);
    return limits
      ? accept({ status: 200, body: limits })
      : refuse('not-found', `No cash limits are in force on ${day}.`);
  },
});
