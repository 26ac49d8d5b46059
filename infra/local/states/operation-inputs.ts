import * as z from 'zod';
import { ExecutionStatus } from './executions/execution-store.ts';

// What a caller may ask. A member that AWS knows and this does not is refused by name, not ignored.

const Arn = z.string().min(1).max(256);
const Data = z.string().max(262_144);
const ErrorName = z.string().max(256).optional();
const Cause = z.string().max(32_768).optional();
const Page = {
  maxResults: z.int().min(0).max(1000).default(100),
  nextToken: z.string().optional(),
};

export const StartExecution = z.strictObject({
  stateMachineArn: Arn,
  name: z.string().optional(),
  input: Data.default('{}'),
});

export const SendTaskSuccess = z.strictObject({ taskToken: z.string(), output: Data });

export const SendTaskFailure = z.strictObject({
  taskToken: z.string(),
  error: ErrorName,
  cause: Cause,
});

export const DescribeExecution = z.strictObject({ executionArn: Arn });

export const ListExecutions = z.strictObject({
  stateMachineArn: Arn,
  statusFilter: ExecutionStatus.optional(),
  ...Page,
});

export const StopExecution = z.strictObject({
  executionArn: Arn,
  error: ErrorName,
  cause: Cause,
});

export const GetExecutionHistory = z.strictObject({
  executionArn: Arn,
  includeExecutionData: z.literal(true).optional(),
  reverseOrder: z.boolean().default(false),
  ...Page,
});
