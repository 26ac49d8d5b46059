import { randomUUID } from 'node:crypto';
import { callerOf } from '../caller.ts';
import type { JsonService } from '../ports.ts';
import { type HttpAnswer, type HttpRequest, jsonAnswer } from './messages.ts';
import { headerValue } from './proxy-event.ts';

/** One request to a service other than the table, as a benchmark counts it. */
export interface AwsCall {
  /** The service and the operation, as the target header names them. */
  readonly target: string;
  /** The name of the function that asked, as its SDK client gives it. */
  readonly caller: string;
  /** What was asked. */
  readonly body: string;
}

/** The services that the SDK calls, behind one address: the target header says which is meant. */
export function createAwsServices(
  services: readonly JsonService[],
  now: () => number,
  onCall: (call: AwsCall) => void = () => {},
): (request: HttpRequest) => Promise<HttpAnswer> {
  const byTarget = new Map(services.map((service) => [service.target, service]));

  return async (request) => {
    const target = headerValue(request, 'x-amz-target') ?? '';
    const asked = request.body.toString();
    onCall({ target, caller: callerOf(headerValue(request, 'user-agent')), body: asked });
    const dot = target.indexOf('.');
    const service = byTarget.get(target.slice(0, dot));
    const { status, body } = service
      ? await service.handle(target.slice(dot + 1), JSON.parse(asked || '{}'))
      : unknownTarget(target);
    return jsonAnswer(status, body, {
      'content-type': headerValue(request, 'content-type') ?? 'application/x-amz-json-1.0',
      'x-amzn-requestid': randomUUID(),
      // In local time: from any other the SDK would conclude that its own clock is wrong, and send
      // a refused request a second time.
      date: new Date(now()).toUTCString(),
    });
  };
}

function unknownTarget(target: string) {
  const message = `the local stack has no service behind "${target}"`;
  return { status: 400, body: { __type: 'UnknownOperationException', message } };
}
