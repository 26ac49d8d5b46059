/** An event of a case as it lies in the record: the body and the state after it are read by whoever
 * works it again. */
export interface DecidedEvent {
  readonly sequence: number;
  readonly type: string;
  readonly body: unknown;
  readonly after: unknown;
}
