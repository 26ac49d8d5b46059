import type { LocalKnobs } from '../local/local-knobs.ts';
import type { RateBook } from '../rates/rate-book.ts';
import type { RateYear } from '../rates/rate-year.ts';
import type { CareSetting } from './care-lines.ts';
import type { ChargeInput } from './charge-input.ts';

/** Everything that one charge is worked from. */
export interface Situation {
  readonly input: ChargeInput;
  readonly rates: RateYear;
  readonly book: RateBook;
  readonly knobs: LocalKnobs;
}

/** Whether the sum is that for care at home: also for a short stay in a care home, where the
 * council chooses so (SI 2014/2672 reg 8). */
export function paysByHomeRules(setting: CareSetting): boolean {
  return (
    setting.kind === 'home' || (setting.kind === 'care-home-for-a-time' && setting.usesHomeRules)
  );
}
