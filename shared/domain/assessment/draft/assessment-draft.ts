import * as z from 'zod';
import { Slug } from '../../allocation/policy-item.ts';
import { FormAnswers } from '../form/answers.ts';

/** Who writes: the person gives their own account, the practitioner theirs, and neither writes over
 * the other's. */
export const DraftSide = z.enum(['person', 'practitioner']);
export type DraftSide = z.infer<typeof DraftSide>;

const Writer = z.strictObject({ id: z.string(), role: z.string() });

/** One side of an assessment that is being filled in, as it was saved last. */
export const DraftedSide = z
  .strictObject({
    version: z.int().positive(),
    /** The version of the form that the answers belong to, whatever form comes after it. */
    form: Slug,
    savedAt: z.iso.datetime(),
    by: Writer,
    /** Everybody who wrote at this side, in the order in which they began; absent of a draft that was last
     * saved before this was kept. */
    writers: z.array(Writer).max(200).exactOptional(),
    answers: FormAnswers,
    /** Whoever's side it is has said that they are done. */
    isFinished: z.boolean(),
  })
  .meta({ id: 'DraftedSide' });
export type DraftedSide = z.infer<typeof DraftedSide>;

/** What one saving changed; nobody changes it any more. An answer that was taken out is null. */
export const DraftRevision = DraftedSide.omit({ answers: true, writers: true })
  .extend({ changed: FormAnswers })
  .meta({ id: 'DraftRevision' });
export type DraftRevision = z.infer<typeof DraftRevision>;

export interface DraftSides {
  readonly person: DraftedSide | undefined;
  readonly practitioner: DraftedSide | undefined;
}

/** The questions that both answered, and not alike. */
export function differingIn({ person, practitioner }: DraftSides): string[] {
  const others = practitioner?.answers ?? {};
  return Object.entries(person?.answers ?? {})
    .filter(([id, answer]) => others[id] !== undefined && !isSame(others[id], answer))
    .map(([id]) => id);
}

/** Whether two answers say the same; those of several parts are compared part by part. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  const [left, right] = [Object.entries(one), Object.entries(other)];
  return (
    left.length === right.length &&
    left.every(([name, value]) => isSame(value, Reflect.get(other, name)))
  );
}
