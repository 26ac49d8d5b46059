import * as z from 'zod';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { BudgetHolding } from '#shared/domain/budget/holding.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { BesidePlan } from '#shared/domain/one-off/one-off-faults.ts';
import type { OneOffPayment } from '#shared/domain/one-off/one-off-payment.ts';
import { PlanLine } from '#shared/domain/plan/plan-line.ts';
import { buysOf } from '#shared/domain/plan/spending/buys-of.ts';
import type { PlanBuys } from '#shared/domain/plan/spending/plan-buys.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import type { Ports } from '../../ports.ts';

type ReadingPorts = Pick<Ports, 'cases' | 'council'>;

interface Read {
  readonly besidePlan: BesidePlan;
  /** The case, which is read only where the stays that it counts matter. */
  readonly held: RecordedEvent<CaseState> | undefined;
}

const nothing: PlanBuys = { outcomes: [], once: [] };

/** What a payment beside the plan is held against: what the agreement keeps of its plan, so that nothing
 * else has to be read, but for a stay in a care home, whose limit is the person's. */
export async function readBesidePlan(
  agreement: AgreementState,
  request: OneOffPayment | undefined,
  ports: ReadingPorts,
): Promise<Read> {
  const { caseId, planVersion, planBuys } = agreement;
  const held = request?.careHomeStays ? await ports.cases.last(caseId) : undefined;
  const { exclusions, careHomeGapDays } = ports.council;
  const staysBought = held?.after.careHomeStays ?? [];
  const planned =
    planBuys ?? (planVersion === null ? nothing : await readPlan(caseId, planVersion, ports));
  return { besidePlan: { planned, rules: { exclusions, careHomeGapDays, staysBought } }, held };
}

const PlanBody = z.object({
  lines: z.array(PlanLine),
  parts: z.array(z.object({ id: z.string(), holding: BudgetHolding })),
});

/** The plan itself, where the agreement was made active before what it buys was kept beside it. */
async function readPlan(caseId: string, version: number, { cases }: ReadingPorts) {
  const written = await cases.at(caseId, version);
  if (!written) throw new Error(`plan ${version} of a case is missing`);
  return buysOf(PlanBody.parse(written.body));
}
