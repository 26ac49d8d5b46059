/** Where a bar is drawn: the error stream, so that what the command prints stays clean. */
export interface BarStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const width = 30;

/** Draws how much of a whole is done, on one line that it writes over. Where no terminal looks on it
 * draws nothing. */
export function progressBar(
  stream: BarStream,
  label: string,
  total: number,
): (done: number) => void {
  let drawn = -1;
  return (done) => {
    const percent = total === 0 ? 100 : Math.floor((done * 100) / total);
    if (stream.isTTY !== true || percent === drawn) return;
    drawn = percent;
    const filled = Math.floor((percent * width) / 100);
    const bar = '#'.repeat(filled).padEnd(width, '.');
    stream.write(`\r${label} [${bar}] ${`${percent}`.padStart(3)}%${percent === 100 ? '\n' : ''}`);
  };
}
