import * as z from 'zod';
import { fieldMeanings } from './field-meanings.ts';

const Tree = z.record(z.string(), z.unknown());

/** An OpenAPI document in which every field that says nothing of itself says what it means, as far as
 * the tables of meanings know it. A shape with a name says what a day or an amount is; what this one
 * is for, only the field's own meaning tells. */
export function describeFields(document: object): object {
  const told = (value: unknown, owner: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => told(each, owner));
    const tree = Tree.safeParse(value).data;
    if (!tree) return value;
    return Object.fromEntries(
      Object.entries(tree).map(([key, part]) => {
        if (key === 'properties') return [key, fieldsOf(part, owner)];
        if (key === 'schemas') return [key, shapesOf(part)];
        return [key, told(part, owner)];
      }),
    );
  };
  const shapesOf = (shapes: unknown): unknown =>
    Object.fromEntries(
      Object.entries(Tree.parse(shapes)).map(([name, shape]) => [name, told(shape, name)]),
    );
  const fieldsOf = (fields: unknown, owner: string): unknown =>
    Object.fromEntries(
      Object.entries(Tree.parse(fields)).map(([name, field]) => {
        const shape = Tree.parse(told(field, name));
        const meaning = meaningOf(owner, name);
        const isUntold = meaning !== undefined && shape['description'] === undefined;
        return [name, isUntold ? { ...shape, description: meaning } : shape];
      }),
    );
  return Tree.parse(told(document, ''));
}

/** What is answered in the shape that is also sent has a second name in the document. */
function meaningOf(owner: string, name: string): string | undefined {
  const sent = owner.replace(/Output$/, '');
  return fieldMeanings[`${sent}.${name}`] ?? fieldMeanings[name];
}
