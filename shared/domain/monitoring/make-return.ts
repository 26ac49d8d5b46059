import type { AgreementDecision, AgreementState } from '../agreement/agreement-state.ts';
import type { Moment } from '../case/change.ts';
import { accept, refuse } from '../outcome.ts';
import { paymentLaw } from '../payment/payment-law.ts';
import { surplusOf } from './account-figures.ts';
import {
  type MonitoringReturn,
  outsidePlanOf,
  reserveOf,
  wrongFigures,
} from './monitoring-return.ts';

/** Records what a payee shows of an account, or shows anew after a question. Refuses `wrong-stage` unless
 * it was asked for, and by name, with the difference, figures that do not add up or differ from what was
 * paid. */
export function makeReturn(
  agreement: AgreementState,
  about: { readonly input: MonitoringReturn; readonly surplusWeeks: number },
  moment: Moment,
): AgreementDecision {
  const { input, surplusWeeks } = about;
  const { monitoring, weeklyPence } = agreement;
  if (!monitoring?.figures) return refuse('wrong-stage', 'No return is asked for at present.');
  if (monitoring.status === 'made') {
    return refuse('wrong-stage', 'The return that was made is being looked at.');
  }
  const { figures, from, to } = monitoring;
  const wrong = wrongFigures(input, figures);
  if (wrong) return wrong;
  const made = {
    event: moment.event,
    by: moment.actor.id,
    closingPence: input.closingPence,
    reservePence: reserveOf(input),
    outsidePlanPence: outsidePlanOf(input),
  };
  const surplusPence = surplusOf(made, { weeklyPence, surplusWeeks });
  return accept({
    type: 'return-made',
    body: {
      ...input,
      ...figures,
      from,
      to,
      surplusPence,
      surplusWeeks,
      rule: paymentLaw('monitoring', moment.today),
    },
    next: { ...agreement, monitoring: { ...monitoring, status: 'made', due: null, made } },
  });
}
