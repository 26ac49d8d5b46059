import {
  type CancellationReason,
  DynamoDBServiceException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';

/** Refusals that pass by themselves: nothing was written, and the same request may succeed. */
const passing: ReadonlySet<string> = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'TransactionConflictException',
  'TransactionInProgressException',
]);
const passingReasons: ReadonlySet<string> = new Set([
  'None',
  'ProvisionedThroughputExceeded',
  'ThrottlingError',
  'TransactionConflict',
]);

/** Another transaction held the item at that moment: worth trying again at once. */
export function isConflict(error: unknown): boolean {
  if (error instanceof TransactionCanceledException) {
    return (error.CancellationReasons ?? []).every(isPassing);
  }
  return error instanceof DynamoDBServiceException && error.name === 'TransactionConflictException';
}

/** Whether the table was too busy or out of reach, rather than asked for something it never
 * does. */
export function isBusy(error: unknown): boolean {
  if (isConflict(error)) return true;
  if (!(error instanceof DynamoDBServiceException)) return isOutOfReach(error);
  return passing.has(error.name) || error.$fault === 'server';
}

function isPassing({ Code = 'None' }: CancellationReason): boolean {
  return passingReasons.has(Code);
}

const outOfReach: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'TimeoutError',
]);

/** The connection broke or the answer did not come: whether a write was carried out is not known,
 * and the same request tried again finds its own event. */
function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return outOfReach.has(code) || outOfReach.has(error.name);
}
