import * as z from 'zod';

/** The basic amounts of the minimum income guarantee, without children and premiums. */
export const GuaranteeRate = z.enum([
  'guarantee-single-18-to-24',
  'guarantee-single-25-to-pension-age',
  'guarantee-single-pension-age',
  'guarantee-couple-18-or-over',
  'guarantee-couple-pension-age',
]);
export type GuaranteeRate = z.infer<typeof GuaranteeRate>;
