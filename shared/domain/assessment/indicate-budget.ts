import * as z from 'zod';
import { allocate } from '../allocation/allocate.ts';
import type { IndicativeBudget } from '../allocation/indicative-budget.ts';
import { InformalSupport } from '../allocation/informal-support.ts';
import { inForceOn, Slug, type Subject, versionNamed } from '../allocation/policy-item.ts';
import { Answers, type Questionnaire } from '../allocation/questionnaire.ts';
import {
  compareWithReckoner,
  HelpMinutes,
  type ReadyReckoner,
  type ReckonerComparison,
} from '../allocation/ready-reckoner.ts';
import type { AllocationTable } from '../allocation/tables.ts';
import type { CaseState, OpenCase } from '../case/case-state.ts';
import { type CaseDecision, type Moment, withRecord } from '../case/change.ts';
import { stageOf } from '../case/stage.ts';
import { allocationPolicyOn } from '../codes/law-in-force.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { decidedAgain, refusalToDecideAgain } from '../second-look/decide-again.ts';

const Answered = z.strictObject({
  answers: Answers,
  informalSupport: InformalSupport.default({}),
});
type Answered = z.infer<typeof Answered>;

/** The answers of an assessment that was filled in on a form, with the questionnaire they answer. */
export const Scores = Answered.extend({ questionnaire: Slug });
export type Scores = z.infer<typeof Scores>;

export const BudgetIndication = z
  .strictObject({
    /** Absent where the assessment that stands was filled in on a form: its scores count. */
    answers: Answers.optional(),
    informalSupport: InformalSupport.optional(),
    /** The carer's own questionnaire, where it is asked for: worked beside the adult's, never
     * added. */
    carer: Answered.optional(),
    /** Minutes of help a week, to compare with hours times price where the council keeps prices. */
    help: HelpMinutes.optional(),
  })
  .meta({ id: 'BudgetIndication' });
export type BudgetIndication = z.infer<typeof BudgetIndication>;

export interface AllocationSettings {
  readonly questionnaires: readonly Questionnaire[];
  readonly tables: readonly AllocationTable[];
  readonly readyReckoners: readonly ReadyReckoner[];
  readonly contingencyPercent: number;
}

/** Works out the indicative budget by the questionnaire and table in force today. It may be worked
 * again at any time from assessment on, and must then be given again. Refuses `wrong-stage` before
 * assessment and whatever the allocation refuses. */
export function indicateBudget(
  state: CaseState,
  input: BudgetIndication & { readonly scores?: Scores | undefined },
  settings: AllocationSettings,
  moment: Moment,
): CaseDecision {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  const stage = stageOf(state);
  if (stage === 'contact' || stage === 'reablement') {
    return refuse('wrong-stage', 'A budget is indicated once needs are being assessed.');
  }
  const { answers, informalSupport = {}, scores } = input;
  const answered = answers ? { answers, informalSupport } : scores;
  if (!answered) {
    const detail = 'Answer the questionnaire: the assessment that stands has no scores.';
    return refuse('answer-missing', detail, '/answers');
  }
  const refused = refusalToDecideAgain(state, 'indicative-budget', moment);
  if (refused) return refused;
  const worked = allocationFor(state.kind, answered, { state, settings, moment });
  if (!worked.accepted) return worked;
  const beside =
    input.carer && allocationFor('carer', input.carer, { state: null, settings, moment });
  if (beside && !beside.accepted) return within('/carer', beside);
  const reckoned = input.help && compared(worked.value, input.help, { settings, moment });
  if (reckoned && !reckoned.accepted) return reckoned;
  const { indicativeWeeklyPence } = worked.value;
  const next: OpenCase = {
    ...state,
    allocation: { weeklyPence: indicativeWeeklyPence, givenOn: null, by: moment.actor.id },
  };
  return accept({
    type: 'budget-indicated',
    body: {
      allocation: worked.value,
      carerAllocation: beside?.value ?? null,
      readyReckoner: reckoned?.value ?? null,
      rule: allocationPolicyOn(moment.today, 'Care Act 2014 s26; statutory guidance, chapter 11'),
    },
    next: withRecord(decidedAgain(next, 'indicative-budget'), 'allocation', moment),
  });
}

interface Surroundings {
  /** The case whose contribution counts; none for a carer worked beside the adult. */
  readonly state: OpenCase | null;
  readonly settings: AllocationSettings;
  readonly moment: Moment;
}

function allocationFor(
  subject: Subject,
  { answers, informalSupport, questionnaire: version }: Answered & { questionnaire?: string },
  { state, settings, moment }: Surroundings,
): Outcome<IndicativeBudget> {
  const isOurs = (item: { readonly subject: Subject }) => item.subject === subject;
  const questionnaires = settings.questionnaires.filter(isOurs);
  // Answers count by the questionnaire that asked for them, whatever came into force since.
  const questionnaire =
    version === undefined
      ? inForceOn(questionnaires, moment.today, `questionnaire for the ${subject}`)
      : versionNamed(questionnaires, version);
  if (!questionnaire.accepted) return questionnaire;
  const table = inForceOn(
    settings.tables.filter(isOurs),
    moment.today,
    `allocation table for the ${subject}`,
  );
  if (!table.accepted) return table;
  const contribution = state?.finances?.weeklyContributionPence;
  return allocate({
    questionnaire: questionnaire.value,
    table: table.value,
    answers,
    informalSupport,
    contingencyPercent: settings.contingencyPercent,
    ...(contribution == null ? {} : { contributionWeeklyPence: contribution }),
  });
}

function compared(
  budget: IndicativeBudget,
  help: HelpMinutes,
  { settings, moment }: Omit<Surroundings, 'state'>,
): Outcome<ReckonerComparison> {
  const reckoner = inForceOn(settings.readyReckoners, moment.today, 'ready reckoner');
  return reckoner.accepted
    ? compareWithReckoner(budget.indicativeWeeklyPence, reckoner.value, help)
    : within('/help', reckoner);
}

function within(at: string, { refusal }: Extract<Outcome<never>, { accepted: false }>) {
  return refuse(refusal.kind, refusal.detail, `${at}${refusal.pointer ?? ''}`);
}
