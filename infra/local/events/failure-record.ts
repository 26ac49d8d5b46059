import type { InvokeResult } from '../ports.ts';
import { account, arn } from '../template/account.ts';

/** What Lambda sends to an on-failure destination of an asynchronous invocation. */
export function asyncFailureRecord(event: {
  readonly requestId: string;
  readonly functionName: string;
  readonly payload: unknown;
  readonly condition: 'RetriesExhausted' | 'EventAgeExceeded';
  readonly invokeCount: number;
  readonly at: number;
  /** Absent when the event grew too old before it could be tried. */
  readonly result?: Extract<InvokeResult, { ok: false }>;
}): unknown {
  const { result } = event;
  return {
    version: '1.0',
    timestamp: new Date(event.at).toISOString(),
    requestContext: {
      requestId: event.requestId,
      functionArn: `${arn('lambda', `function:${event.functionName}`)}:$LATEST`,
      condition: event.condition,
      approximateInvokeCount: event.invokeCount,
    },
    requestPayload: event.payload,
    ...(result && {
      responseContext: {
        statusCode: 200,
        executedVersion: '$LATEST',
        functionError: 'Unhandled',
      },
      responsePayload: { errorType: result.errorType, errorMessage: result.errorMessage },
    }),
  };
}

/** The attributes that EventBridge and its scheduler put on what they could not deliver. */
export function undeliverableAttributes(targetArn: string, sourceArn: string) {
  return {
    ERROR_CODE: 'INTERNAL_ERROR',
    ERROR_MESSAGE: 'The target did not accept the event',
    TARGET_ARN: targetArn,
    RULE_ARN: sourceArn,
    ACCOUNT: account.id,
  };
}
