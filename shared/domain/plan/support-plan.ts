import * as z from 'zod';
import { DifferenceExplained } from '../allocation/difference.ts';
import { BudgetHolding } from '../budget/holding.ts';
import { CivilDate } from '../calendar/civil-date.ts';
import { Reason } from '../eligibility/decision.ts';
import { PlanAuthor } from './plan-author.ts';
import { PlanLine } from './plan-line.ts';

const Name = z.string().trim().min(1).max(200);
const Key = z.string().trim().min(1).max(80);
const Phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9 ]{3,20}$/, 'Write a number that people can call.');

/** A need that the assessment found, whether it is eligible, and how it is met (s25(1)(a)-(c)). */
const PlannedNeed = z.strictObject({
  need: Reason,
  isEligible: z.boolean(),
  metBy: z.enum(['council', 'carer-or-others', 'nhs', 'person', 'not-met']),
  how: Reason,
});

/** A way of holding the budget that was talked through, with whom and when (s24(1)(b)-(c),
 * s25(3)). */
const OptionDiscussed = z.strictObject({
  option: BudgetHolding,
  discussedOn: CivilDate,
  discussedWith: z.array(z.enum(['person', 'advocate', 'family', 'carer'])).min(1),
  /** Family and carers are brought in by the person's permission, or by whoever may lawfully give
   * it. */
  familyPermission: z.enum(['given', 'refused', 'not-needed']),
});

/** What happens when somebody who is paid from a direct payment does not come. */
const Contingency = z.strictObject({
  whoCovers: Reason,
  phone: Phone,
  councilStepsInWhen: Reason,
  testedOn: CivilDate,
});

/** A care and support plan, or a carer's support plan, with its statutory content (Care Act 2014
 * s25 and s26). The amounts of the personal budget and of a direct payment follow from the
 * lines. */
export const SupportPlan = z
  .strictObject({
    writtenOn: CivilDate,
    author: PlanAuthor,
    /** Who wrote it together with the author. */
    alsoBy: z.array(PlanAuthor).max(40).exactOptional(),
    needs: z.array(PlannedNeed).min(1).max(60),
    /** What the person wants to be able to do, in their own words (s25(1)(d), s9(4)). */
    outcomesWanted: z.array(Reason).min(1).max(40),
    lines: z.array(PlanLine).max(200),
    notCovered: z.array(z.strictObject({ outcome: Key, reason: Reason })).max(60),
    parts: z.array(z.strictObject({ id: Key, holding: BudgetHolding })).max(20),
    optionsDiscussed: z.array(OptionDiscussed).max(20),
    contingency: Contingency.optional(),
    risks: z.array(z.strictObject({ risk: Reason, howManaged: Reason })).max(60),
    emergency: z.strictObject({ whatToDo: Reason, phone: Phone }),
    informalSupport: z
      .array(
        z.strictObject({
          who: Name,
          whatTheyDo: Reason,
          isWilling: z.boolean(),
          isAble: z.boolean(),
        }),
      )
      .max(20),
    /** Advice on what can prevent, delay or reduce needs (s25(1)(f), s2). */
    preventionAdvice: Reason,
    /** Why the plan costs more than the indicative budget, and who agreed. */
    difference: DifferenceExplained.optional(),
  })
  .meta({ id: 'SupportPlan' });
export type SupportPlan = z.infer<typeof SupportPlan>;

/** Every member of staff who wrote the plan, alone or with others; none where the person, a friend or an
 * independent planner did. */
export function staffAuthorsOf({ author, alsoBy = [] }: Authors): string[] {
  return [author, ...alsoBy].flatMap((each) =>
    each.kind === 'practitioner' ? [each.staffId] : [],
  );
}

type Authors = Pick<SupportPlan, 'author' | 'alsoBy'>;
