import { accept, type Outcome, refuse } from '../../outcome.ts';
import type { ChargeInput } from './charge-input.ts';

const notBuilt = {
  'top-up': 'A top-up for a dearer care home (Care Act 2014 s30) is not worked out here.',
  'deferred-payment': 'A deferred payment (Care Act 2014 s34) is not worked out here.',
};

/** What no sum can be worked from: refuses `not-offered-here`, `amount-out-of-range` for an amount
 * below nothing or with a fraction of a penny, and `invalid-input` for a stay that is none. */
export function checkInput(input: ChargeInput): Outcome<ChargeInput> {
  const [asked] = input.alsoAsked;
  if (asked !== undefined) return refuse('not-offered-here', notBuilt[asked], '/alsoAsked');
  const pointer = pointerToBadAmount(input, '');
  if (pointer !== undefined) {
    const detail = 'An amount is in whole pence and never below nothing.';
    return refuse('amount-out-of-range', detail, pointer);
  }
  return checkStay(input);
}

/** A stay for a time lasts up to 52 weeks, or exceptionally a little longer; up to 8 weeks of it
 * may be charged for as care at home is (SI 2014/2672 reg 2, reg 8). */
function checkStay(input: ChargeInput): Outcome<ChargeInput> {
  const { setting } = input;
  if (setting.kind !== 'care-home-for-a-time') return accept(input);
  if (setting.usesHomeRules && setting.expectedWeeks > 8) {
    const detail = 'Only a stay of up to 8 weeks may be charged for as care at home is.';
    return refuse('invalid-input', detail, '/setting/usesHomeRules');
  }
  if (setting.expectedWeeks > 52 && setting.exceptionalReason === undefined) {
    const detail = 'A stay of more than 52 weeks needs exceptional circumstances.';
    return refuse('invalid-input', detail, '/setting/exceptionalReason');
  }
  return accept(input);
}

/** Where an amount of pence stands that is not one. Whatever is worked from has passed a schema
 * already; this keeps a caller's slip from becoming somebody's bill. */
function pointerToBadAmount(part: object, pointer: string): string | undefined {
  for (const [name, value] of Object.entries(part)) {
    const here = `${pointer}/${name}`;
    if (typeof value === 'object' && value !== null) {
      const within = pointerToBadAmount(value, here);
      if (within !== undefined) return within;
    } else if (isAmountName(name) && !(Number.isSafeInteger(value) && value >= 0)) {
      return here;
    }
  }
  return undefined;
}

function isAmountName(name: string): boolean {
  return name === 'pence' || name.endsWith('Pence');
}
