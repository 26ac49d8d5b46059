import type * as z from 'zod';
import type { JsonAnswer } from '../ports.ts';

export function answered(body: object): JsonAnswer {
  return { status: 200, body };
}

export function refused(type: string, message: string): JsonAnswer {
  return { status: 400, body: { __type: type, message } };
}

/** One operation: its input is read by the shape, and what does not fit is named. */
export function operation<Shape extends z.ZodType>(
  shape: Shape,
  run: (input: z.infer<Shape>) => JsonAnswer,
): (body: unknown) => JsonAnswer {
  return (body) => {
    const parsed = shape.safeParse(body);
    if (parsed.success) return run(parsed.data);
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return refused('ValidationException', faults.join('; '));
  };
}

/** A page's token is the number of its last row. */
export function pageToken(lastNumber: number): string {
  return Buffer.from(String(lastNumber)).toString('base64url');
}

export function pageStart(token: string | undefined, first: number): number | undefined {
  if (token === undefined) return first;
  const text = Buffer.from(token, 'base64url').toString();
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
