import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { Postcode } from '../identity/postcode.ts';
import { RecordId } from '../identity/record-id.ts';
import { RelationshipKind } from '../person/facts/relationship.ts';
import { ShortText } from './text.ts';

/** An adult whom a carer cares for, as the carer tells of them. */
export const CaredFor = z
  .strictObject({
    name: ShortText,
    /** What they are to the carer: their parent, child or friend. */
    relationship: RelationshipKind,
    liveTogether: z.boolean().optional(),
    dateOfBirth: CivilDate.optional(),
    postcode: Postcode.optional(),
  })
  .meta({ id: 'CaredFor' });
export type CaredFor = z.infer<typeof CaredFor>;

/** The same where staff have found their record: nothing of it is asked again. */
export const StaffCaredFor = CaredFor.extend({
  name: ShortText.optional(),
  personId: RecordId.optional(),
}).meta({ id: 'StaffCaredFor' });
export type StaffCaredFor = z.infer<typeof StaffCaredFor>;
