import { sumPence } from '../../../../domain/money/pence.ts';

/** Amounts by what they are about, of which one side is added and the other taken off: what is left are the
 * differences. What comes out even is forgotten, so that a whole table is looked at with little in mind. */
export class Amounts {
  readonly #left = new Map<string, number>();

  add(about: string, pence: number): void {
    const sum = sumPence([this.#left.get(about) ?? 0, pence]);
    if (sum === 0) this.#left.delete(about);
    else this.#left.set(about, sum);
  }

  get left(): readonly (readonly [about: string, pence: number])[] {
    return [...this.#left];
  }
}
