import { addDays, type CivilDate, daysBetween } from '../../calendar/civil-date.ts';
import type { Pence } from '../../money/pence.ts';
import { accept, type Outcome, refuse } from '../../outcome.ts';
import type { ChargeInput } from '../input/charge-input.ts';

type WeeklyCharge = (input: ChargeInput, reductions: readonly Pence[]) => Outcome<Pence>;

// Longer than the Care Act has been in force, and short enough to be worked while somebody waits.
const weeksMax = 1040;

/** What capital that was given up has gone down by, in pence, one for each item of capital: for each
 * week it counted, by as much as it made that week's charge higher (SI 2014/2672 reg 23). Nothing
 * where no such capital counts. Each week is worked under the rates of its first day. Refuses what
 * the charge of one of the weeks refuses, and `invalid-input` for more than twenty years. */
export function notionalReductions(
  input: ChargeInput,
  chargeOf: WeeklyCharge,
): Outcome<readonly Pence[]> {
  const from = firstDayCounted(input);
  if (from === undefined || input.assessment.kind !== 'full') return accept([]);
  const weeks = Math.floor(daysBetween(from, input.on) / 7);
  if (weeks > weeksMax) {
    return refuse('invalid-input', 'Capital that was given up counts for twenty years.', '/on');
  }
  let reductions: readonly Pence[] = input.capital.map(() => 0);
  for (let week = 0; week < weeks && isAnyLeft(input, reductions); week += 1) {
    const on = addDays(from, week * 7);
    const higher = chargeOf({ ...input, on }, reductions);
    if (!higher.accepted) return higher;
    const without = input.capital.filter(({ kind }) => kind !== 'notional');
    const lower = chargeOf({ ...input, on, capital: without }, []);
    if (!lower.accepted) return lower;
    reductions = takeOff(input, { on, pence: higher.value - lower.value, reductions });
  }
  return accept(reductions);
}

function firstDayCounted({ capital }: ChargeInput): CivilDate | undefined {
  let first: CivilDate | undefined;
  for (const { kind, countedFrom } of capital) {
    if (kind !== 'notional' || countedFrom === undefined) continue;
    if (first === undefined || countedFrom < first) first = countedFrom;
  }
  return first;
}

function isAnyLeft({ capital }: ChargeInput, reductions: readonly Pence[]): boolean {
  return capital.some(
    ({ kind, valuePence }, place) => kind === 'notional' && (reductions[place] ?? 0) < valuePence,
  );
}

/** Takes a week's difference off what counts that day, the first item first. */
function takeOff(
  { capital }: ChargeInput,
  week: { readonly on: CivilDate; readonly pence: Pence; readonly reductions: readonly Pence[] },
): readonly Pence[] {
  let toTake = week.pence;
  return capital.map(({ kind, valuePence, countedFrom }, place) => {
    const reduced = week.reductions[place] ?? 0;
    const isCounted = kind === 'notional' && countedFrom !== undefined && countedFrom <= week.on;
    const taken = isCounted ? Math.min(toTake, valuePence - reduced) : 0;
    toTake -= taken;
    return reduced + taken;
  });
}
