/** Breaks the n-th call of all that is counted, once: before it has an effect, or after it, so that only
 * its answer is lost. */
export class Breaker {
  calls = 0;
  #at: number | undefined;
  #when: 'before' | 'after' = 'before';

  breakAt(call: number, when: 'before' | 'after'): void {
    this.#at = call;
    this.#when = when;
  }

  async around<T>(act: () => Promise<T>): Promise<T> {
    this.calls += 1;
    const isBroken = this.calls === this.#at;
    if (isBroken && this.#when === 'before') throw new Error('broken before the call');
    const result = await act();
    if (isBroken) throw new Error('broken after the call');
    return result;
  }
}
