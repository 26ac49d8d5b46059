import { randomUUID } from 'node:crypto';

/** The time and new ids: the two things that no rule may make for itself. */
export interface System {
  /** The instant as ISO 8601 in UTC, to the millisecond. */
  now(): string;
  newId(): string;
}

export const system: System = {
  now: () => new Date().toISOString(),
  newId: () => randomUUID(),
};
