/** Tells whoever waits how far the run has come, beside the table that is its result. */
export function progress(text: string): void {
  const seconds = Math.round(process.uptime());
  process.stderr.write(`${String(seconds).padStart(5)} s  ${text}\n`);
}
