import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

// In a process of its own, because the logger writes to the stream that the process was started with.
const script = `
  const { logger } = await import(process.argv[1]);
  const context = {
    functionName: 'staff-api',
    invokedFunctionArn: 'arn:aws:lambda:eu-west-2:000000000000:function:staff-api',
    memoryLimitInMB: '1024',
  };
  for (const awsRequestId of ['request-1', 'request-2']) {
    logger.addContext({ ...context, awsRequestId });
    logger.info('answered', { status: 200 });
  }
`;
const file = new URL('../../../shared/lambda/logger.ts', import.meta.url).href;
const env = {
  ...process.env,
  POWERTOOLS_LOG_LEVEL: 'INFO',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
};
const given = ['--input-type=module', '--eval', script, file];
const written = execFileSync(process.execPath, given, { env });
const [first = '', second = ''] = written.toString().split('\n');

test('A line of the log names its invocation and what it says, and nothing that every line would', () => {
  expect(JSON.parse(second)).toEqual({
    level: 'INFO',
    message: 'answered',
    timestamp: expect.any(String),
    service: expect.any(String),
    function_request_id: 'request-2',
    status: 200,
  });
});

test('Only the first call of a function says that it has just been started', () => {
  expect(JSON.parse(first)).toMatchObject({ cold_start: true, function_request_id: 'request-1' });
});
