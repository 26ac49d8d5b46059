import type { CivilDate } from '../calendar/civil-date.ts';
import type { OpenCase } from '../case/case-state.ts';
import type { Moment } from '../case/change.ts';
import { assessCharge } from '../charging/assess-charge.ts';
import type { Charge } from '../charging/charge.ts';
import { type ChargeFrom, type ChargeRules, chargesOver } from '../charging/charge-over-time.ts';
import type { CareLine } from '../charging/input/care-lines.ts';
import type { ChargeInput } from '../charging/input/charge-input.ts';
import type { Pence } from '../money/pence.ts';
import { accept, type Outcome, type Refused, refuse } from '../outcome.ts';
import { type AssessedCharge, contributionOf, type FinancesStatus } from './assessed-charge.ts';
import type { CareActAssessment } from './care-act-assessment.ts';
import { type ChargedPlan, careOfPlan } from './care-of-plan.ts';
import { explanationOf } from './explain-charge.ts';
import { refusalOfRoute } from './self-funding-route.ts';
import { askedBefore, askedFrom, daysBehind, differenceSince } from './what-was-asked.ts';

export interface ChargingAbout {
  readonly council: string;
  readonly rules: ChargeRules;
  /** What is asked for while nobody has assessed anything. */
  readonly provisionalWeeklyPence: Pence;
  /** The body of the event that the finances stand in until now. */
  readonly before: unknown;
  /** The newest plan, where the charge is for what it buys. */
  readonly plan: ChargedPlan | undefined;
}

interface Assessing {
  readonly input: CareActAssessment;
  readonly about: ChargingAbout;
  readonly moment: Moment;
}

type WorkedCharge = Omit<AssessedCharge, 'replaces'>;

/** Works what the person pays from what was found out: for today, or the day on which it begins to
 * count, and for every day since support began that it replaces. Refuses what `assessCharge` refuses,
 * `wrong-stage` for the care of a plan that there is not, and `capacity-check-needed`. */
export function workCharge(
  state: OpenCase,
  { input, about, moment }: Assessing,
): Outcome<WorkedCharge> {
  const care = careOf(state, input, { ...about, today: moment.today });
  if (!care.accepted) return care;
  const route = refusalOfRoute(state, input.selfFundingRoute, '/selfFundingRoute');
  if (route) return route;
  const { method, assessedOn, appliesFrom, assessedByName } = input;
  const facts = factsOf(state, { input, care: care.value, today: moment.today });
  const { book, knobs } = about.rules;
  const charge = assessCharge(facts, book, knobs);
  if (!charge.accepted) return pointedAtInput(charge);
  const followsPlan = input.care.from === 'plan' || state.plan === null;
  const due = dueFor(state, { facts, charge: charge.value, appliesFrom }, { about, moment });
  if (!due.accepted) return pointedAtInput(due);
  const before = askedBefore(about.before);
  const { provisionalWeeklyPence, council } = about;
  const past = { asked: before, provisionalWeeklyPence, appliesFrom, today: moment.today };
  const difference = differenceSince(state, past, due.value);
  return accept({
    method,
    status: statusOf(input),
    assessedOn,
    appliesFrom,
    assessedByName,
    input: facts,
    planVersion: input.care.from === 'plan' ? (state.records.plan ?? null) : null,
    followsPlan,
    policy: { council, local: knobs },
    charge: charge.value,
    asked: askedFrom(
      appliesFrom,
      before,
      due.value.map((each) => ({
        from: each.from,
        weeklyPence: each.weeklyPence,
        mostWeeklyPence: contributionOf({ charge: each, followsPlan }),
      })),
    ),
    difference,
    explanation: explanationOf(charge.value, difference),
    rule: charge.value.rule,
  });
}

/** What the engine works from: for today, or the day from which the charge counts. */
function factsOf(
  { kind }: OpenCase,
  of: { readonly input: CareActAssessment; readonly care: CareLine[]; readonly today: CivilDate },
): ChargeInput {
  const { method: _method, assessedOn: _on, assessedByName: _by, appliesFrom, ...means } = of.input;
  return {
    ...means,
    on: appliesFrom > of.today ? appliesFrom : of.today,
    care: of.care,
    person: {
      ...means.person,
      assessedAs: kind === 'carer' ? 'carer' : 'person-with-care-needs',
    },
  };
}

/** The charges of the days behind us and the one that holds on. Before support has begun those are
 * worked too: its first day may yet be told to have been in another year's rates. */
function dueFor(
  state: OpenCase,
  of: { facts: ChargeInput; charge: Charge; appliesFrom: CivilDate },
  { about, moment }: Pick<Assessing, 'about' | 'moment'>,
): Outcome<readonly ChargeFrom[]> {
  const { facts, charge, appliesFrom } = of;
  const days = daysBehind(state, { appliesFrom, today: moment.today });
  const from = days?.from ?? appliesFrom;
  if (from >= facts.on) return accept([{ ...charge, from: appliesFrom }]);
  return chargesOver([{ from, input: facts }], { from, until: facts.on }, about.rules);
}

function careOf(
  state: OpenCase,
  { care }: CareActAssessment,
  { plan, today }: Pick<ChargingAbout, 'plan'> & { readonly today: CivilDate },
): Outcome<CareLine[]> {
  if (care.from === 'lines') return accept(care.lines);
  const detail = 'There is no plan that buys support by the week: give the lines of care.';
  if (!plan) return refuse('wrong-stage', detail, '/care/from');
  const lines = careOfPlan(plan, state.reablement?.startedOn ?? today);
  return lines.length === 0 ? refuse('wrong-stage', detail, '/care/from') : accept(lines);
}

function statusOf({ assessment }: CareActAssessment): FinancesStatus {
  switch (assessment.kind) {
    case 'full':
    case 'light-touch':
      return 'assessed';
    case 'provisional':
    case 'incomplete':
      return 'provisional';
    case 'refused':
      return 'refused';
  }
}

/** Where in the request the thing stands that a charge could not be worked from. */
function pointedAtInput({ refusal }: Refused): Refused {
  const { kind, detail, pointer } = refusal;
  if (pointer === '/on' || pointer === '/until') return refuse(kind, detail, '/appliesFrom');
  return refuse(kind, detail, pointer?.replace(/^\/care\//, '/care/lines/'));
}
