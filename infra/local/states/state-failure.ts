/** A failure with an error name, as Retry, Catch and the end of an execution know it. */
export class StateFailure extends Error {
  readonly error: string;
  override readonly cause: string;

  constructor(error: string, cause: string) {
    super(`${error}: ${cause}`);
    this.error = error;
    this.cause = cause;
  }
}

export function queryFailure(cause: string): StateFailure {
  return new StateFailure('States.QueryEvaluationError', cause);
}

/** A fault of the interpreter itself fails the execution as AWS does, and is not retried or caught. */
export function asFailure(fault: unknown): StateFailure {
  if (fault instanceof StateFailure) return fault;
  return new StateFailure('States.Runtime', fault instanceof Error ? fault.message : String(fault));
}
