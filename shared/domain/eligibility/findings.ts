import { type Refused, refuse } from '../outcome.ts';
import type { Fluctuation, WellBeingJudgement } from './decision.ts';

interface Finding {
  readonly achieved: boolean;
  readonly limbs: readonly string[];
  readonly evidence: string;
}

interface Judged {
  readonly outcomes: Readonly<Record<string, Finding>>;
  readonly fluctuation: Fluctuation;
  readonly wellBeing: WellBeingJudgement;
}

/** What keeps a Care Act judgement from being a decision, as `determination-incomplete` with a
 * pointer to the field, or undefined when it is whole. The limbs are those of SI 2015/313 reg 2(3)
 * or 3(3). */
export function incompleteIn(judged: Judged): Refused | undefined {
  const refused = incompleteFindings(judged.outcomes, '/outcomes');
  if (refused !== undefined) return refused;
  if (judged.fluctuation.isFluctuating && judged.fluctuation.periodConsidered === '') {
    return incomplete(
      'Say over which period the changing needs were judged.',
      '/fluctuation/periodConsidered',
    );
  }
  if (judged.wellBeing.significant && judged.wellBeing.areas.length === 0) {
    return incomplete('Name each area of well-being that is affected.', '/wellBeing/areas');
  }
  return undefined;
}

/** What keeps findings, which stand at `at` in the input, from being whole. */
export function incompleteFindings(outcomes: Judged['outcomes'], at: string): Refused | undefined {
  for (const [code, finding] of Object.entries(outcomes)) {
    const refused = incompleteFinding(finding, `${at}/${code}`);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function incompleteFinding(finding: Finding, at: string): Refused | undefined {
  if (finding.achieved && finding.limbs.length > 0) {
    return incomplete('An outcome that is achieved has no reason why it is not.', `${at}/limbs`);
  }
  if (finding.achieved) return undefined;
  if (finding.limbs.length === 0) {
    return incomplete('Say in which way the outcome cannot be achieved.', `${at}/limbs`);
  }
  if (new Set(finding.limbs).size < finding.limbs.length) {
    return incomplete('Name each reason once.', `${at}/limbs`);
  }
  if (finding.evidence === '') {
    return incomplete('Give the evidence for an outcome not achieved.', `${at}/evidence`);
  }
  return undefined;
}

function incomplete(detail: string, pointer: string): Refused {
  return refuse('determination-incomplete', detail, pointer);
}
