import * as z from 'zod';
import { PersonRecordName } from '../domain/person/person-state.ts';
import { Id } from './case-answer.ts';

export const PersonParams = z.strictObject({ personId: Id });
export type PersonParams = z.infer<typeof PersonParams>;

/** The newest version of each record of a person: what If-Match asks for. */
export const PersonRecords = z.partialRecord(PersonRecordName, z.int().positive());

/** What every command on a person's record answers. */
export const PersonAnswer = z
  .strictObject({
    personId: Id,
    /** The number of the event that recorded the command. */
    event: z.int().positive(),
    records: PersonRecords,
    /** The id of what the command put on the record. */
    created: Id.optional(),
    /** What happens now, and what is left to whom. */
    whatFollows: z.array(z.string()).optional(),
  })
  .meta({ id: 'PersonAnswer' });
export type PersonAnswer = z.infer<typeof PersonAnswer>;
