import * as z from 'zod';
import { PlanAuthor } from '../plan-author.ts';
import { WrittenPlan } from '../plan-input.ts';
import { lineFields } from '../plan-line.ts';

const Key = z.string().trim().min(1).max(80);

/** A line as far as it is written: everything but its name may still be missing, and what it costs
 * follows from its units. */
export const UnfinishedLine = z
  .strictObject({ ...lineFields, kind: z.enum(['weekly', 'one-off']) })
  .partial()
  .extend({ id: Key })
  .meta({ id: 'UnfinishedLine' });
export type UnfinishedLine = z.infer<typeof UnfinishedLine>;

const { shape } = WrittenPlan;

const draftSections = {
  needs: shape.needs,
  outcomesWanted: shape.outcomesWanted,
  notCovered: shape.notCovered,
  parts: shape.parts,
  optionsDiscussed: shape.optionsDiscussed,
  contingency: shape.contingency.unwrap(),
  risks: shape.risks,
  emergency: shape.emergency,
  informalSupport: shape.informalSupport,
  preventionAdvice: shape.preventionAdvice,
  difference: shape.difference.unwrap(),
  budgetFrom: shape.budgetFrom,
} as const;

/** The parts of a plan besides its lines. */
export const DraftSections = z.strictObject(draftSections).partial();
export type DraftSections = z.infer<typeof DraftSections>;

/** All of a plan that is written so far. */
export const DraftContent = DraftSections.extend({
  lines: z.array(UnfinishedLine).max(200),
}).meta({ id: 'PlanDraftContent' });
export type DraftContent = z.infer<typeof DraftContent>;

const nullable = {
  needs: shape.needs.nullable(),
  outcomesWanted: shape.outcomesWanted.nullable(),
  notCovered: shape.notCovered.nullable(),
  parts: shape.parts.nullable(),
  optionsDiscussed: shape.optionsDiscussed.nullable(),
  contingency: draftSections.contingency.nullable(),
  risks: shape.risks.nullable(),
  emergency: shape.emergency.nullable(),
  informalSupport: shape.informalSupport.nullable(),
  preventionAdvice: shape.preventionAdvice.nullable(),
  difference: draftSections.difference.nullable(),
  budgetFrom: shape.budgetFrom.nullable(),
};

/** What is saved: the parts that changed, of which null takes one out, and the lines that are new or
 * changed, each whole. */
export const PlanDraftChanges = z
  .strictObject(nullable)
  .partial()
  .extend({
    lines: z.array(UnfinishedLine).max(200).default([]),
    /** The lines that are taken out, by their names. */
    removedLines: z.array(Key).max(200).default([]),
  })
  .meta({
    id: 'PlanDraftChanges',
    examples: [
      {
        outcomesWanted: ['To be dressed before my daughter calls'],
        lines: [
          { id: 'mornings', activity: 'Help to wash and dress', when: 'Every morning, 30 minutes' },
        ],
      },
    ],
  });
export type PlanDraftChanges = z.infer<typeof PlanDraftChanges>;

/** What of a line only staff decide: who pays for it, and what is allowed against a rule. */
export const decidedByStaff = ['funding', 'necessity', 'exclusionOverride'] as const;

const MyUnfinishedLine = UnfinishedLine.omit({
  funding: true,
  necessity: true,
  exclusionOverride: true,
}).meta({ id: 'MyUnfinishedLine' });

/** What a person, or whom they let, writes at home: their plan, and not the council's decisions on
 * it. */
export const MyPlanDraftChanges = PlanDraftChanges.omit({
  needs: true,
  notCovered: true,
  optionsDiscussed: true,
  preventionAdvice: true,
  difference: true,
})
  .extend({
    lines: z.array(MyUnfinishedLine).max(200).default([]),
    /** That the person has written all that they want to, and asks for it to be read. */
    isHandedIn: z.boolean().default(false),
  })
  .meta({
    id: 'MyPlanDraftChanges',
    examples: [
      {
        outcomesWanted: ['To be dressed before my daughter calls'],
        lines: [
          { id: 'mornings', activity: 'Help to wash and dress', when: 'Every morning, 30 minutes' },
        ],
        isHandedIn: false,
      },
    ],
  });
export type MyPlanDraftChanges = z.infer<typeof MyPlanDraftChanges>;

/** Whether a place in a plan, as a JSON pointer, is written at home, or by staff alone. */
export function isWrittenAtHome(pointer: string): boolean {
  const [, section = '', , field] = pointer.split('/');
  const isDecided = decidedByStaff.some((each) => each === field);
  return Object.hasOwn(MyPlanDraftChanges.shape, section) && !(section === 'lines' && isDecided);
}

/** Somebody who wrote at the draft, by the id of their sign-in. */
export const DraftWriter = z.strictObject({ id: z.string(), author: PlanAuthor });
export type DraftWriter = z.infer<typeof DraftWriter>;

/** The members of staff among them. */
export function staffAtDraft(writers: readonly DraftWriter[]): string[] {
  return writers.flatMap(({ id, author }) => (author.kind === 'practitioner' ? [id] : []));
}

const saving = {
  version: z.int().positive(),
  savedAt: z.iso.datetime(),
  by: DraftWriter,
  isHandedIn: z.boolean(),
};

/** A plan that is being written, alone or together, as it was saved last. */
export const PlanDraft = z
  .strictObject({
    ...saving,
    content: DraftContent,
    /** Everybody who wrote at it, in the order in which they began. */
    writers: z.array(DraftWriter),
    /** Who wrote the version of the plan with which it began, where it began with one. */
    begunBy: z.array(PlanAuthor).exactOptional(),
  })
  .meta({ id: 'PlanDraft' });
export type PlanDraft = z.infer<typeof PlanDraft>;

/** What one saving changed, and who did it; nobody changes it any more. */
export const PlanDraftRevision = z
  .strictObject({ ...saving, changed: PlanDraftChanges })
  .meta({ id: 'PlanDraftRevision' });
export type PlanDraftRevision = z.infer<typeof PlanDraftRevision>;
