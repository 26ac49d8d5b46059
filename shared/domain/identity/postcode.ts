import * as z from 'zod';
import { postcodeAreas } from './postcode-areas.ts';

/** Outward code, then a digit and two letters that are never C, I, K, M, O or V (BS 7666). Whether
 * the postcode exists within its area is for an address service to say. */
const POSTCODE = /^(?:[A-Z]{1,2}\d[A-Z\d]?|GIR) \d[ABD-HJLNP-UW-Z]{2}$/;
const INWARD_LENGTH = 3;

function isInAnArea(postcode: string): boolean {
  return postcodeAreas.has(/^[A-Z]+/.exec(postcode)?.[0] ?? '');
}

/** A postcode of the United Kingdom, read in any case and spacing and kept as `SE1 2QH`. */
export const Postcode = z
  .string()
  .max(12)
  .overwrite((text) => {
    const letters = text.replaceAll(/\s/g, '').toUpperCase();
    return `${letters.slice(0, -INWARD_LENGTH)} ${letters.slice(-INWARD_LENGTH)}`;
  })
  .regex(POSTCODE, { error: 'Write a full UK postcode, such as SE1 2QH.', abort: true })
  .refine(isInAnArea, 'There is no postcode that begins with these letters.')
  .meta({ id: 'Postcode', examples: ['SE1 2QH'] });
export type Postcode = z.infer<typeof Postcode>;

/** The part of a postcode before the space, by which councils draw their patches: `SE1`. */
export function outwardCode(postcode: Postcode): string {
  return postcode.slice(0, -INWARD_LENGTH).trimEnd();
}

/** Written by the NHS for somebody of no fixed abode (3VZ), or whose address is not known (3WZ, 3CZ). */
const withoutAddress = ['ZZ99 3VZ', 'ZZ99 3WZ', 'ZZ99 3CZ'];

/** Whether the postcode says that there is no address, rather than where it is. */
export function saysNoAddress(postcode: Postcode): boolean {
  return withoutAddress.includes(postcode);
}
