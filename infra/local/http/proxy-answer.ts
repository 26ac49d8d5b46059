import * as z from 'zod';
import type { InvokeResult } from '../ports.ts';
import { gatewayAnswers, type HttpAnswer, jsonAnswer } from './messages.ts';

const headerText = z.union([z.string(), z.number(), z.boolean()]).transform(String);
// Loose: the gateway passes over what it does not know in an answer.
const withStatus = z.looseObject({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), headerText).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.union([z.string(), z.number(), z.boolean()]).nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** What the gateway makes of a function's answer in payload format 2.0. */
function proxyAnswer(payload: unknown): HttpAnswer {
  if (typeof payload !== 'object' || payload === null || !('statusCode' in payload)) {
    // An answer without a status is the body itself.
    return typeof payload === 'string'
      ? { ...jsonAnswer(200, null), body: payload }
      : jsonAnswer(200, payload);
  }
  const parsed = withStatus.safeParse(payload);
  if (!parsed.success) return gatewayAnswers.internalServerError;
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const text = String(body ?? '');
  const named = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    status: statusCode,
    headers: {
      'content-type': 'application/json',
      ...Object.fromEntries(named),
      ...(cookies && cookies.length > 0 && { 'set-cookie': cookies }),
    },
    body: isBase64Encoded ? Buffer.from(text, 'base64') : text,
  };
}

/** A function that failed, was cut off or had no capacity says nothing of it to the caller. */
export function answerOf(result: InvokeResult): HttpAnswer {
  if (result.ok) return proxyAnswer(result.payload);
  if (result.fault === 'throttled') return gatewayAnswers.serviceUnavailable;
  return result.errorType === 'RequestEntityTooLargeException'
    ? gatewayAnswers.tooLarge
    : gatewayAnswers.internalServerError;
}
