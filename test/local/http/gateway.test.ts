import { expect, test, vi } from 'vitest';
import { apiDeployment, gatewayUnderTest } from '#test/support/local/fixture-api.ts';

const open = { 'POST /contacts': {}, 'GET /contacts/{id}': {} };

function jsonBody(answer: { body: string | Buffer }): unknown {
  return JSON.parse(String(answer.body));
}

test('A function behind the gateway sees a request as AWS would show it', async () => {
  const { functions, send } = gatewayUnderTest(apiDeployment(open));
  await send('GET /contacts/a%20b?team=north&team=south&q=x%26y', {
    headers: [
      ...['Accept', 'text/html', 'ACCEPT', 'application/json', 'Cookie', 'a=1; b=2'],
      ...['X-Forwarded-For', '10.0.0.1', 'Connection', 'keep-alive'],
    ],
  });
  expect(functions.events).toEqual([
    {
      version: '2.0',
      routeKey: 'GET /contacts/{id}',
      rawPath: '/contacts/a b',
      rawQueryString: 'team=north&team=south&q=x%26y',
      cookies: ['a=1', 'b=2'],
      headers: {
        accept: 'text/html,application/json',
        'content-length': '0',
        host: 'care.example',
        'user-agent': 'test',
        'x-amzn-trace-id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
        'x-forwarded-for': '10.0.0.1, 127.0.0.1',
        'x-forwarded-port': '443',
        'x-forwarded-proto': 'https',
      },
      queryStringParameters: { team: 'north,south', q: 'x&y' },
      pathParameters: { id: 'a b' },
      requestContext: {
        accountId: '000000000000',
        apiId: 'api-Api',
        domainName: 'care.example',
        domainPrefix: 'care',
        http: {
          method: 'GET',
          path: '/contacts/a b',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'test',
        },
        requestId: expect.any(String),
        routeKey: 'GET /contacts/{id}',
        stage: '$default',
        time: '02/Mar/2026:09:00:00 +0000',
        timeEpoch: Date.parse('2026-03-02T09:00:00Z'),
      },
      isBase64Encoded: false,
    },
  ]);
});

test.each([
  ['application/json', false],
  ['application/json; charset=utf-8', false],
  ['text/plain', false],
  ['application/xml', false],
  ['application/merge-patch+json', true],
  ['application/x-www-form-urlencoded', true],
  ['application/octet-stream', true],
  [undefined, true],
])('A body of type %s arrives in base64: %s', async (type, isBase64Encoded) => {
  const { functions, send } = gatewayUnderTest(apiDeployment(open));
  const headers = type === undefined ? [] : ['Content-Type', type];
  await send('POST /contacts', { headers, body: '{"é":1}' });
  const body = isBase64Encoded ? Buffer.from('{"é":1}').toString('base64') : '{"é":1}';
  expect(functions.events).toEqual([expect.objectContaining({ body, isBase64Encoded })]);
});

test.each([
  [
    { statusCode: 201, body: 'made', headers: { 'Content-Type': 'text/plain', 'X-N': 1 } },
    201,
    'made',
    { 'content-type': 'text/plain', 'x-n': '1' },
  ],
  [
    { statusCode: 200, body: 'bWFkZQ==', isBase64Encoded: true },
    200,
    'made',
    { 'content-type': 'application/json' },
  ],
  [{ statusCode: 200, cookies: ['a=1', 'b=2'] }, 200, '', { 'set-cookie': ['a=1', 'b=2'] }],
  [{ statusCode: 204 }, 204, '', {}],
  [{ any: 'object' }, 200, '{"any":"object"}', { 'content-type': 'application/json' }],
  ['a text', 200, 'a text', { 'content-type': 'application/json' }],
  [{ statusCode: 'soon' }, 500, '{"message":"Internal Server Error"}', {}],
])('The answer %j becomes a response', async (payload, status, body, headers) => {
  const { functions, send } = gatewayUnderTest(apiDeployment(open));
  functions.result = { ok: true, payload };
  const answer = await send('POST /contacts');
  expect([answer.status, String(answer.body)]).toEqual([status, body]);
  expect(answer.headers).toMatchObject(headers);
});

const fault = { ok: false, errorType: 'Error', errorMessage: 'the secret reason' } as const;

test.each([
  ['fails', { ...fault, fault: 'function' }, 500, 'Internal Server Error'],
  ['is cut off', { ...fault, fault: 'timeout' }, 500, 'Internal Server Error'],
  ['has no capacity left', { ...fault, fault: 'throttled' }, 503, 'Service Unavailable'],
  [
    'cannot take so much',
    { ...fault, fault: 'function', errorType: 'RequestEntityTooLargeException' },
    413,
    'Request Entity Too Large',
  ],
] as const)(
  'A function that %s is answered for by the gateway',
  async (_what, result, status, message) => {
    const { functions, send } = gatewayUnderTest(apiDeployment(open));
    functions.result = result;
    const answer = await send('POST /contacts');
    expect([answer.status, jsonBody(answer)]).toEqual([status, { message }]);
  },
);

test('The gateway waits thirty seconds for a function and no longer', async () => {
  vi.useFakeTimers();
  try {
    const { functions, send } = gatewayUnderTest(apiDeployment(open));
    functions.result = 'never';
    const sent = send('POST /contacts');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await sent).toMatchObject({ status: 503, body: '{"message":"Service Unavailable"}' });
  } finally {
    vi.useRealTimers();
  }
});

test('A path that no route fits is not found', async () => {
  const { functions, send } = gatewayUnderTest(apiDeployment(open));
  expect(await send('GET /nowhere')).toMatchObject({
    status: 404,
    body: '{"message":"Not Found"}',
  });
  expect(functions.events).toEqual([]);
});

test('A path that cannot be decoded is a bad request', async () => {
  const { send } = gatewayUnderTest(apiDeployment(open));
  expect(await send('GET /contacts/%E0%A4%A')).toMatchObject({ status: 400 });
});

test('Each route lets its burst pass at once, and then its rate', async () => {
  const throttle = (burst: number, rate: number) => ({
    ThrottlingBurstLimit: burst,
    ThrottlingRateLimit: rate,
  });
  const { clock, send } = gatewayUnderTest(
    apiDeployment(open, {
      DefaultRouteSettings: throttle(1, 1),
      RouteSettings: { 'POST /contacts': throttle(3, 2) },
    }),
  );
  const statuses = async (line: string, count: number): Promise<number[]> => {
    const answers = [];
    for (let sent = 0; sent < count; sent += 1) answers.push(await send(line));
    return answers.map(({ status }) => status);
  };
  expect(await statuses('POST /contacts', 4)).toEqual([200, 200, 200, 429]);
  expect(await statuses('GET /contacts/1', 2)).toEqual([200, 429]);
  clock.now += 1000;
  expect(await statuses('POST /contacts', 3)).toEqual([200, 200, 429]);
  clock.now += 60 * 60 * 1000;
  expect(await statuses('POST /contacts', 4)).toEqual([200, 200, 200, 429]);
  const refused = await send('POST /contacts');
  expect(jsonBody(refused)).toEqual({ message: 'Too Many Requests' });
});

test('The access log tells by route, in the template format', async () => {
  const Format =
    '{"route":"$context.routeKey","status":$context.status,"at":"$context.requestTime","error":"$context.authorizer.error"}';
  const { accessLines, send } = gatewayUnderTest(
    apiDeployment(open, { AccessLogSettings: { DestinationArn: 'arn', Format } }),
  );
  await send('GET /contacts/c-1');
  await send('GET /nowhere');
  const at = '02/Mar/2026:09:00:00 +0000';
  expect(accessLines.map((line) => JSON.parse(line))).toEqual([
    { route: 'GET /contacts/{id}', status: 200, at, error: '-' },
    { route: '-', status: 404, at, error: '-' },
  ]);
});

test.each([
  ['a variable of the access log', { AccessLogSettings: { Format: '$context.moon' } }, /moon/],
  ['settings for a route that is not there', { RouteSettings: { 'GET /gone': {} } }, /GET \/gone/],
  ['a property of the stage', { ClientCertificateId: 'x' }, /ClientCertificateId/],
])('A template with %s that the gateway lacks is refused', (_what, stage, message) => {
  expect(() => gatewayUnderTest(apiDeployment(open, stage))).toThrow(message);
});
