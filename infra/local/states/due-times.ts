import type { LocalClock } from '../ports.ts';

/** At most one due instant for each key. */
export class DueTimes {
  readonly #clock: LocalClock;
  readonly #cancels = new Map<string, () => void>();

  constructor(clock: LocalClock) {
    this.#clock = clock;
  }

  arm(key: string, instant: number, run: () => void): void {
    this.cancel(key);
    const cancel = this.#clock.at(instant, `states: ${key}`, async () => {
      this.#cancels.delete(key);
      run();
    });
    this.#cancels.set(key, cancel);
  }

  cancel(key: string): void {
    this.#cancels.get(key)?.();
    this.#cancels.delete(key);
  }

  clear(): void {
    for (const cancel of this.#cancels.values()) cancel();
    this.#cancels.clear();
  }
}
