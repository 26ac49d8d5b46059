import { describe, expect, test } from 'vitest';
import { writeStatementPage } from '#shared/contracts/charging/statement-page.ts';
import type { LocalKnobs } from '#shared/domain/charging/local/local-knobs.ts';
import {
  ChargeStatement,
  stateCharge,
} from '#shared/domain/charging/statement/charge-statement.ts';
import { type Asked, capital, care, chargeOf, expense, income, somebody } from './a-charge.ts';

const fullerLife: Partial<Asked> = {
  capital: [capital('savings', 1_500_000), capital('life-policy', 400_000)],
  incomes: [income('state-pension', 20_000), income('pip-daily-living', 10_855)],
  housingCosts: [{ id: 'r', kind: 'rent', pence: 5000, every: 'week', evidence: 'Lease' }],
  disabilityExpenses: [expense(1260)],
};

function statementOf(changed: Partial<Asked>, knobs: LocalKnobs = {}): ChargeStatement {
  const statement = stateCharge(chargeOf(changed, knobs), { isEstimate: false });
  return ChargeStatement.parse(statement);
}

describe('A charge statement', () => {
  test('has its sections in the order in which the charge is worked', () => {
    expect(statementOf(fullerLife).sections.map(({ title }) => title)).toEqual([
      'What your care costs by the week',
      'Your savings and other capital',
      'Your income by the week',
      'What your home costs you by the week',
      'What your disability costs you by the week',
      'What you keep by the week',
      'What you pay by the week',
    ]);
  });

  test('adds up: what the sections of the sum come to is what the person pays', () => {
    const { sections, weeklyPence } = statementOf(fullerLife);
    const totals = sections.slice(2).map(({ totalPence }) => totalPence);
    expect(totals).toEqual([31_155, -5000, -1260, -11_060, weeklyPence]);
    expect(31_155 - 5000 - 1260 - 11_060).toBe(weeklyPence);
  });

  test.each<[string, Partial<Asked>, LocalKnobs]>([
    ['from income and capital', fullerLife, {}],
    ['after the steps of the council', fullerLife, { disposableIncomePercent: 87 }],
    ['capped at the cost', { ...fullerLife, care: care(100) }, {}],
    ['of nothing', {}, {}],
    ['of the full cost', { capital: [capital('savings', 9_000_000)] }, {}],
    ['for what is free', { care: [{ id: 'a', label: 'Rail', kind: 'aid', weeklyPence: 5 }] }, {}],
  ])('ends in what the person pays, %s', (_, changed, knobs) => {
    const { sections, weeklyPence } = statementOf(changed, knobs);
    const end = sections.at(-1);
    expect(end?.totalPence).toBe(weeklyPence);
    expect(end?.rows.reduce((sum, row) => sum + row.countedPence, 0)).toBe(weeklyPence);
  });

  test('names the rule in every line, and the evidence of whatever somebody told', () => {
    const rows = statementOf(fullerLife).sections.flatMap((section) => section.rows);
    expect(rows.filter(({ law }) => !/SI 2014\/2672|Care Act 2014/.test(law))).toEqual([]);
    expect(rows.find(({ label }) => label === 'State pension')?.evidence).toBe('Letter seen');
    expect(rows.find(({ label }) => label === 'Laundry')?.evidence).toBe(
      'Receipts; to be reviewed by 2025-04-01',
    );
  });

  test('names the version of every amount of the government', () => {
    const rows = statementOf(fullerLife).sections.flatMap((section) => section.rows);
    const kept = rows.find(({ law }) => law === 'SI 2014/2672 reg 7(2)(b)');
    expect(kept).toMatchObject({ rateVersion: 'rates-2024-25', isRateReadAtSource: true });
  });

  test.each<[string, Partial<Asked>, string]>([
    ['a second look and the Ombudsman', {}, 'Ombudsman'],
    ['that care does not wait', {}, 'does not wait'],
    [
      'a light-touch assessment and the right to a full one',
      {
        assessment: {
          kind: 'light-touch',
          ground: 'nothing-to-pay',
          evidence: 'Award letter',
          doesPersonConsent: true,
          toldMayAskForFull: true,
        },
      },
      'You may ask for a full one',
    ],
    [
      'until when a provisional amount holds',
      {
        assessment: {
          kind: 'provisional',
          weeklyPence: 0,
          toldInWriting: true,
          reviewOn: '2024-11-12',
        },
      },
      '2024-11-12',
    ],
    [
      'an amount that nobody has checked',
      {
        on: '2026-05-01',
        person: somebody({ household: { kind: 'couple', partnerAgeGroup: 'pension-age' } }),
      },
      'marked as not checked',
    ],
    ['who may arrange care', { capital: [capital('savings', 9_000_000)] }, 'ask us to arrange it'],
  ])('tells of %s', (_, changed, words) => {
    expect(statementOf(changed).notes.join(' ')).toContain(words);
  });

  test('says nothing of unchecked amounts where all are checked', () => {
    expect(statementOf(fullerLife).notes.join(' ')).not.toContain('not checked');
  });

  test('tells what arranging costs somebody who asked for it', () => {
    const over: Partial<Asked> = {
      capital: [capital('savings', 9_000_000)],
      selfFundingRoute: 'asks-council',
    };
    const { notes } = statementOf(over, {
      arrangementFee: { oneOffPence: 25_000, yearlyPence: 9900 },
    });
    expect(notes.join(' ')).toContain('£250.00 once and £99.00 a year');
  });
});

describe('The page of a statement', () => {
  const sender = { councilName: 'Example <Council>', phone: '01632 960 100', ifYouDisagree: [] };
  const unread = {
    on: '2026-05-01',
    person: somebody({ household: { kind: 'couple', partnerAgeGroup: 'pension-age' } }),
  } as const;
  const pageOf = (changed: Partial<Asked>) => writeStatementPage(statementOf(changed), sender);

  test('holds every line with its rule, its evidence and both amounts', () => {
    const { source } = pageOf(fullerLife);
    expect(source).toContain('<th scope="row">State pension</th>');
    expect(source).toContain('SI 2014/2672 reg 7(2)(b); rates-2024-25');
    expect(source).toContain('<td class="sum" data-label="What counts">-£110.60</td>');
    expect(source).toContain('You pay £138.35 a week.');
    expect(source).toContain('For 1 October 2024');
    expect(source).toContain('to be reviewed by 1 April 2025');
  });

  test('takes what people wrote as text and loads nothing but its own style', () => {
    const wrote = { ...expense(100), label: '<script>alert(1)</script>' };
    const page = pageOf({ ...fullerLife, disabilityExpenses: [wrote] });
    expect(page.source).toContain('&lt;script&gt;alert(1)');
    expect(page.source).toContain('Example &lt;Council&gt;');
    expect(page.source).not.toMatch(/<script|<img|<link|src=/);
    expect(page.contentSecurityPolicy).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  test('marks an amount that nobody has checked', () => {
    expect(pageOf(unread).source).toContain('rates-2026-27 (not checked)');
  });
});
