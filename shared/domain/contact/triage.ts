import * as z from 'zod';
import type { CaseState, OpenCase } from '../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../case/change.ts';
import { toClosed } from '../case/close.ts';
import { Declining, refusalToRelease } from '../case/withdraw.ts';
import type { EventOutcome } from '../codes/event-outcomes.ts';
import { lawOn } from '../codes/law-in-force.ts';
import { RecordId } from '../identity/record-id.ts';
import { settleStep } from '../journey/workflow.ts';
import { accept, refuse } from '../outcome.ts';
import { ConcernBody, noteConcern } from '../safeguarding/concern.ts';

const Reason = z.string().trim().min(1).max(4_000);
const OtherBody = z.enum([
  'nfa-nhs',
  'nfa-moved-to-another-authority',
  'nfa-other-service-of-authority',
]);

const shared = {
  /** Whether it appears that there may be needs for care and support (Care Act 2014 s9(1)), and why. */
  appearanceOfNeed: z.strictObject({ isPresent: z.boolean(), reason: Reason }),
  /** Everyone is told how to ask for an assessment, whatever is decided. */
  toldHowToAskForAssessment: z.literal(true),
  /** A concern that this contact raises, whatever else it leads to (Care Act 2014 s42). */
  concern: ConcernBody.optional(),
};

const Referral = z.strictObject({
  /** The team that takes the case on: an id of the council's. */
  team: z.string(),
  reason: Reason,
});

/** The front door's decision on a contact. */
export const TriageDecision = z
  .discriminatedUnion('verdict', [
    z.strictObject({
      ...shared,
      verdict: z.literal('advice'),
      advice: Reason,
      services: z.array(z.string().min(1).max(200)).max(30).default([]),
    }),
    z.strictObject({
      ...shared,
      verdict: z.literal('other-body'),
      body: z.string().trim().min(1).max(200),
      outcome: OtherBody,
    }),
    z.strictObject({ ...shared, verdict: z.literal('open-case'), openCaseId: RecordId }),
    z.strictObject({ ...shared, verdict: z.literal('declined'), declining: Declining }),
    z.strictObject({ ...shared, verdict: z.literal('safeguarding'), concern: ConcernBody }),
    z.strictObject({
      ...shared,
      verdict: z.literal('reablement'),
      referral: Referral,
      whyReablement: Reason,
    }),
    z.strictObject({ ...shared, verdict: z.literal('assess'), referral: Referral }),
  ])
  .meta({ id: 'TriageDecision' });
export type TriageDecision = z.infer<typeof TriageDecision>;

export interface TriageSettings {
  readonly reablement: 'before-eligibility' | 'after-eligibility';
  readonly teams: readonly { readonly id: string }[];
}

/** Decides a contact at the front door. Refuses `appearance-of-need-needs-action` when needs appear
 * and the contact would end without action although the person has not declined (Care Act s9, s11);
 * `reablement-not-offered-here` where the council offers it after eligibility; `invalid-input` for a
 * team that does not exist. */
export function triageContact(
  state: CaseState,
  decision: TriageDecision,
  settings: TriageSettings,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'This contact has been dealt with.');
  const wrong = refusalOf(decision, settings);
  if (wrong) return wrong;
  const settled = settleStep(state.workflow, {
    step: 'triage-contact',
    verdict: decision.verdict,
    event: moment.event,
    by: moment.actor.id,
    on: moment.today,
  });
  if (!settled.accepted) return settled;
  const outcome = outcomeOf(decision);
  const decided: OpenCase = withRecord(
    {
      ...state,
      workflow: settled.value,
      appearanceOfNeed: decision.appearanceOfNeed.isPresent,
      concern: decision.concern ? noteConcern(moment.today) : state.concern,
      team: 'referral' in decision ? decision.referral.team : state.team,
    },
    'triage',
    moment,
  );
  const goesOn = decision.verdict === 'assess' || decision.verdict === 'reablement';
  return accept({
    type: 'contact-triaged',
    body: {
      ...decision,
      outcome,
      rule: lawOn(moment.today, {
        careAct: 'Care Act 2014 s4, s9',
        before: 'NHS and Community Care Act 1990 s47(1)',
      }),
    },
    next: goesOn ? decided : toClosed(decided, moment.today, outcome),
  });
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
  if ('referral' in decision) {
    const { team } = decision.referral;
    if (!settings.teams.some(({ id }) => id === team)) {
      return refuse('invalid-input', `There is no team "${team}".`, '/referral/team');
    }
  }
  return undefined;
}

/** The national code of a contact's outcome (Client Level Data, release 2, event type Request). */
function outcomeOf(decision: TriageDecision): EventOutcome {
  if (decision.verdict === 'other-body') return decision.outcome;
  const codes = {
    advice: 'nfa-information-and-advice',
    'open-case': 'continuation-of-support',
    declined: 'nfa-support-declined',
    safeguarding: 'nfa-other-service-of-authority',
    reablement: 'progress-to-reablement',
    assess: 'progress-to-assessment',
  } as const;
  return codes[decision.verdict];
}
