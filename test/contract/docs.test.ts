import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { publicRoutes, staffRoutes } from '#functions/every-route.ts';
import { DescribedApi, type DescribedOperation } from '#shared/contracts/docs/described-api.ts';
import { bodyOf, exampleBody } from '#shared/contracts/docs/operation-section.ts';
import { writeReference } from '#shared/contracts/docs/reference-page.ts';
import { describeApi } from '#shared/contracts/openapi.ts';
import type { OperationFacts } from '#shared/contracts/operation.ts';
import { html } from '#shared/contracts/printed/markup.ts';
import { IndicativeBudgetGiven } from '#shared/domain/assessment/give-indicative-budget.ts';
import { checkPlan } from '#shared/domain/plan/check-plan.ts';
import { WrittenPlan } from '#shared/domain/plan/plan-input.ts';

const routes: readonly OperationFacts[] = [...publicRoutes, ...staffRoutes];
const document = describeApi(routes);
const api = DescribedApi.parse(document);
const written = writeReference(document);
const page = written.lines.join('\n');

/** What the page has between one operation's heading and the end of its section. */
function sectionOf(id: string): string {
  const from = page.indexOf(`<section aria-labelledby="${id}">`);
  return from < 0 ? '' : page.slice(from, page.indexOf('</section>', from));
}

function described({ path, method }: OperationFacts): DescribedOperation | undefined {
  return api.paths[path]?.[method.toLowerCase()];
}

const each = (list: readonly OperationFacts[]) =>
  list.map((operation): [string, OperationFacts] => [operation.id, operation]);

test('the page that is served says what the code does (npm run openapi writes it)', () => {
  const file = new URL('../../shared/contracts/docs.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(written);
});

describe('the page tells of every operation', () => {
  test.each(each(routes))('%s: who may call it, how, and what comes of it', (id, operation) => {
    const section = sectionOf(id);
    expect(section).toContain(`>${html`${operation.summary}`.source}</h3>`);
    expect(section).toContain(`<strong>${operation.method}</strong>`);
    expect(section).toContain(`<code>${operation.path}</code>`);
    for (const role of operation.roles) expect(section).toContain(role);
    expect(section).toMatch(/<h4>curl<\/h4>\n<pre><code>curl /);
    expect(section).toContain(`<strong>${operation.answerStatus}</strong>`);
    expect(section).toContain('href="#problem-fault"');
    const signsIn = section.includes('Authorization: Bearer $TOKEN');
    expect(signsIn).toBe(operation.access !== 'public');
  });
});

describe('an example body is accepted by the operation that it stands with', () => {
  test.each(each(routes.filter(({ body }) => body)))('%s', (id, operation) => {
    const body = bodyOf(described(operation) ?? expect.fail('not in the document'));
    const example = exampleBody(body ?? expect.fail('no body'), api.components.schemas);
    expect(z.safeParse(operation.body ?? z.never(), example).error?.issues ?? []).toEqual([]);
    expect(sectionOf(id)).toContain(html`${JSON.stringify(example, undefined, 2)}`.source);
  });
});

test('the plan that is shown may go to sign-off, on the day of the indicative budget that is shown', () => {
  const shown = (id: string) => {
    const operation = routes.find((route) => route.id === id) ?? expect.fail(id);
    const body = bodyOf(described(operation) ?? expect.fail('not in the document'));
    return exampleBody(body ?? expect.fail('no body'), api.components.schemas);
  };
  const plan = WrittenPlan.parse(shown('write-support-plan'));
  const { givenOn } = IndicativeBudgetGiven.parse(shown('give-indicative-budget'));
  const faults = checkPlan(plan, {
    eligibleOutcomes: ['CA-HYGIENE', 'CA-NUTRITION'],
    indicativeBudget: { weeklyPence: 12_500, givenOn },
    costCentres: ['older-people'],
    exclusions: [],
    careHomeGapDays: 28,
  });
  expect(faults).toEqual([]);
});

/** Every value of an example that may hold others, beside where it stands. */
function objectsIn(value: unknown, path = ''): [string, Record<string, unknown>][] {
  if (value === null || typeof value !== 'object') return [];
  const inner = Object.entries(value).flatMap(([key, each]) => objectsIn(each, `${path}/${key}`));
  return Array.isArray(value) ? inner : [[path, { ...value }], ...inner];
}

describe('an example says what somebody could have said', () => {
  const bodies = routes.flatMap((operation): [string, unknown][] => {
    const body = bodyOf(described(operation) ?? expect.fail('not in the document'));
    return body ? [[operation.id, exampleBody(body, api.components.schemas)]] : [];
  });

  test.each(bodies)('%s repeats no name of a field as its text', (_id, example) => {
    const fillers = objectsIn(example).flatMap(([path, object]) =>
      Object.entries(object).flatMap(([key, value]) => {
        const texts = [value].flat().filter((each) => typeof each === 'string');
        const says = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '');
        return texts.filter((text) => says(text) === key.toLowerCase()).map(() => `${path}/${key}`);
      }),
    );
    expect(fillers).toEqual([]);
  });

  test.each(bodies)('%s has its days and times in order', (_id, example) => {
    const inOrder = (object: Record<string, unknown>, [first, last]: readonly [string, string]) => {
      const [from, to] = [object[first], object[last]];
      return typeof from !== 'string' || typeof to !== 'string' || from < to;
    };
    const pairs = [
      ['from', 'until'],
      ['from', 'to'],
      ['on', 'reviewOn'],
      ['firstDay', 'lastDay'],
    ] as const;
    const wrong = objectsIn(example).flatMap(([path, object]) =>
      pairs.filter((pair) => !inOrder(object, pair)).map((pair) => `${path}: ${pair.join(', ')}`),
    );
    expect(wrong).toEqual([]);
  });

  test('a warning is looked at again after the day on which its person was told', () => {
    const [, warning] = bodies.find(([id]) => id === 'record-warning') ?? expect.fail('no example');
    expect(warning).toMatchObject({ reviewOn: '2027-04-05', personTold: { on: '2026-04-06' } });
  });
});

describe('the page', () => {
  test('leads nowhere that there is not', () => {
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href);
    const places = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => `#${id}`));
    expect(links.filter((href) => !places.has(href))).toEqual(['/openapi.json']);
  });

  test('names each place once', () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });

  test('runs no script and fetches nothing, and its policy permits neither', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(| src=| on\w+="/);
    expect(written.contentSecurityPolicy).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  test('shows what is written in a schema as text, whatever it is', () => {
    const summary = '<img src="x"> & co';
    const [, operation] = each(routes)[0] ?? expect.fail('no operation');
    const lines = writeReference(describeApi([{ ...operation, summary }])).lines.join('\n');
    expect(lines).toContain('&lt;img src=&quot;x&quot;&gt; &amp; co</h3>');
    expect(lines).not.toContain('<img');
  });
});
