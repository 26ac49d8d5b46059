import type { SelfFunding } from './charge.ts';
import type { CareSetting } from './input/care-lines.ts';
import type { ChargeInput } from './input/charge-input.ts';
import type { LocalKnobs } from './local/local-knobs.ts';

/** Who arranges the care of somebody who can pay for all of it, and what that may cost. The person
 * does, with advice; or asks the council, which must at home and may in a care home (Care Act 2014
 * s18(3)); or the council must, where the person lacks capacity and nobody is authorised (s18(4)).
 * A fee may be asked only for the duty of s18(3) (SI 2014/2672 reg 5). */
export function selfFunding(
  route: ChargeInput['selfFundingRoute'],
  setting: CareSetting,
  fee: LocalKnobs['arrangementFee'],
): SelfFunding {
  switch (route) {
    case undefined:
      return { route: 'not-chosen', councilsPart: 'advice', law: 'Care Act 2014 s4, s18' };
    case 'own-arrangements':
      return { route, councilsPart: 'advice', law: 'Care Act 2014 s4' };
    case 'nobody-authorised':
      return { route, councilsPart: 'duty', law: 'Care Act 2014 s18(4)' };
    case 'asks-council':
      if (setting.kind !== 'home') {
        return { route, councilsPart: 'power', law: 'Care Act 2014 s19' };
      }
      return {
        route,
        councilsPart: 'duty',
        law: 'Care Act 2014 s18(3)',
        ...(fee === undefined ? {} : { arrangementFee: fee }),
      };
  }
}
