import * as z from 'zod';

/** How soon somebody must be seen, the soonest first. */
export const Priority = z.enum(['red', 'amber', 'green']).meta({ id: 'Priority' });
