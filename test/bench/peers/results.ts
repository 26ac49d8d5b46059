import { type Measure, median, rangeOf, sum } from '../measures/measure.ts';
import { tableOf } from '../print-table.ts';
import type { CpuSeconds } from './cpu-time.ts';

/** So many journeys on one side, and the CPU seconds that they took. */
export interface Round {
  readonly side: string;
  readonly journeys: number;
  readonly cpu: CpuSeconds;
}

/** Half the throughput of a plain service is what the whole of this one should reach. */
const multipleMax = 2;

/** The table: journeys per CPU-second of each side, where its CPU time went, and what a journey on the
 * first side takes as a multiple of the same round's on each other side. */
export function resultsOf(rounds: readonly Round[]): string {
  const names = [...new Set(rounds.map(({ side }) => side))];
  const sides = names.map((name) => rounds.filter(({ side }) => side === name));
  const [ours = [], ...others] = sides;
  return tableOf(
    [...sides.flatMap(measuresOf), ...others.map((other) => multipleOf(ours, other))],
    {},
  );
}

function measuresOf(rounds: readonly Round[]): Measure[] {
  const side = nameOf(rounds);
  const rates = rounds.map((round) => 1_000 / millisecondsOf(round));
  const programs = [...new Set(rounds.flatMap(({ cpu }) => [...cpu.keys()]))];
  return [
    lineOf(`${side}: journeys per CPU-second`, rates),
    ...programs
      .map((program) =>
        lineOf(
          `  ${program}: CPU ms per journey`,
          rounds.map(({ journeys, cpu }) => ((cpu.get(program) ?? 0) / journeys) * 1_000),
        ),
      )
      // What hardly shows, such as a shell that only waits, would hide what does.
      .filter(({ value }) => value >= 1),
  ];
}

function multipleOf(ours: readonly Round[], other: readonly Round[]): Measure {
  const multiples = ours.flatMap((round, place) => {
    const beside = other[place];
    return beside ? [millisecondsOf(round) / millisecondsOf(beside)] : [];
  });
  const line = lineOf(`A journey's CPU time as a multiple of: ${nameOf(other)}`, multiples);
  return { ...line, aim: multipleMax };
}

function millisecondsOf({ journeys, cpu }: Round): number {
  return (sum([...cpu.values()]) / journeys) * 1_000;
}

function nameOf(rounds: readonly Round[]): string {
  return rounds[0]?.side ?? '';
}

function lineOf(name: string, values: readonly number[]): Measure {
  return { id: name, name, value: median(values), range: rangeOf(values) };
}
