import * as z from 'zod';

/** A JSON Schema, as far as our own document uses it. */
export const Shape = z.looseObject({
  $ref: z.string().optional(),
  type: z
    .union([z.string(), z.array(z.string())])
    .transform((type) => [type].flat())
    .default([]),
  description: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  default: z.unknown().optional(),
  examples: z.array(z.unknown()).optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  required: z.array(z.string()).default([]),
  get properties(): z.ZodOptional<z.ZodRecord<z.ZodString, typeof Shape>> {
    return z.record(z.string(), Shape).optional();
  },
  get propertyNames(): z.ZodOptional<typeof Shape> {
    return Shape.optional();
  },
  get additionalProperties(): z.ZodOptional<z.ZodUnion<readonly [z.ZodBoolean, typeof Shape]>> {
    return z.union([z.boolean(), Shape]).optional();
  },
  get items(): z.ZodOptional<typeof Shape> {
    return Shape.optional();
  },
  get oneOf(): z.ZodOptional<z.ZodArray<typeof Shape>> {
    return z.array(Shape).optional();
  },
  get anyOf(): z.ZodOptional<z.ZodArray<typeof Shape>> {
    return z.array(Shape).optional();
  },
  get allOf(): z.ZodOptional<z.ZodArray<typeof Shape>> {
    return z.array(Shape).optional();
  },
});
export type Shape = z.infer<typeof Shape>;

/** The shape of whatever JSON there is. */
export const anyJson: Shape = Shape.parse({});

const Content = z.record(z.string(), z.object({ schema: Shape }));
const Parameter = z.object({
  in: z.enum(['path', 'query', 'header']),
  name: z.string(),
  required: z.boolean().default(false),
  schema: Shape,
});
export type Parameter = z.infer<typeof Parameter>;

const DescribedOperation = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string().optional(),
  tags: z.tuple([z.string()]),
  security: z.array(z.record(z.string(), z.unknown())),
  parameters: z.array(Parameter).default([]),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ content: Content })),
});
export type DescribedOperation = z.infer<typeof DescribedOperation>;

/** The parts of the OpenAPI document that a page for people is made from. */
export const DescribedApi = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  tags: z.array(z.object({ name: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), DescribedOperation)),
  components: z.object({ schemas: z.record(z.string(), Shape) }),
});
export type DescribedApi = z.infer<typeof DescribedApi>;

/** The shapes of the document that have names of their own. */
export type NamedShapes = DescribedApi['components']['schemas'];

export function nameOf(shape: Shape): string | undefined {
  return shape.$ref?.split('/').at(-1);
}

/** The shape itself, where it was only named; what stands beside the name narrows what it names. */
export function resolve(shape: Shape, named: NamedShapes): Shape {
  const name = nameOf(shape);
  if (name === undefined) return shape;
  const { $ref, type, required, ...narrowed } = shape;
  const target = named[name];
  if (!target) throw new Error(`the document has no schema ${name}`);
  const found = resolve(target, named);
  return { ...found, ...narrowed, required: [...found.required, ...required] };
}

/** The forms between which a shape leaves the choice; a shape that leaves none has none. */
export function formsOf(shape: Shape): readonly Shape[] {
  return shape.oneOf ?? shape.anyOf ?? [];
}
