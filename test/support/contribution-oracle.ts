import { daysFromTo } from '#test/support/days-paid.ts';

/** A part as the oracle sees it, in whole pence by the week. */
export interface OraclePart {
  readonly id: string;
  readonly isNet: boolean;
  readonly isDirectPayment: boolean;
  readonly weekly: number;
  readonly chargeable: number;
}

/** All that happened, as it is known in the end. */
export interface OracleFacts {
  /** Plans in the order in which they were recorded, the last of those that had begun counts. */
  readonly plans: readonly { readonly from: string; readonly parts: readonly OraclePart[] }[];
  /** Sums by the week, each from its day until the next one's; null for all that it costs. */
  readonly asked: readonly { readonly from: string; readonly most: number | null }[];
  readonly provisional: number;
  readonly lastDay: string | null;
  readonly pauses: readonly { readonly from: string; readonly to: string }[];
  /** What was given in a stretch of days, by part. */
  readonly given: readonly {
    readonly part: string;
    readonly from: string;
    readonly pence: number;
  }[];
}

/** What a person has to pay for a stretch of days, in pence, by part and by who holds it: every day counted
 * by itself in sevenths of a penny, by nothing of the service's but what was agreed. */
export function dueFor(from: string, to: string, facts: OracleFacts): ReadonlyMap<string, number> {
  const counts = new Map<string, { part: OraclePart; shares: number; costs: number }>();
  for (const day of daysFromTo(from, to)) {
    for (const { part, share } of billedOn(day, facts)) {
      const count = counts.get(nameOf(part)) ?? { part, shares: 0, costs: 0 };
      count.shares += share;
      count.costs += part.chargeable;
      counts.set(nameOf(part), count);
    }
  }
  const due = new Map<string, number>();
  for (const [name, { part, shares, costs }] of counts) {
    const cost = part.isDirectPayment ? Math.floor(costs / 7) : given(part, from, to, facts);
    due.set(name, Math.min(Math.floor(shares / 7), cost));
  }
  return due;
}

export function nameOf({
  id,
  isDirectPayment,
}: Pick<OraclePart, 'id' | 'isDirectPayment'>): string {
  return `${id} ${isDirectPayment ? 'direct-payment' : 'council-managed'}`;
}

function billedOn(day: string, facts: OracleFacts) {
  const billed: { part: OraclePart; share: number }[] = [];
  if (facts.lastDay !== null && day > facts.lastDay) return billed;
  const isPaused = facts.pauses.some((pause) => pause.from <= day && day <= pause.to);
  let left = askedOn(day, facts);
  for (const part of planOn(day, facts)?.parts ?? []) {
    const share = Math.min(left, part.chargeable);
    left -= share;
    const isFree = part.isNet || part.chargeable === 0 || (part.isDirectPayment && isPaused);
    if (!isFree) billed.push({ part, share });
  }
  return billed;
}

function planOn(day: string, { plans }: OracleFacts) {
  return [...plans].reverse().find((plan) => plan.from <= day);
}

function askedOn(day: string, { asked, provisional }: OracleFacts): number {
  let most: number | null = provisional;
  for (const each of asked) if (each.from <= day) most = each.most;
  return most ?? Number.MAX_SAFE_INTEGER;
}

/** What may be charged of the care that was given: in proportion, where others pay a share of it. */
function given(part: OraclePart, from: string, to: string, facts: OracleFacts): number {
  let pence = 0;
  for (const care of facts.given) {
    if (care.part !== part.id || care.from < from || care.from > to) continue;
    const planned = planOn(care.from, facts)?.parts.find((each) => nameOf(each) === nameOf(part));
    if (planned) pence += Math.floor((care.pence * planned.chargeable) / planned.weekly);
  }
  return pence;
}
