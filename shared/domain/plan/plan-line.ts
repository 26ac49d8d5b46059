import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { Reason } from '../eligibility/decision.ts';
import { EnteredPence, type Pence, scalePence } from '../money/pence.ts';
import { OfferNamed } from './spending/offer-named.ts';
import { purchaseFields } from './spending/purchase-fields.ts';
import { ServiceComponent } from './spending/service-component.ts';

const Name = z.string().trim().min(1).max(200);
const Key = z.string().trim().min(1).max(80);

/** Who pays: the council under the Care Act, council and NHS together as after-care (Mental Health
 * Act 1983 s117), or the NHS. What the NHS pays is shown in the plan and stands in no budget
 * part. */
const Funding = z
  .discriminatedUnion('funder', [
    z.strictObject({ funder: z.literal('council'), partId: Key, costCentre: Key }),
    z.strictObject({ funder: z.literal('s117'), partId: Key, costCentre: Key }),
    z.strictObject({ funder: z.literal('nhs'), body: Name }),
  ])
  .meta({ id: 'Funding' });
type Funding = z.infer<typeof Funding>;
export type Funder = Funding['funder'];

/** What support is counted and priced in. */
export const SupportUnit = z.enum([
  'hour',
  'visit',
  'session',
  'day',
  'night',
  'week',
  'mile',
  'item',
]);
export type SupportUnit = z.infer<typeof SupportUnit>;

/** What a line says, whether it is bought every week or once. */
export const lineFields = {
  id: Key,
  ...purchaseFields,
  activity: Reason,
  component: ServiceComponent,
  when: Reason,
  unit: SupportUnit,
  /** Hundredths of a unit, so that three quarters of an hour or one visit in four weeks is
   * exact. */
  unitsHundredths: z.int().min(1).max(1_000_000),
  unitPence: EnteredPence,
  /** The offer of the market that it is priced by. */
  offer: OfferNamed.exactOptional(),
  funding: Funding,
  /** Care for the adult whom a carer looks after, given so that the carer's own needs are met. That
   * adult agreed to it: what it costs may be charged to them, and never to the carer (Care Act 2014
   * s14(3), s20(7)). */
  givenToCaredFor: z.strictObject({ name: Name, agreedOn: CivilDate }).optional(),
};

export const PlanLine = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...lineFields, kind: z.literal('weekly'), weeklyPence: EnteredPence }),
    z.strictObject({ ...lineFields, kind: z.literal('one-off'), oneOffPence: EnteredPence }),
  ])
  .meta({ id: 'PlanLine' });
export type PlanLine = z.infer<typeof PlanLine>;

/** What a line costs in pence, a week or once: units times unit price. A fraction of a penny is
 * rounded up, so that the budget always pays for what the plan says (Care Act 2014 s26). */
export function lineCostPence(line: Pick<PlanLine, 'unitPence' | 'unitsHundredths'>): Pence {
  return scalePence(line.unitPence, { times: line.unitsHundredths, over: 100 }, 'up');
}

/** The budget part that pays for a line; none for what the NHS pays. */
export function partOf({ funding }: Funded): string | undefined {
  return funding.funder === 'nhs' ? undefined : funding.partId;
}

/** Who pays for a line, as far as its part of the budget follows from it. */
export interface Funded {
  readonly funding: { readonly funder: Funder; readonly partId?: string | undefined };
}
