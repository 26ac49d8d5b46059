import * as z from 'zod';
import { councilIds } from '#shared/council/load/find-council.ts';

/** What `npm start` was asked for, in the environment. */
export interface StartRequest {
  readonly council: string;
  readonly port: string;
  readonly startAt?: string;
  readonly echo: boolean;
}

/** What nobody need start to know that it cannot be started; its message is the one line to show. */
export class StartRefused extends Error {}

export const councilDefault = 'example';
const portDefault = '3000';
const Instant = z.iso.datetime({ offset: true });

/** Reads the environment before anything is made or opened. An empty value counts as none. */
export function readStartRequest(
  environment: Readonly<Record<string, string | undefined>>,
): StartRequest {
  const { COUNCIL, PORT, START_AT, ECHO_LOGS } = environment;
  const council = COUNCIL || councilDefault;
  if (!councilIds.includes(council)) {
    throw new StartRefused(`COUNCIL is one of ${councilIds.join(', ')}`);
  }
  if (START_AT && !Instant.safeParse(START_AT).success) {
    throw new StartRefused(`START_AT=${START_AT} is not an instant such as 2026-05-23T09:00:00Z`);
  }
  const startAt = START_AT ? { startAt: START_AT } : {};
  return { council, port: PORT || portDefault, ...startAt, echo: ECHO_LOGS === 'on' };
}

/** What one folder holds is the record of one council, whose rules its cases were decided by. */
export function refuseOtherCouncil(kept: string, asked: string): void {
  if (kept === asked) return;
  throw new StartRefused(
    `this folder belongs to the council ${kept}; choose another LOCAL_FOLDER for ${asked}`,
  );
}
