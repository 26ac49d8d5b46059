import * as z from 'zod';
import type { Resource } from './deployment.ts';

/** A resource's properties, read with a strict schema: one that the part does not know stops the
 * start with its name, so that nothing in the template is silently left out. */
export function readProperties<T>(resource: Resource, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(resource.properties);
  if (parsed.success) return parsed.data;
  const problems = z.prettifyError(parsed.error);
  throw new Error(`${resource.path} (${resource.type}) cannot run on one machine:\n${problems}`);
}

/** A property that is known and changes nothing on one machine: tags, keys, descriptions. */
export const withoutEffect = z.unknown().optional();
