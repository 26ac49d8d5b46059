import type { CaseState } from '../../case/case-state.ts';
import type { CaseDecision, Moment } from '../../case/change.ts';
import { lawOn } from '../../codes/law-in-force.ts';
import { accept } from '../../outcome.ts';
import type { DraftedSide } from './assessment-draft.ts';

/** Notes that the person has said all that they want to say, so that whoever assesses them learns of it.
 * What they say later stands beside it, and asks nobody once more; undefined where there is nothing new to
 * tell. */
export function finishOwnAccount(
  state: CaseState,
  { form, version, isFinished }: DraftedSide,
  moment: Moment,
): CaseDecision | undefined {
  if (!isFinished || state.ownAccount !== undefined) return undefined;
  return accept({
    type: 'own-account-finished',
    body: {
      form,
      version,
      rule: lawOn(moment.today, {
        careAct: 'Care Act 2014 s9(5); SI 2014/2827 reg 2',
        before: 'NHS and Community Care Act 1990 s47(1)(a)',
      }),
    },
    next: { ...state, ownAccount: moment.event },
  });
}
