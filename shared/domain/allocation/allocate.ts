import { type Pence, percentageOf } from '../money/pence.ts';
import { accept, type Outcome, refuse } from '../outcome.ts';
import { weeklyPenceForPoints } from './convert-points.ts';
import { type Amounts, explainAllocation } from './explain-allocation.ts';
import type { AllocationInputs, DomainPoints, IndicativeBudget } from './indicative-budget.ts';
import { reductionHundredths } from './informal-support.ts';
import { versionNamed } from './policy-item.ts';
import { type Questionnaire, scoreAnswers } from './questionnaire.ts';
import type { AllocationTable } from './tables.ts';

export interface AllocationRequest extends AllocationInputs {
  readonly questionnaire: Questionnaire;
  readonly table: AllocationTable;
}

function domainPoints(request: AllocationRequest): Outcome<readonly DomainPoints[]> {
  const { questionnaire, informalSupport } = request;
  const stranger = Object.keys(informalSupport).find(
    (id) => !questionnaire.domains.some((domain) => domain.id === id),
  );
  if (stranger !== undefined) {
    const detail = `Questionnaire ${questionnaire.version} has no domain ${stranger}.`;
    return refuse('answer-unknown', detail, `/informalSupport/${stranger}`);
  }
  const scored = scoreAnswers(questionnaire, request.answers);
  if (!scored.accepted) return scored;
  return accept(
    scored.value.map(({ domain, points }) => {
      const support = domain.isReducedBySupport ? informalSupport[domain.id] : undefined;
      const adjustment = reductionHundredths(points, support, questionnaire.informalSupport);
      return {
        domainId: domain.id,
        name: domain.name,
        points,
        adjustmentHundredths: adjustment,
        remainingHundredths: points * 100 - adjustment,
      };
    }),
  );
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function amountsOf(grossWeeklyPence: Pence, inputs: AllocationInputs): Amounts {
  // Rounding the part held back down leaves the fraction of a penny with the person.
  const contingencyWeeklyPence = percentageOf(grossWeeklyPence, inputs.contingencyPercent, 'down');
  const indicativeWeeklyPence = grossWeeklyPence - contingencyWeeklyPence;
  const shared = { grossWeeklyPence, contingencyWeeklyPence, indicativeWeeklyPence };
  const assessed = inputs.contributionWeeklyPence;
  if (assessed === undefined) {
    return { ...shared, netWeeklyPence: indicativeWeeklyPence };
  }
  // Nobody pays more than the cost of the care (SI 2014/2672; Care Act 2014 s14(4)).
  const contributionWeeklyPence = Math.min(assessed, indicativeWeeklyPence);
  return {
    ...shared,
    contributionWeeklyPence,
    netWeeklyPence: indicativeWeeklyPence - contributionWeeklyPence,
  };
}

function inputsOf(request: AllocationRequest): AllocationInputs {
  const { questionnaire, table, ...inputs } = request;
  return inputs;
}

/** The indicative weekly budget in pence: points by domain, less informal support, through the
 * council's table, less the contingency; beside it the contribution and the council's share. The
 * same for every user group (ADASS common resource allocation framework, 2010), and the same again
 * for the same inputs and versions. A carer's budget is worked from a carer's questionnaire and
 * table and is never added to the adult's (Care Act 2014 s20, s14(3)).
 * Refuses `answer-missing`, `answer-unknown`, `points-out-of-range`, a table that is unusable by
 * name, and `table-unusable` where the table is for somebody else. */
export function allocate(request: AllocationRequest): Outcome<IndicativeBudget> {
  const { questionnaire, table } = request;
  if (questionnaire.subject !== table.subject) {
    const detail = `Table ${table.version} is for the ${table.subject}, not for the ${questionnaire.subject}.`;
    return refuse('table-unusable', detail, '/table');
  }
  const scored = domainPoints(request);
  if (!scored.accepted) return scored;
  const domains = scored.value;
  const remainingHundredths = total(domains.map((domain) => domain.remainingHundredths));
  const gross = weeklyPenceForPoints(table, remainingHundredths);
  if (!gross.accepted) return gross;
  const amounts = amountsOf(gross.value, request);
  return accept({
    subject: questionnaire.subject,
    questionnaireVersion: questionnaire.version,
    tableVersion: table.version,
    tableProvenance: table.provenance,
    inputs: inputsOf(request),
    domains: [...domains],
    points: total(domains.map((domain) => domain.points)),
    adjustmentHundredths: total(domains.map((domain) => domain.adjustmentHundredths)),
    remainingHundredths,
    ...amounts,
    explanation: explainAllocation(
      table,
      { domains, remainingHundredths, informalSupport: request.informalSupport },
      amounts,
    ),
  });
}

/** Works an allocation again from its stored inputs under the versions that it names.
 * Refuses `policy-not-in-force` when a version is no longer kept. */
export function replayAllocation(
  recorded: Pick<IndicativeBudget, 'questionnaireVersion' | 'tableVersion' | 'inputs'>,
  kept: {
    readonly questionnaires: readonly Questionnaire[];
    readonly tables: readonly AllocationTable[];
  },
): Outcome<IndicativeBudget> {
  const questionnaire = versionNamed(kept.questionnaires, recorded.questionnaireVersion);
  if (!questionnaire.accepted) return questionnaire;
  const table = versionNamed(kept.tables, recorded.tableVersion);
  if (!table.accepted) return table;
  return allocate({
    ...recorded.inputs,
    questionnaire: questionnaire.value,
    table: table.value,
  });
}
