import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { dueAfter } from '#shared/domain/calendar/time-limit.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { type LimitPassed, limitsPassed } from '#shared/domain/cost-centre/cash-limits.ts';
import { type Commitment, commitmentOf, curvesOf } from '#shared/domain/cost-centre/commitment.ts';
import { addCurve, financialYearOf, noCost } from '#shared/domain/cost-centre/cost-curve.ts';
import { escalateLimit } from '#shared/domain/cost-centre/escalate-limit.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { ownEvent } from '#shared/stores/events/own-event.ts';
import { cashLimitsOn } from '#shared/stores/money/cost-centres/cash-limit-store.ts';
import {
  caseCommitmentWrite,
  centreCommitmentWrite,
  commitmentsOfCase,
  commitmentsOfCentres,
} from '#shared/stores/money/cost-centres/commitment-store.ts';
import type { TableWrite } from '#shared/stores/table/table.ts';
import type { Ports } from '../ports.ts';
import { endedLimitTask, limitTask } from './limit-task.ts';

export type KeepingPorts = Pick<Ports, 'table' | 'cases' | 'council' | 'system'>;

const actor = { id: 'cash-limits', role: 'service' };
// A cost centre moves with some forty authorisations a day: two at one moment are rare.
const attemptsMax = 5;

/** Moves what cost centres are committed to by what an event of a case says, once, in whatever order and
 * however often events come. It follows the authorisation, which a cash limit therefore can neither
 * refuse nor delay (Care Act 2014 s18). */
export async function keepCommitment(
  event: RecordedEvent<CaseState>,
  ports: KeepingPorts,
): Promise<void> {
  const stated = commitmentOf(event);
  if (stated) await keepStated(event.aggregateId, stated, ports);
}

/** The same for what is known to be said: by an event of a case, or of one of its agreements. */
export async function keepStated(
  caseId: string,
  stated: Commitment,
  ports: KeepingPorts,
): Promise<void> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const writes = await writesFor(caseId, stated, ports);
    if (writes.length === 0 || (await ports.table.write(writes)).written) return;
  }
  throw new Error(`the commitment of case ${caseId} keeps changing`);
}

async function writesFor(
  caseId: string,
  stated: Commitment,
  ports: KeepingPorts,
): Promise<readonly TableWrite[]> {
  const { version, value: said } = await commitmentsOfCase(ports.table, caseId);
  if (!saysMore(stated, said)) return [];
  const together = [...said, stated];
  const [before, after] = [curvesOf(said), curvesOf(together)];
  const costCentres = [...new Set([...before.keys(), ...after.keys()])];
  const totals = await commitmentsOfCentres(ports.table, costCentres);
  const moved = costCentres.map((costCentre, place) => {
    const total = totals[place] ?? { version: 0, value: noCost };
    const without = addCurve(total.value, before.get(costCentre) ?? noCost, -1);
    const curve = addCurve(without, after.get(costCentre) ?? noCost);
    return { costCentre, version: total.version + 1, before: total.value, after: curve };
  });
  const isNew = ['authorised', 'urgent', 'beside'].includes(stated.kind);
  const escalation = isNew ? await escalationOf(caseId, moved, ports) : [];
  return [
    caseCommitmentWrite(caseId, { version: version + 1, value: together }),
    ...moved.map(({ costCentre, version: next, after: value }) =>
      centreCommitmentWrite(costCentre, { version: next, value }),
    ),
    ...escalation,
  ];
}

/** Nothing for an event that was here before, and for an end of what has ended or never cost
 * anything. */
function saysMore(stated: Commitment, said: readonly Commitment[]): boolean {
  const { event, agreementId } = stated;
  if (said.some((each) => each.event === event && each.agreementId === agreementId)) return false;
  const ofCase = said.filter(({ kind }) => kind !== 'beside');
  const last = ofCase.toSorted((a, b) => a.event - b.event).at(-1);
  return stated.kind !== 'ended' || (last !== undefined && last.kind !== 'ended');
}

/** The event and the task that tell of the limits that a plan or urgent support passed, in the transaction
 * that moves the commitment: there is one for one authorisation. */
async function escalationOf(
  caseId: string,
  moved: Parameters<typeof limitsPassed>[0],
  ports: KeepingPorts,
): Promise<readonly TableWrite[]> {
  const at = ports.system.now();
  const today = civilDateInLondon(at);
  const limits = await cashLimitsOn(ports.table, today);
  const passed = limitsPassed(moved, limits, financialYearOf(today));
  const named = limits?.escalateTo ?? null;
  return passed.length === 0 ? [] : escalate(caseId, { limits: passed, named }, at, ports);
}

async function escalate(
  caseId: string,
  passed: { readonly limits: readonly LimitPassed[]; readonly named: string | null },
  at: string,
  { cases, council }: KeepingPorts,
): Promise<readonly TableWrite[]> {
  const last = await cases.last(caseId);
  if (!last) throw new Error(`no case ${caseId}`);
  const today = civilDateInLondon(at);
  const due = dueAfter(today, council.cashLimitWithin);
  const moment = { actor, today, event: last.sequence + 1 };
  const decision = escalateLimit(last.after, { ...passed, due }, moment);
  // A case that has ended meanwhile takes its cost back with its own event.
  if (!decision.accepted) return [];
  const { next } = decision.value;
  return [
    cases.asWrite(last, ownEvent(last, decision.value, { actor, at })),
    ...limitTask(caseId, next, { due, at, named: passed.named, council }),
    ...endedLimitTask(caseId, last.after, next),
  ];
}
