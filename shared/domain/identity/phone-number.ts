import * as z from 'zod';

/** A telephone number as people write it: digits, spaces and signs, for calling and never for
 * comparing. */
export const PhoneNumber = z
  .string()
  .trim()
  .regex(/^\+?\d[\d ()-]{8,24}$/, 'must be a telephone number')
  .meta({ id: 'PhoneNumber', examples: ['01632 960 123'] });
