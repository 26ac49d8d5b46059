import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { councilIds, councilNamed } from '#shared/council/load/find-council.ts';
import { allocate } from '#shared/domain/allocation/allocate.ts';
import { weeklyPenceForPoints } from '#shared/domain/allocation/convert-points.ts';
import {
  type InformalSupport,
  ShareMet,
  Sustainability,
} from '#shared/domain/allocation/informal-support.ts';
import { pointsMax, type Questionnaire } from '#shared/domain/allocation/questionnaire.ts';
import type { AllocationTable } from '#shared/domain/allocation/tables.ts';

/** Every questionnaire of every council with each table that may price it. */
const priced = councilIds.flatMap((id) => {
  const { ras } = councilNamed(id);
  return ras.questionnaires.flatMap((questionnaire) =>
    ras.tables
      .filter(({ subject }) => subject === questionnaire.subject)
      .map((table): [string, Questionnaire, AllocationTable] => [
        `${id}: ${questionnaire.version} by ${table.version}`,
        questionnaire,
        table,
      ]),
  );
});

/** Any answers to a questionnaire, by chance. */
function anyAnswers({ domains }: Questionnaire) {
  const questions = domains.flatMap((domain) => domain.questions);
  return fc.record(
    Object.fromEntries(
      questions.map(({ id, answers }) => [
        id,
        fc.constantFrom(...answers.map((answer) => answer.id)),
      ]),
    ),
  );
}

/** Two stages of help with a domain, of which the second is at least as much and as lasting. */
const lessAndMore = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(2), fc.nat(2)).map(([a, b, c, d]) =>
  [Math.min, Math.max].map((pick) => ({
    shareMet: ShareMet.options[pick(a, b)] ?? 'none',
    sustainability: Sustainability.options[pick(c, d)] ?? 'lasting',
    isWilling: true,
    isAble: true,
  })),
);

describe.each(priced)('The resource allocation of %s', (_, questionnaire, table) => {
  const worked = (answers: Record<string, string>, informalSupport: InformalSupport) => {
    const budget = allocate({
      questionnaire,
      table,
      answers,
      informalSupport,
      contingencyPercent: 0,
    });
    if (!budget.accepted) throw new Error(budget.refusal.detail);
    return budget.value;
  };
  const helpIn = fc.array(lessAndMore, {
    minLength: questionnaire.domains.length,
    maxLength: questionnaire.domains.length,
  });

  it('never gives points or money for more help of family and friends', () => {
    fc.assert(
      fc.property(anyAnswers(questionnaire), helpIn, (answers, help) => {
        const supportAt = (place: 0 | 1): InformalSupport =>
          Object.fromEntries(
            questionnaire.domains.flatMap(({ id }, domain) => {
              const support = help[domain]?.[place];
              return support ? [[id, support]] : [];
            }),
          );
        const [less, more] = [worked(answers, supportAt(0)), worked(answers, supportAt(1))];
        expect(more.remainingHundredths).toBeLessThanOrEqual(less.remainingHundredths);
        expect(more.grossWeeklyPence).toBeLessThanOrEqual(less.grossWeeklyPence);
        // A carer who is unwilling takes nothing off, however much they do (Care Act 2014 s18(7)).
        const unwilling = Object.entries(supportAt(1)).map(([id, given]) => [
          id,
          { ...given, isWilling: false },
        ]);
        expect(worked(answers, Object.fromEntries(unwilling)).adjustmentHundredths).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('gives every number of points an amount, and never less for more', () => {
    let before = 0;
    for (let hundredths = 0; hundredths <= pointsMax(questionnaire) * 100; hundredths += 25) {
      const amount = weeklyPenceForPoints(table, hundredths);
      if (!amount.accepted) throw new Error(amount.refusal.detail);
      expect(amount.value).toBeGreaterThanOrEqual(before);
      before = amount.value;
    }
  });
});
