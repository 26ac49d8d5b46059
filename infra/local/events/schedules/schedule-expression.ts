import { compileCron } from './cron.ts';
import { instantOf } from './zone-time.ts';

/** The instants at which a schedule is due. */
export interface Occurrences {
  /** The first one after the instant. */
  next(after: number): number | undefined;
}

const unitMs: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/** Reads `cron(...)`, `rate(...)` and `at(...)` as EventBridge Scheduler does: in the zone's time, so
 * that 08:00 stays 08:00 when the clocks change; a time that does not exist is skipped and one that
 * exists twice fires once. A rate counts hours, not dates, from its beginning. */
export function readExpression(expression: string, zone: string, begunAt: number): Occurrences {
  const [, kind, argument] = /^(cron|rate|at)\((.*)\)$/.exec(expression) ?? [];
  if (kind === undefined || argument === undefined) throw unknownExpression(expression);
  if (kind === 'cron') return compileCron(argument, zone);
  if (kind === 'at') return once(argument, zone, expression);
  const [, count, unit] = /^(\d+) (minute|hour|day)s?$/.exec(argument) ?? [];
  const everyMs = Number(count) * (unitMs[unit ?? ''] ?? 0);
  if (!(everyMs > 0)) throw unknownExpression(expression);
  return {
    next(after) {
      const passed = Math.floor((after - begunAt) / everyMs);
      return begunAt + Math.max(0, passed + 1) * everyMs;
    },
  };
}

function once(argument: string, zone: string, expression: string): Occurrences {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)$/.exec(argument);
  if (!parts) throw unknownExpression(expression);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map(Number);
  const instant = instantOf({ year, month, day, hour, minute, second }, zone);
  return {
    next: (after) => (instant !== undefined && instant > after ? instant : undefined),
  };
}

function unknownExpression(expression: string): Error {
  return new Error(`the local stack does not know the schedule expression ${expression}`);
}
