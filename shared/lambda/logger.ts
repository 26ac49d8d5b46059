import { Logger } from '@aws-lambda-powertools/logger';

/** The one logger. Messages carry ids, states and reasons: never a name, a date of birth, free text, a
 * whole event or a whole error. */
export const logger = new Logger();

/** What may be said of a fault: its name, and where it happened, without its message, because a
 * library's message may quote what it was given. */
export function describeFault(fault: unknown): { fault: string; at: string } {
  if (!(fault instanceof Error)) return { fault: typeof fault, at: '' };
  const frames = (fault.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    fault: fault.name,
    at: frames
      .slice(0, 6)
      .map((line) => line.trim())
      .join(' | '),
  };
}
