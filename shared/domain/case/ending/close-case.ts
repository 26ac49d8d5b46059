import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import type { EventOutcome } from '../../codes/event-outcomes.ts';
import { directPaymentRegulationsOn, lawOn } from '../../codes/law-in-force.ts';
import { refusalWithoutChildReferral } from '../../contact/urgent/child-at-risk.ts';
import { refusalWithDangerOpen } from '../../contact/urgent/danger-now.ts';
import { Reason } from '../../eligibility/decision.ts';
import { accept, type Refused, refuse } from '../../outcome.ts';
import type { CaseState, OpenCase } from '../case-state.ts';
import type { CaseDecision, Moment } from '../change.ts';
import { duesOf, toClosed } from './close.ts';
import { DeathRecord } from './death.ts';
import { wrongDeath } from './note-death.ts';

/** The national codes under which a case may be closed here. Declining has checks of its own, and
 * so is recorded as a withdrawal. */
const closingOutcomes = [
  'nfa-moved-to-another-authority',
  'nfa-nhs',
  'nfa-self-funded',
  'nfa-information-and-advice',
  'nfa-other-service-of-authority',
  'nfa-support-ended-as-planned',
  'nfa-support-ended-other-reason',
  'nfa-no-services-offered',
  'nfa-other',
] as const satisfies readonly EventOutcome[];

/** The last day of the support that is live, where any is. */
const supportEndedOn = CivilDate.optional();

export const CaseClosure = z
  .discriminatedUnion('outcome', [
    z.strictObject({
      outcome: z.literal('nfa-deceased'),
      /** Left out where the case knows of the death: the person's record says the rest. */
      death: DeathRecord.optional(),
      reason: Reason,
      supportEndedOn,
    }),
    z.strictObject({
      outcome: z.enum(closingOutcomes),
      reason: Reason,
      /** What the person was told on how to come back. */
      howToComeBack: Reason,
      supportEndedOn,
    }),
  ])
  .meta({ id: 'CaseClosure' });
export type CaseClosure = z.infer<typeof CaseClosure>;

/** Closes a case at whatever stage. Refuses `appearance-of-need-needs-action` where needs may
 * appear and nobody has decided on them (Care Act 2014 s9), and `invalid-input` when live support
 * is not ended on a day on which it ran. */
export function closeCase(state: CaseState, input: CaseClosure, moment: Moment): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended already.');
  const kept =
    undecidedNeed(state, input) ??
    refusalWithoutChildReferral(state) ??
    refusalWithDangerOpen(state) ??
    wrongDeathOf(state, input, moment) ??
    wrongDay(state, input, moment);
  if (kept) return kept;
  return accept({
    type: 'case-closed',
    body: {
      ...input,
      urgentSupportEnded: state.urgentSupport?.state ?? null,
      agreements: state.agreements,
      rule: lawOf(input, moment),
    },
    next: toClosed(state, moment.today, input.outcome),
    dues: duesOf(state),
  });
}

function lawOf({ outcome }: CaseClosure, { today }: Moment): string {
  if (outcome === 'nfa-deceased') {
    return directPaymentRegulationsOn(today);
  }
  return lawOn(today, {
    careAct: 'Care Act 2014 s4, s11(3)-(4)',
    before: 'NHS and Community Care Act 1990 s47(1)',
  });
}

/** Nobody's need goes away because it was not looked at: only a death or a move ends that duty. */
function undecidedNeed(state: OpenCase, { outcome }: CaseClosure): Refused | undefined {
  const endsTheDuty = outcome === 'nfa-deceased' || outcome === 'nfa-moved-to-another-authority';
  const isDecided = state.eligibility !== null || state.appearanceOfNeed === false;
  if (endsTheDuty || isDecided) return undefined;
  const detail =
    'Needs may appear (Care Act 2014 s9): decide them, or record that the person declines.';
  return refuse('appearance-of-need-needs-action', detail, '/outcome');
}

function wrongDeathOf(state: OpenCase, input: CaseClosure, moment: Moment): Refused | undefined {
  return input.outcome === 'nfa-deceased' ? wrongDeath(state, input.death, moment) : undefined;
}

function wrongDay({ live }: OpenCase, input: CaseClosure, moment: Moment): Refused | undefined {
  const last = input.supportEndedOn;
  if (live === null) {
    return last === undefined
      ? undefined
      : refuse('invalid-input', 'No support is live.', '/supportEndedOn');
  }
  if (last !== undefined && last >= live.startedOn && last <= moment.today) return undefined;
  const detail = `Support has been live since ${live.startedOn}: name its last day, up to today.`;
  return refuse('invalid-input', detail, '/supportEndedOn');
}
