import type { CaseState, OpenCase } from '../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../case/change.ts';
import { toClosed } from '../case/ending/close.ts';
import { hasDied } from '../case/ending/note-death.ts';
import { refusalToRelease } from '../case/ending/withdraw.ts';
import { handOff } from '../case/tasks/hand-off.ts';
import type { EventOutcome } from '../codes/event-outcomes.ts';
import { lawOn } from '../codes/law-in-force.ts';
import { refusalOfChildReferral } from '../contact/urgent/child-at-risk.ts';
import { refusalOfDanger } from '../contact/urgent/danger-now.ts';
import { settleStep } from '../journey/workflow.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { noteConcern } from '../safeguarding/concern.ts';
import { type PriorityChoice, refusalOfPriority, usualPriority } from '../waiting/priority.ts';
import { beginWaiting } from '../waiting/waiting-list.ts';
import { type ChosenTeam, chooseTeam, type SuggestedTeam } from './referral.ts';
import { type Directory, type Signposted, signpost, withSignposting } from './signposting.ts';
import { triageCodes } from './triage-codes.ts';
import type { TriageDecision } from './triage-decision.ts';

export interface TriageSettings {
  readonly reablement: 'before-eligibility' | 'after-eligibility';
  readonly teams: readonly { readonly id: string }[];
}

/** What a decision is taken with besides the case: each where the decision needs it. */
export interface TriageBasis {
  /** The team that the council's rules suggest, for a contact that is referred. */
  readonly suggested?: SuggestedTeam | undefined;
  /** The directory in force, for a contact that is signposted. */
  readonly directory?: Directory | undefined;
}

type Passing = Extract<TriageDecision, { readonly verdict: 'assess' | 'reablement' }>;

function isPassedOn(decision: TriageDecision): decision is Passing {
  return decision.verdict === 'assess' || decision.verdict === 'reablement';
}

/** Decides a contact at the front door. Refuses `appearance-of-need-needs-action` when needs appear
 * and the contact would end without action although the person has not declined (Care Act s9, s11);
 * `reablement-not-offered-here` where the council offers it after eligibility; `urgent-is-red`;
 * `referral-needs-reason` for another team than the suggested one; `child-not-referred` while nobody
 * has told children's services of a child whom the contact raised; `danger-not-answered` while nobody
 * says whether a danger of that moment is a safeguarding concern (s42); `invalid-input` for a team that does
 * not exist, or a service that nobody may be sent to. */
export function triageContact(
  state: CaseState,
  decision: TriageDecision,
  settings: TriageSettings & TriageBasis,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'This contact has been dealt with.');
  // Somebody who has died has no needs to assess; what remains is told, and the contact closed.
  if (isPassedOn(decision) && hasDied(state)) {
    return refuse('death-recorded', 'The person has died: close the contact instead.', '/verdict');
  }
  const { childReferral } = decision;
  const wrong =
    refusalOf(decision, settings) ??
    refusalOfChildReferral(state, childReferral, moment) ??
    refusalOfDanger(state, decision);
  if (wrong) return wrong;
  const settled = settleStep(state.workflow, {
    step: 'triage-contact',
    verdict: decision.verdict,
    event: moment.event,
    by: moment.actor.id,
    on: moment.today,
  });
  if (!settled.accepted) return settled;
  const workedOut = isPassedOn(decision)
    ? passOn(state, decision, settings)
    : signpostedBy(decision, settings, moment);
  if (!workedOut.accepted) return workedOut;
  const outcome = outcomeOf(decision);
  const decided: OpenCase = withRecord(
    {
      ...state,
      ...(childReferral && { childAtRisk: 'referred' }),
      workflow: settled.value,
      appearanceOfNeed: decision.appearanceOfNeed.isPresent,
      concern: decision.concern ? noteConcern(moment.today) : state.concern,
    },
    'triage',
    moment,
  );
  return accept({
    type: 'contact-triaged',
    body: { ...decision, ...workedOut.value, outcome, rule: ruleOn(moment) },
    next: nextOf(decided, workedOut.value, { outcome, moment }),
  });
}

function ruleOn({ today }: Moment): string {
  return lawOn(today, {
    careAct: 'Care Act 2014 s4, s9',
    before: 'NHS and Community Care Act 1990 s47(1)',
  });
}

/** Where and how soon a contact goes on. */
interface PassedOn {
  readonly referral: ChosenTeam;
  readonly priority: PriorityChoice;
}

function passOn(
  { isUrgent }: OpenCase,
  { referral, priority = usualPriority(isUrgent) }: Passing,
  { teams, suggested }: TriageSettings & TriageBasis,
): Outcome<PassedOn> {
  if (!suggested) throw new Error('a referral is decided with the team that the rules suggest');
  const chosen = chooseTeam(referral, suggested, teams);
  if (!chosen.accepted) return chosen;
  const tooLow = refusalOfPriority(priority, isUrgent, '/priority/level');
  return tooLow ?? accept({ referral: chosen.value, priority });
}

/** The services that the person was told of, as they stood in the directory. */
function signpostedBy(
  decision: TriageDecision,
  { directory }: TriageBasis,
  { today }: Moment,
): Outcome<{ readonly signposted?: Signposted }> {
  if (decision.verdict !== 'advice' || !decision.signposting) return accept({});
  const signposted = signpost(decision.signposting, { directory, today }, '/signposting');
  return signposted.accepted ? accept({ signposted: signposted.value }) : signposted;
}

function nextOf(
  decided: OpenCase,
  workedOut: PassedOn | { readonly signposted?: Signposted },
  { outcome, moment }: { readonly outcome: EventOutcome; readonly moment: Moment },
): CaseState {
  const { today } = moment;
  if ('referral' in workedOut) {
    const { referral, priority } = workedOut;
    const waiting = beginWaiting(today);
    const referred: OpenCase = { ...decided, priority: priority.level, waiting };
    return handOff(referred, { team: referral.team, worker: decided.allocatedTo }, today);
  }
  const { signposted } = workedOut;
  const told = signposted ? withSignposting(decided, signposted, moment) : decided;
  return toClosed(told, today, outcome);
}

function refusalOf(decision: TriageDecision, settings: TriageSettings) {
  const endsWithoutAction = decision.verdict === 'advice' || decision.verdict === 'other-body';
  if (decision.appearanceOfNeed.isPresent && endsWithoutAction) {
    return refuse(
      'appearance-of-need-needs-action',
      'Needs appear (Care Act 2014 s9), so the contact goes on unless the person declines.',
      '/verdict',
    );
  }
  if (decision.verdict === 'reablement' && settings.reablement === 'after-eligibility') {
    return refuse(
      'reablement-not-offered-here',
      'This council offers reablement after the eligibility decision.',
      '/verdict',
    );
  }
  if (decision.verdict === 'declined') {
    const kept = refusalToRelease(decision.declining, '/declining');
    if (kept) return kept;
  }
  return undefined;
}

/** The national code of a contact's outcome. */
function outcomeOf(decision: TriageDecision): EventOutcome {
  return decision.verdict === 'other-body' ? decision.outcome : triageCodes[decision.verdict];
}
