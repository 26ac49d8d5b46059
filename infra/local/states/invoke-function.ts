import type { FunctionHost, InvokeResult } from '../ports.ts';
import { asFailure } from './state-failure.ts';
import type { Answer } from './threads/thread.ts';

/** Asks a function and gives its answer as `lambda:invoke` words it, with AWS's names of errors. */
export async function invokeFunction(
  host: FunctionHost,
  functionName: string,
  payload: unknown,
): Promise<Answer> {
  try {
    return answerOf(await host.invoke(functionName, payload));
  } catch (fault) {
    return { ok: false, error: 'Lambda.ServiceException', cause: asFailure(fault).cause };
  }
}

function answerOf(result: InvokeResult): Answer {
  if (result.ok) {
    const payload = result.payload ?? null;
    return { ok: true, result: { ExecutedVersion: '$LATEST', Payload: payload, StatusCode: 200 } };
  }
  const { errorType, errorMessage } = result;
  if (result.fault === 'throttled') {
    return { ok: false, error: 'Lambda.TooManyRequestsException', cause: errorMessage };
  }
  return { ok: false, error: errorType, cause: JSON.stringify({ errorMessage, errorType }) };
}
