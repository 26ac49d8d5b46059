import { partOf } from '../plan-line.ts';
import type { PlanBuys } from './plan-buys.ts';
import { type LinesAndParts, staysPaidDirectly } from './prohibited.ts';

/** What a plan that is written buys. */
export function buysOf(plan: LinesAndParts): PlanBuys {
  const { lines } = plan;
  const once = lines.filter((line) => line.kind === 'one-off' && partOf(line) !== undefined);
  const careHomeStays = staysPaidDirectly(plan);
  return {
    outcomes: [...new Set(lines.map(({ outcome }) => outcome))],
    once: [...new Set(once.map(({ purchase }) => purchase))],
    ...(careHomeStays.length > 0 && { careHomeStays }),
  };
}
