import * as z from 'zod';

/** The reference that is printed on a prescription, by which it is redeemed and returned. */
export const EquipmentReference = z
  .string()
  .regex(/^EQ-[0-9A-Z]{5}-[0-9A-Z]{5}$/, 'not the reference of a prescription')
  .meta({ examples: ['EQ-0A1B2-C3D4E'] });

/** A prescription whose equipment somebody has, or is about to have. */
export const EquipmentInUse = z.strictObject({
  reference: EquipmentReference,
  code: z.string(),
  quantity: z.int().positive(),
  givenOn: z.iso.date(),
  /** The event that holds the whole prescription. */
  event: z.int().positive(),
});
export type EquipmentInUse = z.infer<typeof EquipmentInUse>;
