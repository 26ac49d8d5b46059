import * as z from 'zod';

const NHS_NUMBER = /^\d{10}$/;

/** Whether ten digits carry their own check digit: weights 10 to 2 on the first nine, 11 less the
 * remainder by 11, where 11 is written 0 and 10 is never issued (NHS Data Dictionary, NHS
 * NUMBER). */
function hasCheckDigit(digits: string): boolean {
  const weighted = [...digits.slice(0, 9)].reduce(
    (sum, digit, index) => sum + Number(digit) * (10 - index),
    0,
  );
  const check = 11 - (weighted % 11);
  return (check === 11 ? 0 : check) === Number(digits[9]);
}

/** A person's NHS number as ten digits; spaces and hyphens between them are dropped as it is read.
 * Refused when it is not ten digits or the check digit is wrong. */
export const NhsNumber = z
  .string()
  .max(20)
  .overwrite((text) => text.replaceAll(/[\s-]/g, ''))
  .regex(NHS_NUMBER, 'An NHS number has ten digits.')
  .refine(hasCheckDigit, 'This is not an NHS number: look at each digit again.')
  .meta({ id: 'NhsNumber', examples: ['943 476 5919'] });
export type NhsNumber = z.infer<typeof NhsNumber>;
