import * as z from 'zod';
import { readTokenRequest, type TokenRequest } from '../issuer/token-request.ts';
import type { Activity, LocalClock } from '../ports.ts';
import { addDuration } from './duration.ts';
import { gatewayAnswers, type HttpAnswer, type HttpRequest, jsonAnswer } from './messages.ts';
import type { SentNotification } from './notify-double.ts';
import { splitTarget } from './proxy-event.ts';

interface LocalPorts {
  readonly clock: LocalClock;
  readonly activity: Activity;
  sign(request: TokenRequest): string;
  wipeExecutions(): Promise<void>;
  notifications(): readonly SentNotification[];
  /** Where the table is and whose it is, for commands that work on it directly. */
  readonly table: {
    readonly endpoint: string;
    readonly name: string;
    readonly council: string;
  };
}

const clockRequest = z.union([
  z.strictObject({ advanceTo: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advanceBy: z.string() }),
]);

export const localPrefix = '/local/';

/** What only one machine offers, beside the API and never part of it: the clock, tokens, idleness,
 * the loss of every execution, the messages that would have gone out, and where the table is. */
export function createLocalEndpoints(
  ports: LocalPorts,
): (request: HttpRequest) => Promise<HttpAnswer> {
  const now = (): HttpAnswer => jsonAnswer(200, { now: new Date(ports.clock.now()).toISOString() });
  const advance = async (request: z.infer<typeof clockRequest>): Promise<HttpAnswer> => {
    const target = instantOf(request, ports.clock.now());
    if (target === undefined) return unusable('advanceBy is a duration such as P6W or P1D');
    if (target < ports.clock.now()) return unusable('the clock only goes forwards');
    await ports.clock.advanceTo(target);
    return now();
  };
  // One advance at a time: whoever asks second starts from where the first one led.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<HttpAnswer>): Promise<HttpAnswer> => {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  };
  const endpoints: Readonly<Record<string, (body: unknown) => Promise<HttpAnswer> | HttpAnswer>> = {
    'GET /local/clock': now,
    'POST /local/clock': (body) => inTurn(() => advance(clockRequest.parse(body))),
    'POST /local/idle': async () => {
      await ports.activity.whenIdle();
      return now();
    },
    'POST /local/tokens': (body) => jsonAnswer(200, { token: ports.sign(readTokenRequest(body)) }),
    'POST /local/wipe-executions': async () => {
      await ports.wipeExecutions();
      return now();
    },
    'GET /local/table': () => jsonAnswer(200, ports.table),
    'GET /local/notifications': () => jsonAnswer(200, { notifications: ports.notifications() }),
  };

  return async ({ method, target, body }) => {
    const endpoint = endpoints[`${method} ${splitTarget(target).path}`];
    if (!endpoint) return gatewayAnswers.notFound;
    try {
      return await endpoint(JSON.parse(body.toString() || '{}'));
    } catch (error) {
      if (error instanceof z.ZodError) return unusable(z.prettifyError(error));
      if (error instanceof SyntaxError) return unusable('the body is not JSON');
      // Only this machine's own developer calls here, and is helped by the reason.
      return jsonAnswer(500, { message: error instanceof Error ? error.message : String(error) });
    }
  };
}

function instantOf(request: z.infer<typeof clockRequest>, now: number): number | undefined {
  return 'advanceTo' in request
    ? Date.parse(request.advanceTo)
    : addDuration(now, request.advanceBy);
}

function unusable(message: string): HttpAnswer {
  return jsonAnswer(400, { message });
}
