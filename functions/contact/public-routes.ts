import { makeContact } from './make-contact.ts';
import { readReceipt } from './read-receipt.ts';

/** The operations of the front door that need no account. */
export const publicContactRoutes = [makeContact, readReceipt];
