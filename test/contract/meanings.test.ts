import { describe, expect, test } from 'vitest';
import { publicRoutes, staffRoutes } from '#functions/every-route.ts';
import {
  anyJson,
  DescribedApi,
  formsOf,
  nameOf,
  resolve,
  type Shape,
} from '#shared/contracts/docs/described-api.ts';
import { fieldMeanings } from '#shared/contracts/meanings/field-meanings.ts';
import { describeApi } from '#shared/contracts/openapi.ts';

const api = DescribedApi.parse(describeApi([...publicRoutes, ...staffRoutes]));
const named = api.components.schemas;
const operations = Object.values(api.paths).flatMap((methods) => Object.values(methods));

interface Field {
  readonly owner: string;
  readonly name: string;
  readonly isDescribed: boolean;
  /** Its own words say what it is for, and not only its type what a day or an amount is. */
  readonly saysWhatFor: boolean;
}

/** Every field below a shape, each named shape once. */
function fieldsBelow(shape: Shape, owner: string, seen: Set<string>): Field[] {
  const name = nameOf(shape);
  if (name !== undefined) {
    if (seen.has(name)) return [];
    seen.add(name);
    return fieldsBelow(named[name] ?? anyJson, name, seen);
  }
  const { properties = {}, items, additionalProperties: others } = shape;
  const inside = [items, others, ...formsOf(shape)].filter((part) => typeof part === 'object');
  return [
    ...Object.entries(properties).flatMap(([field, inner]) => [
      {
        owner,
        name: field,
        isDescribed: saysWhatItMeans(inner),
        saysWhatFor: inner.description !== undefined || !isDayOrAmount(inner),
      },
      ...fieldsBelow(inner, field, seen),
    ]),
    ...inside.flatMap((part) => fieldsBelow(part, owner, seen)),
  ];
}

/** A field that takes one value only is told by that value. */
function saysWhatItMeans(shape: Shape): boolean {
  return shape.const !== undefined || resolve(shape, named).description !== undefined;
}

function isDayOrAmount(shape: Shape): boolean {
  return ['CivilDate', 'Pence', 'SignedPence', 'EnteredPence'].includes(nameOf(shape) ?? '');
}

function undescribed(fields: readonly Field[]): string[] {
  return [
    ...new Set(
      fields.filter(({ isDescribed }) => !isDescribed).map(({ owner, name }) => `${owner}.${name}`),
    ),
  ];
}

const sent = operations.flatMap(({ requestBody }) =>
  Object.values(requestBody?.content ?? {}).map(({ schema }) => schema),
);
const answered = operations.flatMap(({ responses }) =>
  Object.values(responses).flatMap(({ content }) =>
    Object.values(content).map(({ schema }) => schema),
  ),
);
const seenInBodies = new Set<string>();
const inBodies = sent.flatMap((shape) => fieldsBelow(shape, 'value', seenInBodies));
const seenInAnswers = new Set<string>();
const inAnswers = answered.flatMap((shape) => fieldsBelow(shape, 'value', seenInAnswers));

describe('The API reference says what a field means', () => {
  test('of every field that can be sent (shared/contracts/meanings says it, or its schema)', () => {
    expect(inBodies.length).toBeGreaterThan(1_000);
    expect(undescribed(inBodies)).toEqual([]);
  });

  test('of every day and every amount that can be sent, besides that it is one', () => {
    const unsaid = inBodies.filter(({ saysWhatFor }) => !saysWhatFor);
    expect(unsaid.map(({ owner, name }) => `${owner}.${name}`)).toEqual([]);
  });

  test('of all but a known number of fields that are answered, which may only fall', () => {
    expect(undescribed(inAnswers).length).toBeLessThanOrEqual(241);
  });

  test('and no meaning is kept for a field that there is not', () => {
    const fields = [...inBodies, ...inAnswers];
    const names = new Set(
      fields.flatMap(({ owner, name }) => [name, `${owner.replace(/Output$/, '')}.${name}`]),
    );
    expect(Object.keys(fieldMeanings).filter((key) => !names.has(key))).toEqual([]);
  });
});

test('Every shape of the document has a name that somebody gave it', () => {
  expect(Object.keys(named).filter((name) => name.startsWith('__'))).toEqual([]);
});
