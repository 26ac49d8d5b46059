import { describe, expect, it } from 'vitest';
import { accept } from '#shared/domain/outcome.ts';
import { checkAgreement, PlanAgreement } from '#shared/domain/plan/sign-off/agreement.ts';
import { checkChecks, PlanChecks } from '#shared/domain/plan/sign-off/checks.ts';
import { staffAuthorsOf } from '#shared/domain/plan/support-plan.ts';

const agreed = PlanAgreement.parse({
  outcome: 'agreed',
  by: { kind: 'person' },
  on: '2026-05-14',
  copiesTo: [{ kind: 'person' }],
});
const disagreed = {
  ...agreed,
  outcome: 'disagreed' as const,
  disagreement: 'Wants mornings only.',
  stepsTaken: ['Met twice, with an advocate'],
};

describe('The person’s agreement to a plan', () => {
  it.each([
    ['the person agrees', agreed],
    ['the person disagrees and steps were taken to agree (s25(5))', disagreed],
    [
      'a lawful decision-maker agrees for somebody who lacks capacity to decide it',
      PlanAgreement.parse({
        ...agreed,
        by: { kind: 'lawful-decision-maker', name: 'Daughter', authority: 'deputy' },
      }),
    ],
  ])('lets sign-off follow where %s', (_, agreement) => {
    expect(checkAgreement(agreement)).toEqual(accept(agreement));
  });

  it.each([
    ['nothing was recorded', undefined, '/agreement'],
    ['no step was taken to agree', { ...disagreed, stepsTaken: [] }, '/agreement/stepsTaken'],
    ['the person gets no copy (s25(9))', { ...agreed, copiesTo: [] }, '/agreement/copiesTo'],
    [
      'only somebody else gets a copy',
      PlanAgreement.parse({ ...agreed, copiesTo: [{ kind: 'other', name: 'Solicitor' }] }),
      '/agreement/copiesTo',
    ],
  ])('is missing where %s', (_, agreement, pointer) => {
    expect(checkAgreement(agreement)).toMatchObject({
      refusal: { kind: 'agreement-missing', pointer },
    });
  });

  it('cannot be a disagreement without its words', () => {
    const silent = { ...disagreed, disagreement: ' ' };
    expect(PlanAgreement.safeParse(silent).success).toBe(false);
  });
});

const passed = { passed: true, reason: 'Looked at line by line.' };
const checks = PlanChecks.parse({
  meetsNeeds: passed,
  managesRisk: passed,
  withinBudget: passed,
  howItCanBeBought: { way: 'Two local agencies quoted', pricedOn: '2026-05-14' },
});

describe('The three checks', () => {
  it('let a plan be authorised when all have passed', () => {
    expect(checkChecks(checks, '2026-05-18')).toEqual(accept(checks));
  });

  it.each(['meetsNeeds', 'managesRisk', 'withinBudget'] as const)(
    'stop it when %s did not pass',
    (name) => {
      const failed = { ...checks, [name]: { passed: false, reason: 'Nights are open.' } };
      expect(checkChecks(failed, '2026-05-18')).toMatchObject({
        refusal: { kind: 'checks-incomplete', pointer: `/checks/${name}/passed` },
      });
    },
  );

  it.each(['meetsNeeds', 'managesRisk', 'withinBudget'])('need a reason for %s', (name) => {
    const silent = { ...checks, [name]: { passed: true, reason: '' } };
    expect(PlanChecks.safeParse(silent).success).toBe(false);
  });

  it('name a way to buy the plan at a price of a day', () => {
    const { howItCanBeBought, ...without } = checks;
    expect(PlanChecks.safeParse(without).success).toBe(false);
    expect(howItCanBeBought.pricedOn).toBe('2026-05-14');
  });

  it.each([
    ['2026-05-14', true],
    ['2026-06-14', true],
    ['2026-06-15', false],
    ['2026-05-13', false],
  ])('take a price of 14 May 2026 on %s: %s', (today, isOfToday) => {
    expect(checkChecks(checks, today)).toMatchObject(
      isOfToday
        ? { accepted: true }
        : {
            refusal: {
              kind: 'checks-incomplete',
              pointer: '/checks/howItCanBeBought/pricedOn',
            },
          },
    );
  });
});

describe('The members of staff who wrote a plan', () => {
  it('are known, so that others sign it off', () => {
    const [author, other] = ['staff-1', 'staff-2'].map((staffId) => ({
      kind: 'practitioner' as const,
      staffId,
    }));
    const person = { kind: 'person' } as const;
    expect(staffAuthorsOf({ author: author ?? person })).toEqual(['staff-1']);
    expect(staffAuthorsOf({ author: person })).toEqual([]);
    const alsoBy = [author ?? person, other ?? person];
    expect(staffAuthorsOf({ author: person, alsoBy })).toEqual(['staff-1', 'staff-2']);
  });
});
