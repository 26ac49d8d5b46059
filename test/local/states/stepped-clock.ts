import type { LocalClock } from '#infra/local/ports.ts';

/** A clock that stands until it is advanced, and then waits for no work: with it a function can still
 * be at work when its time is up. */
export class SteppedClock implements LocalClock {
  readonly sharedOffset = new Float64Array(1);
  #nowMs = Date.parse('2026-04-06T09:00:00Z');
  readonly #dues = new Map<() => Promise<void>, number>();

  now(): number {
    return this.#nowMs;
  }

  /** How many instants somebody still waits for. */
  get dueCount(): number {
    return this.#dues.size;
  }

  at(instant: number, _name: string, run: () => Promise<void>): () => void {
    this.#dues.set(run, instant);
    return () => this.#dues.delete(run);
  }

  async advanceTo(instant: number): Promise<void> {
    this.#nowMs = instant;
    for (const [run, due] of [...this.#dues]) {
      if (due > instant) continue;
      this.#dues.delete(run);
      await run();
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
