import * as z from 'zod';

const Text = z.record(z.string(), z.string());

/** The parts of API Gateway's payload 2.0 that we read; AWS may add others. */
export const HttpEvent = z.looseObject({
  routeKey: z.string(),
  rawPath: z.string(),
  headers: Text.default({}),
  queryStringParameters: Text.default({}),
  pathParameters: Text.default({}),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.looseObject({
    requestId: z.string(),
    http: z.looseObject({ method: z.string() }),
    authorizer: z
      .looseObject({ jwt: z.looseObject({ claims: z.record(z.string(), z.unknown()) }) })
      .optional(),
  }),
});
export type HttpEvent = z.infer<typeof HttpEvent>;

export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const bodyBytesMax = 256 * 1024;

/** Half of a character, which JSON can write down, is text that nothing could keep. */
function wellFormed(_name: string, value: unknown): unknown {
  if (typeof value === 'string' && !value.isWellFormed()) throw new SyntaxError('half a character');
  return value;
}

export type BodyProblem = 'unreadable' | 'body-too-large' | 'media-type-unsupported';
export type ReadBody =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: BodyProblem };

/** The JSON that was sent, or why it cannot be read. An absent body is `undefined`. */
export function readBody(event: HttpEvent): ReadBody {
  if (event.body === undefined || event.body === '') return { ok: true, value: undefined };
  const type = event.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return { ok: false, problem: 'media-type-unsupported' };
  const bytes = Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > bodyBytesMax) return { ok: false, problem: 'body-too-large' };
  try {
    return { ok: true, value: JSON.parse(bytes.toString('utf8'), wellFormed) };
  } catch {
    return { ok: false, problem: 'unreadable' };
  }
}
