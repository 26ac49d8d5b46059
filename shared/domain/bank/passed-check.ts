import * as z from 'zod';

/** What may be entered: an account whose numbers do not fit is refused. Apart from the check itself, which
 * only those load who enter an account. */
export const PassedCheck = z.enum(['valid', 'unchecked']).meta({ id: 'AccountNumbersCheck' });
