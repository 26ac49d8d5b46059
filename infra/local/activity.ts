import type { Activity } from './ports.ts';

/** Counts the work under way by name. Idle means that nothing is, and that a turn of the loop later
 * nothing is either, because one piece of work often begins the next as it ends. */
export function createActivity(): Activity {
  const underWay = new Map<string, number>();
  let waiters: (() => void)[] = [];

  const begin = (name: string): (() => void) => {
    underWay.set(name, (underWay.get(name) ?? 0) + 1);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      const left = (underWay.get(name) ?? 1) - 1;
      if (left > 0) underWay.set(name, left);
      else underWay.delete(name);
      if (underWay.size > 0) return;
      const released = waiters;
      waiters = [];
      for (const release of released) release();
    };
  };

  const whenIdle = async (limitMs = 60_000): Promise<void> => {
    const deadline = performance.now() + limitMs;
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (underWay.size === 0) return;
      const leftMs = deadline - performance.now();
      if (leftMs <= 0) {
        throw new Error(`still busy after ${limitMs} ms: ${[...underWay.keys()].join(', ')}`);
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, leftMs);
        waiters.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  };

  return { begin, whenIdle };
}
