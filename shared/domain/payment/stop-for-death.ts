import type { CivilDate } from '../calendar/civil-date.ts';
import type { AgreementHead, PayStop } from './agreement-head.ts';

interface NotedDeath extends StoppedBy {
  readonly diedOn: CivilDate;
}

interface StoppedBy {
  readonly by: string;
  readonly on: CivilDate;
}

/** The stop of an agreement whose person has died; undefined where one as firm stands, and where two people
 * have settled the final account, which is paid. An officer's stop is kept within it, because it stands
 * again if the death was a mistake. */
export function stopForDeath(
  { payStop, final }: AgreementHead,
  { by, on, diedOn }: NotedDeath,
): PayStop | undefined {
  if (final || payStop?.kind === 'case-ended') return undefined;
  if (payStop?.kind === 'death') {
    return payStop.diedOn === diedOn ? undefined : { ...payStop, diedOn };
  }
  const officer = payStop?.kind === 'officer' ? { by: payStop.by, on: payStop.on } : undefined;
  return { kind: 'death', by, on, diedOn, ...(officer && { officer }) };
}

/** The stop that is left once a death was taken back. Nothing is paid of itself: finance looks at what
 * fell due, and releases it. */
export function stopAfterReversal(
  { payStop }: AgreementHead,
  reversed: StoppedBy,
): PayStop | undefined {
  if (payStop?.kind !== 'death') return undefined;
  return payStop.officer
    ? { kind: 'officer', ...payStop.officer }
    : { kind: 'death-reversed', by: reversed.by, on: reversed.on };
}
