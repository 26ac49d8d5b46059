import { callerVariable } from '../caller.ts';
import { account } from '../template/account.ts';
import type { FunctionDefinition } from './function-definition.ts';

/** The whole environment of a function's thread: nothing of the machine's own shows through. */
export function functionEnvironment(
  definition: FunctionDefinition,
  endpoints: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    AWS_REGION: account.region,
    AWS_DEFAULT_REGION: account.region,
    // Well-formed and worthless: the SDK insists on signing what it sends.
    AWS_ACCESS_KEY_ID: 'AKIALOCALLOCALLOCAL0',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    // Tells the local services which function asks, where on AWS its role would tell.
    [callerVariable]: definition.name,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMegabytes),
    AWS_LAMBDA_LOG_GROUP_NAME: definition.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    LAMBDA_TASK_ROOT: definition.codeFolder,
    ...definition.variables,
    // Last, so that what the template sends elsewhere stays on this machine.
    ...endpoints,
  };
}
