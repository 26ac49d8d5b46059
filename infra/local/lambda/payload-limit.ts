import type { InvokeResult } from '../ports.ts';

// Lambda's limit for a synchronous request and for its answer.
const payloadMaxBytes = 6 * 1024 * 1024;

export function isTooLarge(payload: string): boolean {
  return Buffer.byteLength(payload) > payloadMaxBytes;
}

const errorTypes = {
  Request: 'RequestEntityTooLargeException',
  Response: 'Function.ResponseSizeTooLarge',
} as const;

export function tooLarge(which: keyof typeof errorTypes): InvokeResult {
  return {
    ok: false,
    fault: 'function',
    errorType: errorTypes[which],
    errorMessage: `${which} payload size exceeded the limit of ${payloadMaxBytes} bytes`,
  };
}
