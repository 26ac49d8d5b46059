import type { Activity, LocalClock } from './ports.ts';

interface Due {
  readonly instant: number;
  readonly name: string;
  readonly run: () => Promise<void>;
}

// setTimeout takes at most 2^31 - 1 ms; a later due instant is simply looked at again then.
const TIMER_MAX_MS = 2_000_000_000;

/** The clock of the local stack. Real time moves it; `advanceTo` moves it further, and the offset is
 * shared memory so that every worker thread's `Date` agrees at once. `saveOffset` keeps it. */
export function createClock(
  activity: Activity,
  startOffsetMs: number,
  saveOffset: (offsetMs: number) => void,
): LocalClock & { stop(): void } {
  const sharedOffset = new Float64Array(new SharedArrayBuffer(8));
  sharedOffset[0] = startOffsetMs;
  const dues = new Set<Due>();
  let timer: NodeJS.Timeout | undefined;
  let isAdvancing = false;
  let isStopped = false;

  const now = (): number => Date.now() + (sharedOffset[0] ?? 0);
  const earliest = (): Due | undefined => {
    let first: Due | undefined;
    for (const due of dues) if (!first || due.instant < first.instant) first = due;
    return first;
  };
  const fire = async (due: Due): Promise<void> => {
    dues.delete(due);
    const done = activity.begin(`due: ${due.name}`);
    try {
      await due.run();
    } finally {
      done();
    }
  };
  const setOffset = (instant: number): void => {
    const ahead = instant - Date.now();
    if (ahead <= (sharedOffset[0] ?? 0)) return;
    sharedOffset[0] = ahead;
    saveOffset(ahead);
  };
  const arm = (): void => {
    clearTimeout(timer);
    const next = earliest();
    if (!next || isAdvancing || isStopped) return;
    const waitMs = Math.min(Math.max(next.instant - now(), 0), TIMER_MAX_MS);
    timer = setTimeout(() => {
      const reached = earliest();
      if (reached && reached.instant <= now()) void fire(reached);
      arm();
    }, waitMs);
    timer.unref();
  };

  return {
    sharedOffset,
    now,
    at(instant, name, run) {
      const due: Due = { instant, name, run };
      dues.add(due);
      arm();
      return () => {
        dues.delete(due);
      };
    },
    async advanceTo(instant) {
      if (isAdvancing) throw new Error('the clock is already being advanced');
      isAdvancing = true;
      clearTimeout(timer);
      try {
        await activity.whenIdle();
        for (let due = earliest(); due && due.instant <= instant; due = earliest()) {
          setOffset(due.instant);
          await fire(due);
          await activity.whenIdle();
        }
        setOffset(instant);
      } finally {
        isAdvancing = false;
        arm();
      }
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
