import * as z from 'zod';
import { Provenance, Slug } from '../allocation/policy-item.ts';
import { EnteredPence } from '../money/pence.ts';

/** What an adaptation may cost and still be minor, and so free of charge (SI 2014/2672 reg 3; SI
 * 2014/2673 reg 2). */
const minorAdaptationPenceMax = 100_000;

export const EquipmentItem = z
  .strictObject({
    code: Slug,
    name: z.string().min(1).max(80),
    whatFor: z.string().min(1).max(200),
    /** An aid is handed over; a minor adaptation is fitted to the home. */
    kind: z.enum(['aid', 'minor-adaptation']),
    /** What it costs the council. Nobody is charged for it. */
    pricePence: EnteredPence,
  })
  .refine(({ kind, pricePence }) => kind === 'aid' || pricePence <= minorAdaptationPenceMax, {
    path: ['pricePence'],
    error: 'is more than an adaptation may cost to be minor',
  })
  .meta({ id: 'EquipmentItem' });
export type EquipmentItem = z.infer<typeof EquipmentItem>;

/** The small aids that may be prescribed without a plan. */
export const EquipmentCatalogue = z
  .strictObject({
    version: Slug,
    provenance: Provenance,
    items: z.array(EquipmentItem).min(1).max(500),
  })
  .refine(({ items }) => new Set(items.map(({ code }) => code)).size === items.length, {
    path: ['items'],
    error: 'names a code twice',
  });
export type EquipmentCatalogue = z.infer<typeof EquipmentCatalogue>;
