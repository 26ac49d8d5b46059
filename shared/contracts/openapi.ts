import * as z from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import packageJson from '../../package.json' with { type: 'json' };
import { describeFields } from './meanings/describe-fields.ts';
import type { OperationFacts } from './operation.ts';
import { Problem } from './problems.ts';

/** The OpenAPI 3.1 document of the given operations, from the very schemas that check requests. It
 * is written to `openapi.json`, which the service serves; a test fails when the two differ. */
export function describeApi(operations: readonly OperationFacts[]): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of [...operations].sort(byPath)) {
    const known = paths[operation.path] ?? {};
    paths[operation.path] = { ...known, [operation.method.toLowerCase()]: describe(operation) };
  }
  const document = createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Adult social care',
      version: packageJson.version,
      description:
        'The journey of an adult or a carer, from first contact to support that is paid for and ' +
        'reviewed. Amounts are whole pence; dates are civil dates in Europe/London. Refusals are ' +
        'problems as RFC 9457 has them.',
    },
    tags: [...new Set(operations.map(({ tag }) => tag))].sort().map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        staff: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        resident: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
  });
  return describeFields(document);
}

function byPath(a: OperationFacts, b: OperationFacts): number {
  return `${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1;
}

function describe(operation: OperationFacts): ZodOpenApiOperationObject {
  const { access, roles, body, ifMatch, creates } = operation;
  const headers: z.ZodRawShape = {
    ...Object.fromEntries(
      Object.entries(operation.headers).map(([name, description]) => [
        name,
        z.string().min(1).meta({ description }),
      ]),
    ),
    ...(creates ? { 'Idempotency-Key': IdempotencyKey } : {}),
    ...(ifMatch ? { 'If-Match': ifMatchOf(ifMatch) } : {}),
  };
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: [operation.tag],
    ...(roles.length > 0 ? { description: `Roles: ${roles.join(', ')}.` } : {}),
    security: access === 'public' ? [] : [{ [access]: [] }],
    requestParams: {
      path: asObject(operation.params),
      query: asObject(operation.query),
      header: z.object(headers),
    },
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } }
      : {}),
    responses: {
      [`${operation.answerStatus}`]: {
        description: 'Done',
        content: {
          [operation.answerType]: { schema: operation.answer },
          ...(operation.answersPageToo ? { 'text/html': { schema: printablePage } } : {}),
        },
      },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: Problem } },
      },
    },
  };
}

const printablePage = z.string().meta({ description: 'The same, as a page to print' });

const IdempotencyKey = z
  .string()
  .regex(/^[\w-]{16,80}$/)
  .meta({ description: 'A random id; the same when the request is tried again' });

function ifMatchOf(record: string): z.ZodType {
  return z
    .string()
    .optional()
    .meta({ description: `The ETag of the ${record} that was read, once there is one` });
}

function asObject(schema: z.ZodType): z.ZodObject {
  if (schema instanceof z.ZodObject) return schema;
  throw new Error('parameters are described by an object');
}
