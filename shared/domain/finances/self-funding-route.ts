import type { CaseState } from '../case/case-state.ts';
import type { ChargeInput } from '../charging/input/charge-input.ts';
import { type Refused, refuse } from '../outcome.ts';

/** Whoever arranges the care. */
type Route = ChargeInput['selfFundingRoute'];

/** The duty to arrange care for somebody whom nobody may act for rests on a finding that they lack
 * capacity to do it (Care Act 2014 s18(4)(a)); until there is one, capacity is presumed (Mental
 * Capacity Act 2005 s1(2)). */
export function refusalOfRoute(
  { capacity }: Pick<CaseState, 'capacity'>,
  route: Route,
  pointer: string,
): Refused | undefined {
  if (route !== 'nobody-authorised') return undefined;
  const findings = [capacity['support-plan'], capacity.charging, capacity.money];
  const lacksCapacity = findings.some((finding) => finding?.hasCapacity === false);
  if (lacksCapacity) return undefined;
  const detail = 'Record first that the person lacks capacity to arrange their care.';
  return refuse('capacity-check-needed', detail, pointer);
}
