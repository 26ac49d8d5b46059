import { councilNamed } from '#shared/council/load/find-council.ts';
import { assessNeeds } from '#shared/domain/assessment/assess-needs.ts';
import { decideEligibility } from '#shared/domain/assessment/decide-eligibility.ts';
import { EligibilityDecision } from '#shared/domain/assessment/eligibility-decision.ts';
import { NeedsAssessment } from '#shared/domain/assessment/needs-assessment.ts';
import { type CapacityDecision, CapacityRecord } from '#shared/domain/capacity/capacity-record.ts';
import { recordCapacity } from '#shared/domain/capacity/record-capacity.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { CaseChange, CaseDecision, Moment } from '#shared/domain/case/change.ts';
import { openCase } from '#shared/domain/case/open-case.ts';
import { AdultOutcome } from '#shared/domain/eligibility/adult-outcomes.ts';
import { CarerOutcome } from '#shared/domain/eligibility/carer-outcomes.ts';
import { LivePlan } from '#shared/domain/plan/plan-state.ts';
import type { SuggestedTeam } from '#shared/domain/triage/referral.ts';
import { triageContact } from '#shared/domain/triage/triage.ts';
import { TriageDecision } from '#shared/domain/triage/triage-decision.ts';

export const councils = {
  southwark: councilNamed('southwark-2010'),
  cheshire: councilNamed('cheshire-2008'),
  worcestershire: councilNamed('worcestershire'),
};

/** A moment of the case's life: another event each time, by a practitioner unless somebody else acts. */
let event = 1;
export function at(today: string, actorId = 'practitioner-1', role = 'practitioner'): Moment {
  event += 1;
  return { actor: { id: actorId, role }, today, event };
}

/** What an accepted decision did; throws on a refusal, which a test about refusals never hands in. */
export function changeOf(decision: CaseDecision): CaseChange {
  if (!decision.accepted) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`);
  return decision.value;
}

export function stateAfter(decision: CaseDecision): CaseState {
  return changeOf(decision).next;
}

/** A case that waits for triage. */
export function opened(kind: 'adult' | 'carer' = 'adult'): CaseState {
  const contact = {
    caseId: 'case00000001',
    personId: null,
    about: kind,
    channel: 'phone',
    isUrgent: false,
    receipt: null,
  } as const;
  return openCase({ contactId: 'contact00001', contact, personId: 'person000001', team: 'access' });
}

/** A suggestion of the council's rules, for a person of whom nothing is known. */
export function suggestedTeam(team: string): SuggestedTeam {
  const restsOn = { age: null, outwardCode: null };
  return { team, name: 'Social Work', rule: 'by-patch', why: 'It serves the area.', restsOn };
}

/** A case that triage sent on to an assessment or to reablement. */
export function referred(
  verdict: 'assess' | 'reablement' = 'assess',
  today = '2026-07-01',
  kind: 'adult' | 'carer' = 'adult',
): CaseState {
  const team = 'social-work';
  const decision = TriageDecision.parse({
    verdict,
    appearanceOfNeed: { isPresent: true, reason: 'She cannot get out of the bath.' },
    toldHowToAskForAssessment: true,
    referral: { team, reason: 'An appearance of need.' },
    ...(verdict === 'reablement' ? { whyReablement: 'She was independent until the fall.' } : {}),
  });
  const settings = {
    reablement: 'before-eligibility',
    teams: [{ id: team }],
    suggested: suggestedTeam(team),
  } as const;
  return stateAfter(triageContact(opened(kind), decision, settings, at(today)));
}

const found = (code: string, missing: readonly string[]) => ({
  achieved: !missing.includes(code),
  limbs: missing.includes(code) ? ['not-without-assistance'] : [],
  evidence: missing.includes(code) ? 'Seen at the visit.' : '',
});

/** An assessment by outcome in which the outcomes named cannot be achieved. */
export function assessmentOf(
  missing: readonly AdultOutcome[],
  others: Record<string, unknown> = {},
): NeedsAssessment {
  const findings = AdultOutcome.options.map((code) => [
    code,
    { ...found(code, missing), carerHelpsNow: false },
  ]);
  return NeedsAssessment.parse({
    ...assessmentBasis,
    needs: { by: 'adult-outcomes', outcomes: Object.fromEntries(findings) },
    ...others,
  });
}

/** A carer's assessment in which the outcomes named cannot be achieved. */
export function carerAssessmentOf(missing: readonly CarerOutcome[]): NeedsAssessment {
  const findings = CarerOutcome.options.map((code) => [code, found(code, missing)]);
  return NeedsAssessment.parse({
    ...assessmentBasis,
    needs: { by: 'carer-outcomes', outcomes: Object.fromEntries(findings) },
  });
}

/** An assessment as it was recorded before the Care Act. */
export function facsAssessment(assessedOn: string): NeedsAssessment {
  return NeedsAssessment.parse({
    ...assessmentBasis,
    assessedOn,
    needs: {
      by: 'facs-domains',
      needs: [
        {
          domain: 'daily-routines',
          need: 'He cannot wash or dress.',
          outcomeWanted: 'To be up before nine.',
          carerHelpsNow: true,
        },
      ],
    },
  });
}

const assessmentBasis = {
  assessedOn: '2026-07-02',
  ownAccount: 'I want to stay in my own home.',
  whatMatters: 'Seeing my sister on Sundays.',
  present: [{ name: 'A Sister', relationship: 'sister' }],
  mayTalkTo: [{ name: 'A Sister', relationship: 'sister', about: 'my care' }],
  assessor: { name: 'A Practitioner', competence: 'Ten years with older people.' },
  advocacy: {
    substantialDifficultyIn: [],
    possibleRepresentative: null,
    reason: 'She follows and weighs everything.',
    advocateFrom: null,
  },
  optionsDiscussed: [{ option: 'Direct payment', personsView: 'She would like to choose.' }],
  continuingHealthcare: { result: 'not-indicated', reason: 'No primary health need.' },
};

/** A case whose needs were assessed, by default with two outcomes out of reach. */
export function assessed(
  missing: readonly AdultOutcome[] = ['CA-HYGIENE', 'CA-CLOTHING'],
  state: CaseState = referred(),
): CaseState {
  const input = assessmentOf(missing);
  return stateAfter(assessNeeds(state, input, { scheme: 'care-act-2014' }, at('2026-07-02')));
}

/** A decision on eligibility of 3 July 2026 by the adult's test of the Care Act. */
export function decisionOf(
  whatFollows: Record<string, unknown>,
  others: Record<string, unknown> = {},
): EligibilityDecision {
  return EligibilityDecision.parse({
    decidedOn: '2026-07-03',
    decidedByName: 'A Practitioner',
    test: {
      scheme: 'care-act-2014',
      arisesFromImpairment: { holds: true, evidence: 'Multiple sclerosis.' },
      fluctuation: { isFluctuating: false, periodConsidered: '' },
      wellBeing: {
        significant: true,
        areas: ['personal-dignity'],
        reason: 'She has stopped leaving the house.',
      },
    },
    whatFollows,
    ...others,
  });
}

export const metByCouncil = {
  edge: 'eligible-met-by-council',
  ordinaryResidence: { status: 'here', reason: '' },
  waysToMeetNeeds: 'Help in the morning and evening.',
  isWantedByPerson: true,
};

/** What a decision of these tests rests on: an assessment with those outcomes out of reach. */
export function basisOf(
  missing: readonly AdultOutcome[] = ['CA-HYGIENE', 'CA-CLOTHING'],
  reablement: 'before-eligibility' | 'after-eligibility' = 'before-eligibility',
) {
  const { assessedOn, needs } = assessmentOf(missing);
  return {
    assessment: { assessedOn, needs },
    rule: { scheme: 'care-act-2014' },
    reablement,
  } as const;
}

/** A case found eligible, whose support is being planned. */
export function eligible(): CaseState {
  return stateAfter(
    decideEligibility(assessed(), decisionOf(metByCouncil), basisOf(), at('2026-07-03')),
  );
}

/** The same case with support that began on that day, as an earlier round left it. */
export function withLiveSupport(state: CaseState, startedOn = '2026-01-05'): CaseState {
  const live = LivePlan.parse({
    planVersion: 2,
    startedOn,
    weeklyPence: 20_000,
    parts: [],
    practitionerKeyBy: 'practitioner-1',
    budgetKeyBy: 'budget-manager-1',
  });
  return { ...state, live, nextReview: { on: '2027-01-05', kind: 'annual' } };
}

/** The same case with the finding that the person lacks capacity for one decision. */
export function lackingCapacityFor(decision: CapacityDecision, state: CaseState): CaseState {
  const record = CapacityRecord.parse({
    conclusion: 'lacks-capacity',
    decision,
    about: 'What to do next',
    assessedOn: '2026-07-02',
    assessedBy: { id: 'practitioner-1', name: 'A Practitioner' },
    helpGiven: 'Pictures and time.',
    impairment: 'Dementia.',
    inabilities: ['retain'],
    bestInterests: null,
  });
  return stateAfter(recordCapacity(state, record, at('2026-07-02')));
}
