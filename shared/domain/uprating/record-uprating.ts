import type { CaseState, OpenCase } from '../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../case/change.ts';
import type { Charge } from '../charging/charge.ts';
import { type ChargeFrom, chargesOver } from '../charging/charge-over-time.ts';
import { type AssessedCharge, contributionOf } from '../finances/assessed-charge.ts';
import { askedFrom, daysBehind, differenceSince } from '../finances/what-was-asked.ts';
import { formatPounds, type Pence } from '../money/pence.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { UpratedCharge, UpratingRules } from './uprate-charge.ts';

export interface UpratingAbout {
  readonly runId: string;
  readonly rules: UpratingRules;
  /** What is asked for while nobody has assessed anything. */
  readonly provisionalWeeklyPence: Pence;
}

/** What the record of an uprating says beside the charge. */
interface Told {
  readonly explanation: readonly string[];
  readonly uprating: { readonly runId: string; readonly from: string; readonly to: string };
}

/** Records a new year's charge on a case, from the first day of its rates: a charge like any other, with
 * its inputs, that replaces the one before it. Where that day has passed, the days since are told as a
 * difference. Refuses `case-closed`. */
export function recordUprating(
  state: CaseState,
  uprated: UpratedCharge,
  about: UpratingAbout,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const due = dueSince(state, uprated, { rules: about.rules, moment });
  if (!due.accepted) return due;
  return accept({
    type: 'finances-assessed',
    body: bodyOf(state, uprated, { ...about, moment, due: due.value }),
    next: withRecord(
      { ...state, finances: financesWith(state, uprated, about) },
      'finances',
      moment,
    ),
  });
}

/** The charges of the days since the rates began, and the one that holds on. */
function dueSince(
  state: OpenCase,
  { input, charge }: UpratedCharge,
  { rules, moment }: { readonly rules: UpratingRules; readonly moment: Moment },
): Outcome<readonly ChargeFrom[]> {
  const { ratesFrom: appliesFrom } = rules.terms;
  const days = daysBehind(state, { appliesFrom, today: moment.today });
  if (!days) return accept([{ ...charge, from: appliesFrom }]);
  const time = { from: days.from, until: moment.today };
  return chargesOver([{ from: days.from, input }], time, { book: rules.book, knobs: rules.knobs });
}

interface Due extends UpratingAbout {
  readonly moment: Moment;
  readonly due: readonly ChargeFrom[];
}

function bodyOf(
  state: OpenCase,
  { before, input, charge }: UpratedCharge,
  { runId, rules, provisionalWeeklyPence, moment, due }: Due,
): AssessedCharge & Told {
  const { followsPlan, choice: _choice, ...kept } = before;
  const { ratesFrom: appliesFrom } = rules.terms;
  const past = { asked: before.asked, provisionalWeeklyPence, appliesFrom, today: moment.today };
  const sums = due.map((each) => ({
    from: each.from,
    weeklyPence: each.weeklyPence,
    mostWeeklyPence: contributionOf({ charge: each, followsPlan }),
  }));
  const difference = differenceSince(state, past, due);
  return {
    ...kept,
    followsPlan,
    assessedOn: moment.today,
    appliesFrom,
    input,
    charge,
    policy: { ...before.policy, local: rules.knobs },
    asked: askedFrom(appliesFrom, before.asked, sums),
    replaces: replacedBy(state, contributionOf({ charge, followsPlan })),
    difference,
    explanation: explained(before.charge, difference),
    uprating: { runId, from: rules.oldRateVersion, to: rules.newRateVersion },
    rule: charge.rule,
  };
}

/** Why the charge is another, in words for the person's letter. */
function explained({ weeklyPence }: Charge, difference: AssessedCharge['difference']): string[] {
  return [
    'Each April the amounts that the law leaves you change, and many pensions and benefits do.',
    `Until then you paid ${formatPounds(weeklyPence)} a week.`,
    ...(difference ? [difference.summary] : []),
  ];
}

function replacedBy({ finances, records }: OpenCase, contribution: Pence | null) {
  if (finances === null) return null;
  const before = finances.weeklyContributionPence;
  return {
    event: records.finances,
    status: finances.status,
    weeklyContributionPence: before,
    differenceWeeklyPence: before === null || contribution === null ? null : contribution - before,
  };
}

/** What the case keeps of it: what somebody was still to look at stays to be looked at. */
function financesWith(
  { finances }: OpenCase,
  { before, charge }: UpratedCharge,
  { rules }: UpratingAbout,
): OpenCase['finances'] {
  if (finances === null) return null;
  const { selfFunding: _until, ...kept } = finances;
  return {
    ...kept,
    weeklyContributionPence: contributionOf({ charge, followsPlan: before.followsPlan }),
    appliesFrom: rules.terms.ratesFrom,
    costWeeklyPence: charge.costOfCareWeeklyPence,
    ...(charge.selfFunding && { selfFunding: charge.selfFunding.route }),
  };
}
