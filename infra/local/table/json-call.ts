import * as z from 'zod';

/** An error answer of a service behind the AWS JSON protocol. */
export class JsonCallError extends Error {
  /** The error's short name, such as `ResourceNotFoundException`. */
  readonly code: string;
  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

const errorBody = z.looseObject({ __type: z.string(), message: z.string().optional() });

/** Calls one operation of a DynamoDB-compatible endpoint. The endpoint judges no signature but wants
 * the headers of one, and the stream's client is not among the packages, so plain fetch it is. */
export async function jsonCall<T>(
  endpoint: string,
  target: `DynamoDB_20120810.${string}` | `DynamoDBStreams_20120810.${string}`,
  body: unknown,
  answer: z.ZodType<T>,
): Promise<T> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'x-amz-target': target,
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-date': '20000101T000000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=local/20000101/eu-west-2/dynamodb/aws4_request, ' +
        'SignedHeaders=x-amz-date, Signature=local',
    },
    body: JSON.stringify(body),
  });
  const read: unknown = await response.json();
  if (response.ok) return answer.parse(read);
  const { __type, message } = errorBody.parse(read);
  throw new JsonCallError(__type.split('#').at(-1) ?? __type, message ?? 'no message');
}
