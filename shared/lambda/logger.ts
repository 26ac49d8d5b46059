import { LogFormatter, Logger, LogItem } from '@aws-lambda-powertools/logger';
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types';
import { inOurFiles } from './source-place.ts';

/** Names the invocation and leaves out what is the same on every line of a function's log: ARN,
 * name and memory were more than half of each line, and lines are paid for by their length. */
class BriefFormatter extends LogFormatter {
  formatAttributes(line: UnformattedAttributes, additional: LogAttributes): LogItem {
    const { lambdaContext } = line;
    const attributes = {
      level: line.logLevel,
      message: line.message,
      timestamp: this.formatTimestamp(line.timestamp),
      service: line.serviceName,
      ...(lambdaContext?.coldStart && { cold_start: true }),
      function_request_id: lambdaContext?.awsRequestId,
      xray_trace_id: line.xRayTraceId,
    };
    return new LogItem({ attributes }).addAttributes(additional);
  }
}

/** The one logger. Messages carry ids, states and reasons: never a name, a date of birth, free
 * text, a whole event or a whole error. */
export const logger = new Logger({ logFormatter: new BriefFormatter() });

/** What may be said of a fault: its name, and where it happened, without its message, because a
 * library's message may quote what it was given. */
export function describeFault(fault: unknown): { fault: string; at: string } {
  if (!(fault instanceof Error)) return { fault: typeof fault, at: '' };
  const frames = (fault.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    fault: fault.name,
    at: frames
      .slice(0, 6)
      .map((line) => inOurFiles(line.trim()))
      .join(' | '),
  };
}
