import * as z from 'zod';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { commitmentOf } from '#shared/domain/cost-centre/commitment.ts';
import { PlanLine, partOf } from '#shared/domain/plan/plan-line.ts';
import { costsByCentre } from '#shared/domain/plan/plan-totals.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { EventLog } from '#shared/stores/events/event-log.ts';
import { commitmentsOfCase } from '#shared/stores/money/cost-centres/commitment-store.ts';
import type { Ports } from '../ports.ts';
import { keepCommitment } from './keep-commitment.ts';

type CatchUpPorts = Pick<Ports, 'table' | 'cases' | 'council' | 'system'>;

const Planned = z.object({ lines: z.array(PlanLine) });
const eventsPerPage = 100;

/** Has cost centres bear what the events of a case said before anybody followed them, and gives back how many
 * those are. What is borne already is borne once, so that it may be called again at any time. */
export async function catchUpCommitment(
  caseId: string,
  ports: CatchUpPorts,
  { isWritten }: { readonly isWritten: boolean },
): Promise<number> {
  const { value } = await commitmentsOfCase(ports.table, caseId);
  const said = value.filter(({ kind }) => kind !== 'beside');
  const known = new Set(said.map(({ event }) => event));
  let missing = 0;
  // An end says something only of what has cost anything and has not ended.
  let isBearing = said.some(({ kind }) => kind !== 'ended');
  for await (const event of eventsOf(caseId, ports.cases)) {
    const stated = commitmentOf(event);
    if (!stated) continue;
    const saysMore = !known.has(event.sequence) && (stated.kind !== 'ended' || isBearing);
    isBearing = stated.kind !== 'ended';
    if (!saysMore) continue;
    missing += 1;
    if (isWritten) await keepCommitment(await withCosts(event, ports.cases), ports);
  }
  return missing;
}

async function* eventsOf(
  caseId: string,
  cases: EventLog<CaseState>,
): AsyncGenerator<RecordedEvent<CaseState>> {
  let after = 0;
  for (let hasMore = true; hasMore; ) {
    const page = await cases.page(caseId, after, eventsPerPage);
    yield* page.events;
    after = page.events.at(-1)?.sequence ?? after;
    hasMore = page.hasMore && page.events.length > 0;
  }
}

/** The event with its parts by cost centre, which the first plans did not keep beside their lines. */
async function withCosts(
  event: RecordedEvent<CaseState>,
  cases: EventLog<CaseState>,
): Promise<RecordedEvent<CaseState>> {
  const { after } = event;
  const version = event.type === 'support-started' ? after.live?.planVersion : after.plan?.version;
  const parts = [...(after.live?.parts ?? []), ...(after.plan?.parts ?? [])];
  if (version === undefined || parts.every(({ costs }) => costs !== undefined)) return event;
  const written = await cases.at(event.aggregateId, version);
  const planned = Planned.safeParse(written?.body);
  if (!planned.success) return event;
  const { lines } = planned.data;
  const costed = <P extends { id: string; costs?: Record<string, number> }>(part: P): P => ({
    ...part,
    costs: part.costs ?? costsByCentre(lines.filter((line) => partOf(line) === part.id)),
  });
  const { live, plan } = after;
  return {
    ...event,
    after: {
      ...after,
      live: live && { ...live, parts: live.parts.map(costed) },
      plan: plan && { ...plan, parts: plan.parts.map(costed) },
    },
  };
}
