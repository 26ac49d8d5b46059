import type * as z from 'zod';

/** The variables that an entry declares, or an error that names each one missing or wrong: a
 * function that lacks one fails at its start and not, unnoticed, weeks later. */
export function readEnvironment<T>(schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => issue.path.join('.') || issue.message);
  throw new Error(`environment variables missing or wrong: ${names.join(', ')}`);
}
