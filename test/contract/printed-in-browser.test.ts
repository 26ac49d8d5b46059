import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { determinationPage } from '#functions/assessment/determination/determination-page.ts';
import type { DeterminationSheet } from '#functions/assessment/determination/determination-sheet.ts';
import type { PlanSheet } from '#functions/support-planning/sheet/plan-document.ts';
import { planPage } from '#functions/support-planning/sheet/plan-page.ts';
import { writeStatementPage } from '#shared/contracts/charging/statement-page.ts';
import { writeContributionPage } from '#shared/contracts/contributions/statement-page.ts';
import { ifYouDisagree } from '#shared/contracts/printed/if-you-disagree.ts';
import type { PrintSize } from '#shared/contracts/printed/page-style.ts';
import { councilNamed } from '#shared/council/load/find-council.ts';
import { stateBudget } from '#shared/domain/budget/amounts.ts';
import { stateCharge } from '#shared/domain/charging/statement/charge-statement.ts';
import type { ContributionStatement } from '#shared/domain/contribution-account/statement/statement.ts';
import { determine } from '#shared/domain/eligibility/determination.ts';
import { stateDetermination } from '#shared/domain/eligibility/words/state-determination.ts';
import { budgetOf } from '#shared/domain/plan/plan-input.ts';
import { statePlan } from '#shared/domain/plan/statement/state-plan.ts';
import { plan } from '#test/support/plan-states.ts';
import { capital, chargeOf, expense, income } from '#test/unit/charging/a-charge.ts';
import { adult } from '#test/unit/domain/eligibility/inputs.ts';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const hasBrowser = existsSync(executablePath);

const Found = z.object({ violations: z.array(z.looseObject({ id: z.string() })) });
const phone = '01632 960 100';

function determinationSheet(): DeterminationSheet {
  const determined = determine(adult({ 'CA-HYGIENE': 'significant-pain' }));
  if (!determined.accepted) throw new Error(determined.refusal.detail);
  return {
    caseId: 'case0000000001',
    version: 4,
    council: 'Example Council',
    phone,
    person: 'Ada Example',
    reference: 'ASC-0000-0000-0001',
    ...stateDetermination(determined.value),
    whatFollows: { edge: 'not-eligible', sentences: ['Advice follows.'], rule: 's13(5)' },
    writtenAdvice: 'A bath board.',
    howToComeBack: 'Call us.',
    ifYouDisagree: [...ifYouDisagree(phone, { count: 28, unit: 'days' })],
  };
}

function planSheet(): PlanSheet {
  const budget = budgetOf(plan, null, 2_500);
  const rule = 'Care Act 2014 s25-s26';
  const recorded = { ...plan, statement: stateBudget(budget), checkedAgainst: {}, rule };
  const before = { ...recorded, lines: recorded.lines.slice(0, 2) };
  return {
    caseId: 'case0000000000001',
    version: 9,
    council: 'Example Council',
    phone,
    person: 'Ada Example',
    reference: 'ASC-0000-0000-0001',
    standing: 'You agree with this plan.',
    ...statePlan(recorded, before),
    disagreement: {
      on: '2026-07-09',
      reason: 'I want to choose my own helper.',
      lines: [{ lineId: plan.lines[0]?.id ?? '', reason: 'Seven in the morning is too early.' }],
      stepsTaken: ['Met on 10 July with her sister.'],
      agreedOn: null,
    },
    ifYouDisagree: [...ifYouDisagree(phone, { count: 28, unit: 'days' })],
  };
}

const charge = chargeOf({
  capital: [capital('savings', 1_500_000)],
  incomes: [income('state-pension', 20_000), income('pip-daily-living', 10_855)],
  disabilityExpenses: [expense(1_260)],
});
const statement = stateCharge(charge, { isEstimate: false });
const sender = {
  councilName: 'Example Council',
  phone,
  ifYouDisagree: ifYouDisagree(phone, { count: 28, unit: 'days' }),
};

const days = { from: '2026-07-20', to: '2026-08-16', days: 28, partId: 'managed' } as const;
const billed: ContributionStatement = {
  ...{ from: days.from, to: days.to, issuedOn: '2026-08-26', dueOn: '2026-09-23' },
  lines: [
    {
      ...{ ...days, holding: 'council-managed', why: 'this-period' },
      ...{ contributionPence: 16_000, costPence: null, pence: 0 },
    },
  ],
  ...{ totalPence: 0, broughtForwardPence: 4_000, receivedPence: 4_000, balancePence: 0 },
  ...{ isProvisional: true, isFinal: false, rule: 'Care Act 2014 s14' },
  explanation: ['There is nothing to pay.'],
};
const biller = { caseId: 'case0000000001', council: councilNamed('example') };

const documents: readonly (readonly [string, (size: PrintSize) => string])[] = [
  ['determination', (size) => determinationPage(determinationSheet(), size).source],
  ['contribution statement', (size) => writeContributionPage(billed, biller, size).source],
  ['support plan', (size) => planPage(planSheet(), size).source],
  ['charge statement', (size) => writeStatementPage(statement, sender, size).source],
];
const screens = [
  ['desktop', { width: 1280, height: 900 }],
  ['phone', { width: 360, height: 780 }],
] as const;

describe.skipIf(!hasBrowser)('a printed document in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath });
  });
  afterAll(async () => {
    await browser?.close();
  });

  describe.each(documents)('the %s', (_document, sourceIn) => {
    test.each(
      screens.flatMap(([screen, viewport]) =>
        (['standard', 'large'] as const).map((size) => [screen, size, viewport] as const),
      ),
    )(
      'on a %s in %s print is read without going sideways, and axe finds nothing wrong',
      { timeout: 120_000 },
      async (_screen, size, viewport) => {
        const page = await browser.newPage({ viewport });
        await page.setContent(sourceIn(size));
        const wide = await page.evaluate('document.documentElement.scrollWidth');
        expect(wide).toBe(viewport.width);
        await page.evaluate(axe.source);
        const { violations } = Found.parse(await page.evaluate('axe.run()'));
        expect(violations.map(({ id }) => id)).toEqual([]);
        await page.close();
      },
    );

    test('in large print has no smaller letter than sixteen points', async () => {
      const page = await browser.newPage();
      await page.setContent(sourceIn('large'));
      const smallest = await page.evaluate(
        "Math.min(...[...document.querySelectorAll('main *')].map((each) => parseFloat(getComputedStyle(each).fontSize)))",
      );
      // A CSS pixel is three quarters of a point.
      expect(Number(smallest) * 0.75).toBeGreaterThanOrEqual(16);
      await page.close();
    });
  });
});
