import * as z from 'zod';

const Shape = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  $ref: z.string().optional(),
});
type Shape = z.infer<typeof Shape>;

/** One form that a body may take: the fields whose values tell it from other forms, and all fields. */
export interface BodyForm {
  readonly tags: Readonly<Record<string, unknown>>;
  readonly fields: Readonly<Record<string, Shape>>;
}

/** The forms of a body, from its own schema. */
export function formsOf(schema: z.ZodType): BodyForm[] {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  const definitions = Shape.parse(root)['$defs'];
  const resolve = (value: unknown): Shape => {
    const shape = Shape.parse(value);
    if (!shape.$ref) return shape;
    const name = shape.$ref.split('/').at(-1) ?? '';
    return resolve(z.record(z.string(), z.unknown()).parse(definitions)[name]);
  };
  const flatten = (shape: Shape): Shape[] => {
    const options = shape.oneOf ?? shape.anyOf;
    return options ? options.flatMap((option) => flatten(resolve(option))) : [shape];
  };
  const forms = flatten(resolve(root));
  return forms.map(({ properties = {} }) => {
    const fields = Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [name, resolve(value)]),
    );
    // One of several forms may be told by any of a few values.
    const tags = Object.entries(fields).flatMap(([name, field]) => {
      const tag = field.const ?? (forms.length > 1 ? field.enum?.[0] : undefined);
      return tag === undefined ? [] : [[name, tag]];
    });
    return { fields, tags: Object.fromEntries(tags) };
  });
}

/** A value that a field of this shape never takes. */
export function wrongFor(field: Shape): unknown {
  const isText = [field, ...(field.anyOf ?? []).map((form) => Shape.parse(form))].some(
    (form) => form.type === 'string' || typeof form.const === 'string',
  );
  return isText ? { not: 'text' } : 'not of this type';
}
