import * as z from 'zod';
import { factEventTypes } from './facts/person-facts.ts';

/** Every kind of event in the record of a person, in the words of the service. */
export const personEventTypes = [
  'person-registered',
  'details-told-at-contact',
  ...factEventTypes,
  'details-changed',
  'possible-duplicate-flagged',
  'not-a-duplicate',
  'duplicate-reopened',
  'person-merged',
  'merged-into-another',
  'merge-reversed',
  'restored-from-merge',
] as const;
export const PersonEventType = z.enum(personEventTypes);
export type PersonEventType = z.infer<typeof PersonEventType>;
