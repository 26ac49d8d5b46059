import { describe, expect, it } from 'vitest';
import { progressBar } from '#infra/progress-bar.ts';

function drawn(isTTY: boolean, total: number, steps: readonly number[]): string[] {
  const written: string[] = [];
  const draw = progressBar(
    { isTTY, write: (text: string) => written.push(text) },
    'Reading',
    total,
  );
  for (const step of steps) draw(step);
  return written;
}

describe('A progress bar', () => {
  it('is drawn over itself once for each percent, and ends its line', () => {
    expect(drawn(true, 1000, [0, 4, 500, 505, 1000, 1000])).toEqual([
      `\rReading [${'.'.repeat(30)}]   0%`,
      `\rReading [${'#'.repeat(15)}${'.'.repeat(15)}]  50%`,
      `\rReading [${'#'.repeat(30)}] 100%\n`,
    ]);
  });

  it('is full where there is nothing to do', () => {
    expect(drawn(true, 0, [0])).toEqual([`\rReading [${'#'.repeat(30)}] 100%\n`]);
  });

  it('is not drawn where no terminal looks on', () => {
    expect(drawn(false, 10, [0, 5, 10])).toEqual([]);
  });
});
