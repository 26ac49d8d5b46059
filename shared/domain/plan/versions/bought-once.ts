import { type Pence, sumPence } from '../../money/pence.ts';
import { type PlanLine, partOf } from '../plan-line.ts';
import type { BoughtOnce, BudgetPartState, LivePlan } from '../plan-state.ts';

/** A part with what it buys once. A line that the live plan holds too, under the same id, has been bought:
 * it keeps its key, and never becomes a second purchase by being copied. Where the live plan kept no
 * lines, as plans from before this was written down, all that is bought once in the same part counts as
 * bought: what is not is paid by a payment of its own. */
export function withBoughtOnce(
  part: BudgetPartState,
  lines: readonly PlanLine[],
  about: { readonly version: number; readonly live: LivePlan | null },
): BudgetPartState {
  const { version, live } = about;
  const once = lines.filter((line) => line.kind === 'one-off' && partOf(line) === part.id);
  if (once.length === 0) return part;
  const boughtOnce = once.map((line, place): BoughtOnce => {
    const { purchase, funding } = line;
    const { costCentre } = funding.funder === 'nhs' ? {} : funding;
    const id = `plan-${version}-${place + 1}`;
    const pence = line.kind === 'one-off' ? line.oneOffPence : 0;
    const before = live ? boughtBefore({ lineId: line.id, place }, part, live) : undefined;
    const bought = { id, lineId: line.id, pence, purchase, since: version };
    return { ...bought, ...(costCentre !== undefined && { costCentre }), ...before };
  });
  return { ...part, boughtOnce };
}

type Before = Pick<BoughtOnce, 'id' | 'since' | 'isElsewhere'>;

function boughtBefore(
  { lineId, place }: { readonly lineId: string; readonly place: number },
  part: BudgetPartState,
  { parts, planVersion }: LivePlan,
): Before | undefined {
  for (const each of parts) {
    const known = each.boughtOnce?.find((bought) => bought.lineId === lineId);
    if (!known) continue;
    const { id, since, isElsewhere } = known;
    const isPaidHere = each.agreementId === part.agreementId && each.holding === part.holding;
    return isPaidHere && !isElsewhere ? { id, since } : { id, since, isElsewhere: true };
  }
  const same = parts.find(({ id }) => id === part.id);
  const isUnknown = same !== undefined && !same.boughtOnce && same.oneOffPence > 0;
  return isUnknown ? { id: `plan-${planVersion}-${place + 1}`, since: planVersion } : undefined;
}

/** What a plan buys once that no plan before it has bought, in pence. */
export function firstBoughtPence(part: BudgetPartState, version: number): Pence {
  const { boughtOnce, oneOffPence } = part;
  if (!boughtOnce) return oneOffPence;
  return sumPence(boughtOnce.filter(({ since }) => since === version).map(({ pence }) => pence));
}
