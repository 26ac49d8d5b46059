/** A request that has been read whole, and the answer to it. */
export interface HttpRequest {
  readonly method: string;
  /** Path and query as they stood in the request line. */
  readonly target: string;
  readonly httpVersion: string;
  /** Names and values by turns, in the order and case in which they came. */
  readonly rawHeaders: readonly string[];
  readonly sourceIp: string;
  readonly body: Buffer;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
}

export function jsonAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

/** The gateway's own answers: one message each, and nothing about why. */
export const gatewayAnswers = {
  badRequest: jsonAnswer(400, { message: 'Bad Request' }),
  forbidden: jsonAnswer(403, { message: 'Forbidden' }),
  notFound: jsonAnswer(404, { message: 'Not Found' }),
  tooLarge: jsonAnswer(413, { message: 'Request Entity Too Large' }),
  tooManyRequests: jsonAnswer(429, { message: 'Too Many Requests' }),
  internalServerError: jsonAnswer(500, { message: 'Internal Server Error' }),
  serviceUnavailable: jsonAnswer(503, { message: 'Service Unavailable' }),
} as const;
