import * as z from 'zod';

/** An id as the service makes them. */
export const RecordId = z.string().regex(/^[0-9a-z]{10,40}$/, 'This is not an id of this service.');
