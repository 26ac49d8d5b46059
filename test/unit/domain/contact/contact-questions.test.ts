import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { NeedsFound } from '#shared/domain/assessment/needs-found.ts';
import { ContactBody } from '#shared/domain/contact/contact.ts';
import { contactQuestions } from '#shared/domain/contact/questions/contact-questions.ts';

const Shape = z.looseObject({
  type: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  oneOf: z.array(z.unknown()).optional(),
  enum: z.array(z.string()).optional(),
  propertyNames: z.unknown().optional(),
});

interface Field {
  readonly pointer: string;
  readonly codes: readonly string[] | undefined;
}

/** Every field of the body that somebody answers: `-` stands for each item of a list. */
function fieldsOf(schema: unknown, pointer = ''): Field[] {
  const shape = Shape.parse(schema);
  const items = Shape.safeParse(shape.items).data;
  if (shape.oneOf) return shape.oneOf.flatMap((one) => fieldsOf(one, pointer));
  if (shape.properties) {
    return Object.entries(shape.properties).flatMap(([name, value]) =>
      fieldsOf(value, `${pointer}/${name}`),
    );
  }
  if (shape.propertyNames) {
    const names = Shape.parse(shape.propertyNames).enum ?? [];
    return names.map((name) => ({ pointer: `${pointer}/${name}`, codes: undefined }));
  }
  if (items?.properties) return fieldsOf(items, `${pointer}/-`);
  return [{ pointer, codes: items?.enum ?? shape.enum }];
}

const body = z.toJSONSchema(ContactBody, { io: 'input', reused: 'inline' });
const { $defs = {}, ...root } = body;
/** The schema with each reference put in its place. */
function inline(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inline);
  if (typeof value !== 'object' || value === null) return value;
  const name = '$ref' in value && String(value.$ref).split('/').at(-1);
  if (name) return inline($defs[name]);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inline(each)]));
}

const fields = [...new Map(fieldsOf(inline(root)).map((field) => [field.pointer, field])).values()];
const views = NeedsFound.options.map((option) => option.shape.by.value);
const questionsOf = (view: (typeof views)[number]) =>
  contactQuestions(view).flatMap(({ questions }) => questions);
const everyQuestion = views.flatMap(questionsOf);
const everySent = views.flatMap((view) =>
  contactQuestions(view).flatMap(({ sends = [] }) => sends),
);
// Papers are seen by staff.
const forStaffOnly = ['/representatives/-/isPaperSeen'];

describe('The form', () => {
  test('asks for every field of a contact', () => {
    expect(fields.length).toBeGreaterThan(60);
    const asked = new Set([...everyQuestion, ...everySent].map(({ field }) => field));
    for (const field of forStaffOnly) asked.add(field);
    expect(fields.map(({ pointer }) => pointer).filter((pointer) => !asked.has(pointer))).toEqual(
      [],
    );
  });

  test('asks for nothing that a contact does not hold', () => {
    const held = new Set(fields.map(({ pointer }) => pointer));
    expect(everyQuestion.filter(({ field }) => !held.has(field))).toEqual([]);
  });

  test('asks for nothing that only the form can know, but sends it', () => {
    expect(new Set(everySent.map(({ field }) => field))).toEqual(new Set(['/needs/by']));
    expect(new Set(everySent.map(({ value }) => value))).toEqual(new Set(views));
    const fields = everyQuestion.map(({ field }) => field);
    expect(fields).not.toContain('/needs/by');
    for (const field of forStaffOnly) expect(fields).not.toContain(field);
  });

  test('speaks to somebody who asks for themselves as you', () => {
    const own = everyQuestion.map(({ label, labelIfSelf = label, onlyIf }) =>
      onlyIf?.field === '/by/kind' && !onlyIf.isOneOf.includes('self') ? '' : labelIfSelf,
    );
    expect(own.filter((label) => /\bthe person\b|\bthem\b|\bdo they need\b/i.test(label))).toEqual(
      [],
    );
  });

  test('asks for a name only of those who ask for themselves', () => {
    const names = everyQuestion.filter(({ field }) => /^\/person\/(given|family)Name$/.test(field));
    for (const { onlyIf, isOptional } of names) {
      expect(onlyIf?.isOneOf.includes('self')).toBe(!isOptional);
    }
    expect(new Set(names.map(({ isOptional }) => isOptional))).toEqual(new Set([true, false]));
  });

  test('asks who cares for them of no carer', () => {
    const carers = everyQuestion.filter(({ field }) => field.startsWith('/carers/'));
    expect(carers.length).toBeGreaterThan(5);
    for (const { onlyIf } of carers) {
      expect(onlyIf).toEqual({ field: '/about', isOneOf: ['adult'] });
    }
  });

  test('asks of needs in plain words', () => {
    const labels = everyQuestion
      .filter(({ field }) => field.startsWith('/needs/'))
      .map(({ label }) => label);
    expect(labels.length).toBeGreaterThan(20);
    expect(labels.filter((label) => /maintain|managing|nutrition|engag/i.test(label))).toEqual([
      'Washing, eating and managing the day',
    ]);
  });

  test('offers just the codes that a contact takes', () => {
    const coded = everyQuestion.filter(({ field, answer }) => {
      return 'options' in answer && !field.startsWith('/needs/');
    });
    expect(coded.length).toBeGreaterThan(12);
    for (const { field, answer } of coded) {
      const codes = fields.find(({ pointer }) => pointer === field)?.codes;
      const offered = 'options' in answer ? answer.options.map(({ code }) => code) : [];
      expect([field, [...offered].sort()]).toEqual([field, [...(codes ?? [])].sort()]);
    }
  });

  test.each([
    '/person/dateOfBirth',
    '/person/nhsNumber',
    '/person/address',
    '/whatIsHappening',
    '/by/whyWithoutPerson',
    '/risks/-/what',
    '/childAtRisk/whatIsFeared',
    '/needs/outcomes/CA-TOILET',
    '/needs/outcomes/CARER-CHILD',
    '/needs/domains/health-and-safety',
    '/urgentBecause',
    '/risks/-/howSoon',
    '/risks/-/toWhom',
    '/by/phone',
    '/carers/-/phone',
    '/representatives/-/phone',
    '/needsInterpreter',
    '/carers/-/name',
    '/representatives/-/authority',
    '/accessNeeds/professionals',
    '/language',
    '/safeContact/mayLeaveMessage',
    '/sharing/-/agrees',
  ])('says why it asks for %s', (field) => {
    const asked = everyQuestion.find((question) => question.field === field);
    expect(asked).toMatchObject({
      isSensitive: true,
      why: expect.stringMatching(/^[A-Z].{20,}\.$/),
    });
  });

  test('asks of each council by what it decides from', () => {
    const asks = (view: (typeof views)[number], field: string) =>
      questionsOf(view).some((question) => question.field === field);
    expect(asks('adult-outcomes', '/needs/outcomes/CA-TOILET')).toBe(true);
    expect(asks('adult-outcomes', '/needs/domains/daily-routines')).toBe(false);
    expect(asks('facs-domains', '/needs/domains/daily-routines')).toBe(true);
    expect(asks('facs-domains', '/needs/outcomes/CA-TOILET')).toBe(false);
    expect(contactQuestions(undefined).map(({ id }) => id)).not.toContain('needs');
  });

  test('asks a later question only of an answer that an earlier one gives', () => {
    for (const { onlyIf } of everyQuestion) {
      if (!onlyIf) continue;
      const earlier = everyQuestion.find(({ field }) => field === onlyIf.field);
      const codes =
        earlier && 'options' in earlier.answer
          ? earlier.answer.options.map(({ code }) => code)
          : ['true', 'false'];
      expect(codes).toEqual(expect.arrayContaining(onlyIf.isOneOf));
    }
  });
});
