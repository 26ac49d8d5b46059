import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { publicOperation } from '#shared/contracts/operation.ts';
import { loadChargingRates } from '#shared/council/load/load-charging-rates.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { assessCharge } from '#shared/domain/charging/assess-charge.ts';
import {
  EstimateInput,
  inputOfEstimate,
  pointedAtEstimate,
} from '#shared/domain/charging/input/estimate-input.ts';
import {
  ChargeStatement,
  stateCharge,
} from '#shared/domain/charging/statement/charge-statement.ts';
import { accept } from '#shared/domain/outcome.ts';
import type { Ports } from '../ports.ts';

/** What somebody would pay today, worked by the rules and told in the words of a real charge. It is
 * a POST so that what people say of their money stands in no URL, and nothing of it is kept. */
export const estimateCharge = publicOperation({
  id: 'estimate-charge',
  method: 'POST',
  path: '/public/charge-estimates',
  tag: 'Charging',
  summary: 'Estimate what somebody would pay towards care; no name is asked and nothing is kept',
  params: NoParams,
  query: NoQuery,
  body: EstimateInput,
  answer: ChargeStatement,
  async handle({ body }, { council, system }: Pick<Ports, 'council' | 'system'>) {
    const on = civilDateInLondon(system.now());
    const input = inputOfEstimate(body, on);
    if (!input.accepted) return input;
    const charge = assessCharge(input.value, await loadChargingRates(), council.charging.local);
    if (!charge.accepted) return pointedAtEstimate(charge);
    return accept({ status: 200, body: stateCharge(charge.value, { isEstimate: true }) });
  },
});
