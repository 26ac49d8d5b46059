import { recordPenceMax } from '../bacs/payment-file.ts';
import { checkTwoKeys } from '../budget/two-keys.ts';
import type { CivilDate } from '../calendar/civil-date.ts';
import { directPaymentReviewDue } from '../calendar/clocks.ts';
import type { CaseState } from '../case/case-state.ts';
import type { Moment } from '../case/change.ts';
import { hasDied } from '../case/ending/note-death.ts';
import { accept, type Outcome, type Refused, refuse } from '../outcome.ts';
import type { BoughtOnce, LivePlan } from '../plan/plan-state.ts';
import { planningLaw } from '../plan/planning-law.ts';
import type { AgreementChange, AgreementState } from './agreement-state.ts';
import { type PaymentTerms, termsOf } from './payment-terms.ts';

type BoughtNow = Pick<BoughtOnce, 'id' | 'pence' | 'purchase' | 'costCentre'>;

export interface Activation extends AgreementChange {
  readonly body: object;
  readonly terms: PaymentTerms;
  /** How what is paid falls to cost centres. */
  readonly costs: Readonly<Record<string, number>> | undefined;
  /** The event that holds the checked account. */
  readonly accountEvent: number;
  /** The day from which the terms hold. */
  readonly from: CivilDate;
  /** What the plan buys once through the part and has not been handed over to payments yet. */
  readonly oneOffs: readonly BoughtNow[];
}

/** Makes an agreement active from the actual first day of its part, or brings an active one up to a
 * plan that has superseded the old one or a contribution that has changed. Refuses
 * `two-keys-missing`, `support-not-started`, `agreement-not-signed`, `bank-details-unchecked`,
 * `amount-above-file`, `wrong-stage` before the day from which a contribution counts, and
 * `already-recorded` when it pays what it should already. */
export function activateAgreement(
  agreement: AgreementState,
  about: {
    readonly agreementId: string;
    readonly state: CaseState;
    readonly provisionalWeeklyPence: number;
  },
  moment: Moment,
): Outcome<Activation> {
  const { agreementId, state, provisionalWeeklyPence } = about;
  const refused = refusalToPay(agreement, state);
  if (refused) return refused;
  const { live } = state;
  const { bankDetails } = agreement;
  if (!bankDetails) return refuse('bank-details-unchecked', 'There is no account to pay to yet.');
  const part = live?.parts.find((each) => each.agreementId === agreementId);
  if (!live || !part) return refuse('support-not-started', 'The part has not started.');
  const terms = termsOf(live, part.id, state.finances, provisionalWeeklyPence);
  const isOfThisPlan = agreement.planVersion === live.planVersion;
  const isUnchanged =
    terms.weeklyContributionPence === agreement.weeklyContributionPence &&
    terms.isContributionProvisional === agreement.isContributionProvisional;
  if (isOfThisPlan && isUnchanged) {
    return refuse('already-recorded', 'The agreement pays what it should.');
  }
  const startedOn = firstDayOf(part);
  const from = isOfThisPlan ? chargedFrom({ state, agreement, startedOn }, moment) : startedOn;
  if (from > moment.today) {
    return refuse('wrong-stage', `The contribution counts from ${from}: change the payment then.`);
  }
  const oneOffs = isOfThisPlan ? [] : notHandedOver(part, live, agreement);
  if (Math.max(4 * terms.weeklyPence, part.oneOffPence) > recordPenceMax) {
    return refuse('amount-above-file', 'No payment file can hold an amount of this part.');
  }
  const keys = { practitioner: live.practitionerKeyBy, budgetManager: live.budgetKeyBy };
  return accept({
    type: agreement.status === 'active' ? 'agreement-changed' : 'agreement-activated',
    body: {
      ...terms,
      from,
      oneOffs,
      planVersion: live.planVersion,
      keys,
      rule: planningLaw('direct-payment', moment.today),
    },
    next: {
      ...agreement,
      ...terms,
      status: 'active',
      planVersion: live.planVersion,
      ...(live.buys && { planBuys: live.buys }),
      startsOn: agreement.startsOn ?? from,
      nextReview: agreement.nextReview ?? directPaymentReviewDue({ firstPayment: from }),
    },
    terms,
    costs: part.costs,
    accountEvent: bankDetails.event,
    from,
    oneOffs,
  });
}

/** What is bought once is handed over by the first plan that holds it and is paid for, under a key that goes
 * with its line into every later plan, so that to copy a line is not to buy it again. */
function notHandedOver(
  part: LivePlan['parts'][number],
  live: LivePlan,
  { planVersion }: AgreementState,
): Activation['oneOffs'] {
  if (!part.boughtOnce) {
    const pence = part.oneOffPence;
    return pence > 0 ? [{ id: `plan-${live.planVersion}`, pence }] : [];
  }
  return part.boughtOnce
    .filter(({ since, isElsewhere }) => !isElsewhere && since > (planVersion ?? 0))
    .map(({ id, pence, purchase, costCentre }) => ({
      id,
      pence,
      ...(purchase && { purchase }),
      ...(costCentre && { costCentre }),
    }));
}

/** Where another agreement paid the days before and is settled, its own first day is the one after. */
function firstDayOf({ startedOn, paidFrom }: LivePlan['parts'][number]): CivilDate {
  return paidFrom ?? startedOn;
}

/** The day from which a contribution that changed is taken off: that from which it counts, as the person
 * was told, and never before support began. A charge that says no day replaces a provisional one from
 * the first, and another from now on. */
function chargedFrom(
  about: {
    readonly state: CaseState;
    readonly agreement: AgreementState;
    readonly startedOn: CivilDate;
  },
  { today }: Moment,
): CivilDate {
  const { state, agreement, startedOn } = about;
  const unsaid = agreement.isContributionProvisional ? startedOn : today;
  const from = state.finances?.appliesFrom ?? unsaid;
  return from < startedOn ? startedOn : from;
}

function refusalToPay(agreement: AgreementState, state: CaseState): Refused | undefined {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  if (hasDied(state)) return refuse('death-recorded', 'Nothing is paid after a death.');
  if (agreement.status === 'closed') return refuse('wrong-stage', 'The agreement has ended.');
  const { live } = state;
  const keys = checkTwoKeys({
    practitionerId: live?.practitionerKeyBy ?? state.planKeyBy ?? undefined,
    budgetManagerId: live?.budgetKeyBy ?? state.budgetKeyBy ?? undefined,
  });
  if (!keys.accepted) return keys;
  if (!live) return refuse('support-not-started', 'Record first when support actually started.');
  if (agreement.signedOn === null) {
    return refuse('agreement-not-signed', 'The payee signs the agreement first.');
  }
  if (!agreement.isBankChecked) {
    return refuse('bank-details-unchecked', 'A second person checks the account first.');
  }
  return undefined;
}
