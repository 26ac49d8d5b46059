import type { CaseState, OpenCase } from '../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../case/change.ts';
import type { Charge } from '../charging/charge.ts';
import { type ChargeFrom, chargesOver } from '../charging/charge-over-time.ts';
import { type AssessedCharge, contributionOf } from '../finances/assessed-charge.ts';
import { askedFrom, daysBehind, differenceSince } from '../finances/what-was-asked.ts';
import type { Pence } from '../money/pence.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import type { UpratedCharge, UpratingRules } from './uprate-charge.ts';

export interface UpratingAbout {
  readonly runId: string;
  readonly rules: UpratingRules;
  /** What is asked for while nobody has assessed anything. */
  readonly provisionalWeeklyPence: Pence;
}

/** Records a new year's charge on a case, from the first day of its rates: a charge like any other, with
 * its inputs, that replaces the one before it. Where that day has passed, the days since are told as a
 * difference. Refuses `case-closed`. */
export function recordUprating(
  state: CaseState,
  { before, input, charge }: UpratedCharge,
  about: UpratingAbout,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const { rules, runId, provisionalWeeklyPence } = about;
  const { ratesFrom: appliesFrom } = rules.terms;
  const due = dueSince(state, { before, input, charge }, { rules, moment });
  if (!due.accepted) return due;
  const { followsPlan, choice: _choice, ...kept } = before;
  const contribution = contributionOf({ charge, followsPlan });
  const past = {
    asked: before.asked,
    provisionalWeeklyPence,
    appliesFrom,
    today: moment.today,
  };
  const sums = due.value.map((each) => ({
    from: each.from,
    weeklyPence: each.weeklyPence,
    mostWeeklyPence: contributionOf({ charge: each, followsPlan }),
  }));
  const body: AssessedCharge & { readonly uprating: object } = {
    ...kept,
    followsPlan,
    assessedOn: moment.today,
    appliesFrom,
    input,
    charge,
    policy: { ...before.policy, local: rules.knobs },
    asked: askedFrom(appliesFrom, before.asked, sums),
    replaces: replacedBy(state, contribution),
    difference: differenceSince(state, past, due.value),
    uprating: { runId, from: rules.oldRateVersion, to: rules.newRateVersion },
    rule: charge.rule,
  };
  const next: OpenCase = {
    ...state,
    finances: state.finances && {
      ...state.finances,
      weeklyContributionPence: contribution,
      appliesFrom,
      costWeeklyPence: charge.costOfCareWeeklyPence,
    },
  };
  return accept({ type: 'finances-assessed', body, next: withRecord(next, 'finances', moment) });
}

/** The charges of the days since the rates began, and the one that holds on. */
function dueSince(
  state: OpenCase,
  {
    input,
    charge,
  }: {
    readonly input: UpratedCharge['input'];
    readonly charge: Charge;
    readonly before: AssessedCharge;
  },
  { rules, moment }: { readonly rules: UpratingRules; readonly moment: Moment },
): Outcome<readonly ChargeFrom[]> {
  const { ratesFrom: appliesFrom } = rules.terms;
  const days = daysBehind(state, { appliesFrom, today: moment.today });
  if (!days) return accept([{ ...charge, from: appliesFrom }]);
  const time = { from: days.from, until: moment.today };
  return chargesOver([{ from: days.from, input }], time, { book: rules.book, knobs: rules.knobs });
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
