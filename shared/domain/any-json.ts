import * as z from 'zod';

type Json = z.infer<ReturnType<typeof z.json>>;

/** Any JSON, under a name: zod's own has none, and the document would make one up. */
export const AnyJson: z.ZodType<Json> = z
  .lazy(() =>
    z.union([
      z.string(),
      z.number(),
      z.boolean(),
      z.null(),
      z.array(AnyJson),
      z.record(z.string(), AnyJson),
    ]),
  )
  .meta({ id: 'AnyJson', description: 'Any JSON' });
