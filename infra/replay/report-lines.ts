import type { Difference } from '#shared/domain/replay/differences.ts';
import type { ReplayResult } from '#shared/domain/replay/replayed.ts';
import type { ReplayedCase, ReplayedDecision } from './replay-case.ts';

const differencesShown = 20;
const valueLengthMax = 120;

/** Whether a case came out as it is recorded, with nothing changed behind the service's back. */
export function isAsRecorded({ decisions, brokenAt }: ReplayedCase): boolean {
  return brokenAt === undefined && !decisions.some(({ result }) => isWrong(result));
}

function isWrong({ is }: ReplayResult): boolean {
  return is === 'different' || is === 'unworkable';
}

/** A case and its decisions, each with what became of it. */
export function caseLines({ caseId, decisions, brokenAt }: ReplayedCase): string[] {
  const width = Math.max(...decisions.map(({ what }) => what.length), 0);
  return [
    `case ${caseId}`,
    ...decisions.flatMap((decision) => decisionLines(decision, width)),
    ...(decisions.length === 0 ? ['  nothing was determined, allocated or charged'] : []),
    ...(brokenAt === undefined
      ? []
      : [`  RECORD CHANGED: from event ${brokenAt} on, its chain of digests does not hold`]),
  ];
}

function decisionLines({ event, on, what, told, result }: ReplayedDecision, width: number) {
  const start = `  ${on}  event ${`${event}`.padStart(4)}  ${what.padEnd(width)}  `;
  const differences = 'differences' in result ? result.differences : [];
  return [
    `${start}${told === '' ? '' : `${told}: `}${verdictOf(result)}`,
    ...differences.slice(0, differencesShown).flatMap(differenceLines),
    ...(differences.length > differencesShown
      ? [`      and ${differences.length - differencesShown} more`]
      : []),
  ];
}

function verdictOf(result: ReplayResult): string {
  switch (result.is) {
    case 'same':
      return 'the same';
    case 'retold':
      return 'the same, told otherwise';
    case 'different':
      return 'DIFFERENT';
    case 'unworkable':
      return `CANNOT BE WORKED: ${result.why}`;
    case 'left-out':
      return `left out: ${result.why}`;
  }
}

function differenceLines({ at, recorded, worked }: Difference): string[] {
  return [
    `      ${at}`,
    `        recorded  ${shown(recorded)}`,
    `        worked    ${shown(worked)}`,
  ];
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > valueLengthMax ? `${text.slice(0, valueLengthMax)}...` : text;
}

/** What it all came to, in a line. */
export function summaryLine(cases: readonly ReplayedCase[]): string {
  const results = cases.flatMap(({ decisions }) => decisions.map(({ result }) => result));
  const count = (...kinds: readonly ReplayResult['is'][]) =>
    results.filter(({ is }) => kinds.includes(is)).length;
  const broken = cases.filter(({ brokenAt }) => brokenAt !== undefined).length;
  const leftOut = count('left-out');
  const retold = count('retold');
  return [
    `${cases.length} case${cases.length === 1 ? '' : 's'}`,
    `${results.length - leftOut} decisions worked again`,
    ...(leftOut > 0 ? [`${leftOut} left out`] : []),
    ...(retold > 0 ? [`${retold} told otherwise`] : []),
    ...(broken > 0 ? [`${broken} record${broken === 1 ? '' : 's'} changed`] : []),
    `${count('different', 'unworkable') || 'no'} difference${count('different', 'unworkable') === 1 ? '' : 's'}`,
  ].join(', ');
}
