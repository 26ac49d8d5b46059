import * as z from 'zod';
import { Slug } from '../allocation/policy-item.ts';
import { addDays, CivilDate } from '../calendar/civil-date.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision, Moment } from '../case/change.ts';
import { lawOn } from '../codes/law-in-force.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, type Refused, refuse } from '../outcome.ts';
import type { EquipmentCatalogue } from './catalogue.ts';
import type { EquipmentInUse } from './equipment-state.ts';

export const EquipmentPrescription = z
  .strictObject({
    /** The code of an item in the catalogue. */
    item: Slug,
    quantity: z.int().min(1).max(10).default(1),
    /** What the person will be able to do with it. */
    whatFor: Reason,
    recipient: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('person') }),
      z.strictObject({ kind: z.literal('carer'), name: z.string().trim().min(1).max(200) }),
    ]),
    handedOver: z.enum(['deliver', 'collect']),
    /** The day on which it is given, or is to be. */
    givenOn: CivilDate,
  })
  .meta({ id: 'EquipmentPrescription' });
export type EquipmentPrescription = z.infer<typeof EquipmentPrescription>;

// What is further away than this is a plan, and not a small aid at once.
const daysMax = 42;
// A case with more small aids than this needs its home looked at as a whole.
const inUseMax = 30;

interface Prescribing {
  readonly catalogue: EquipmentCatalogue;
  readonly reference: string;
}

/** Prescribes a small aid, at contact, in reablement or later, free of charge. It delays or prevents
 * needs (Care Act 2014 s2) and so never stands in for an assessment: where needs appear, the duty to
 * assess goes on (s9(1)), and triage still refuses to end in advice. Refuses `invalid-input` for an item
 * that the catalogue does not have or a day that is not near, and `already-recorded` for a case with
 * as many aids as one may have. */
export function prescribeEquipment(
  state: CaseState,
  prescription: EquipmentPrescription,
  { catalogue, reference }: Prescribing,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const item = catalogue.items.find(({ code }) => code === prescription.item);
  if (!item) return refuse('invalid-input', 'The catalogue has no such item.', '/item');
  const wrong = refusalOfDay(prescription, moment);
  if (wrong) return wrong;
  if (state.equipment.length >= inUseMax) {
    return refuse('already-recorded', `${inUseMax} prescriptions are in use on this case.`);
  }
  const { quantity, givenOn } = prescription;
  const inUse: EquipmentInUse = {
    reference,
    code: item.code,
    quantity,
    givenOn,
    event: moment.event,
  };
  return accept({
    type: 'equipment-prescribed',
    body: {
      ...prescription,
      reference,
      catalogueVersion: catalogue.version,
      name: item.name,
      kind: item.kind,
      costPence: item.pricePence * quantity,
      chargePence: 0,
      rule: lawOf(state, moment),
    },
    next: { ...state, equipment: [...state.equipment, inUse] },
  });
}

function refusalOfDay({ givenOn }: EquipmentPrescription, { today }: Moment): Refused | undefined {
  return givenOn < addDays(today, -daysMax) || givenOn > addDays(today, daysMax)
    ? refuse('invalid-input', `Name a day within ${daysMax} days of today.`, '/givenOn')
    : undefined;
}

/** Aids, and adaptations of up to 1,000 pounds, are free of charge whether they prevent needs or meet
 * them, and were before the Care Act. */
function lawOf(state: CaseState, { today }: Moment): string {
  const meetsNeeds = state.eligibility?.isEligible === true;
  return lawOn(today, {
    careAct: meetsNeeds
      ? 'Care Act 2014 s18; SI 2014/2672 reg 3'
      : 'Care Act 2014 s2; SI 2014/2673',
    before: 'SI 2003/1196',
  });
}
