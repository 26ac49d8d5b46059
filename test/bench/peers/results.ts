import { type Measure, median, rangeOf, sum } from '../measures/measure.ts';
import { tableOf } from '../print-table.ts';
import type { CpuSeconds } from './cpu-time.ts';

/** So many journeys on one side, and the CPU seconds that they took. */
export interface Round {
  readonly side: string;
  readonly journeys: number;
  readonly cpu: CpuSeconds;
}

/** The table: journeys per CPU-second of each side, and where its CPU time went. */
export function resultsOf(rounds: readonly Round[]): string {
  const sides = [...new Set(rounds.map(({ side }) => side))];
  return tableOf(
    sides.flatMap((side) => measuresOf(rounds.filter((round) => round.side === side))),
    {},
  );
}

function measuresOf(rounds: readonly Round[]): Measure[] {
  const side = rounds[0]?.side ?? '';
  const rates = rounds.map(({ journeys, cpu }) => journeys / sum([...cpu.values()]));
  const programs = [...new Set(rounds.flatMap(({ cpu }) => [...cpu.keys()]))];
  return [
    lineOf(side, `${side}: journeys per CPU-second`, rates),
    ...programs
      .map((program) => {
        const spent = rounds.map(
          ({ journeys, cpu }) => ((cpu.get(program) ?? 0) / journeys) * 1_000,
        );
        return lineOf(`${side}/${program}`, `  ${program}: CPU ms per journey`, spent);
      })
      // What hardly shows, such as a shell that only waits, would hide what does.
      .filter(({ value }) => value >= 1),
  ];
}

function lineOf(id: string, name: string, values: readonly number[]): Measure {
  return { id, name, value: median(values), range: rangeOf(values) };
}
