import type { Pence } from '../money/pence.ts';
import type { AssessmentBasis } from './assessment-basis.ts';
import type { Charge, ChargeLine } from './charge.ts';
import { resultLine } from './local/local-steps.ts';

type Facts = Pick<Charge, 'basis' | 'rule' | 'reason'> & Partial<Pick<Charge, 'reviewOn'>>;

type Found = Facts & { readonly mostPence: Pence | null; readonly evidence: string };

interface Outside extends Facts {
  readonly pence: Pence;
  readonly mostPence: Pence | null;
  readonly lines: readonly ChargeLine[];
}

type NotFull = Exclude<AssessmentBasis, { kind: 'full' }>;

/** What is charged where the person's means are not, or not yet, assessed in full: never more than
 * the care costs. */
export function chargeOutsideMeans(assessment: NotFull, costPence: Pence): Outside {
  const { mostPence, evidence, ...facts } = found(assessment);
  const pence = Math.min(mostPence ?? costPence, costPence);
  return {
    ...facts,
    pence,
    mostPence,
    lines: [{ ...resultLine(facts.reason, pence, pence, facts.rule), evidence }],
  };
}

function found(assessment: NotFull): Found {
  switch (assessment.kind) {
    case 'light-touch':
      return lightTouch(assessment);
    case 'refused':
      // Nothing but this and capital leads to the full cost (reg 10(1)).
      return {
        basis: 'refused',
        mostPence: null,
        rule: 'SI 2014/2672 reg 10(1)',
        reason: 'The full cost, because you refused a financial assessment',
        evidence: `${assessment.refusal} (recorded on ${assessment.recordedOn})`,
      };
    case 'provisional':
      return {
        basis: 'provisional',
        mostPence: assessment.weeklyPence,
        rule: 'Care Act 2014 s17',
        reason: 'A provisional amount until your finances are assessed',
        evidence: 'Told in writing',
        reviewOn: assessment.reviewOn,
      };
    case 'incomplete':
      return {
        basis: 'incomplete',
        mostPence: assessment.weeklyPence,
        rule: 'Care Act 2014 s17',
        reason: 'A provisional amount until what is missing is there',
        evidence: `Missing: ${assessment.missing}. Help offered: ${assessment.helpOffered}`,
        reviewOn: assessment.reviewOn,
      };
  }
}

type LightTouch = Extract<AssessmentBasis, { kind: 'light-touch' }>;

/** With the person's consent and named evidence (SI 2014/2672 reg 10(2)-(3)). */
function lightTouch(assessment: LightTouch): Found {
  const facts = {
    basis: 'light-touch',
    rule: 'SI 2014/2672 reg 10(2)-(3)',
    evidence: assessment.evidence,
  } as const;
  switch (assessment.ground) {
    case 'significant-means': {
      const reason =
        'The full cost, because you have significant means and want no full assessment';
      return { ...facts, mostPence: null, reason };
    }
    case 'small-charge': {
      const reason = 'A small charge that you can plainly pay';
      return { ...facts, mostPence: assessment.weeklyPence, reason };
    }
    case 'nothing-to-pay': {
      const reason = 'Nothing, because your benefits show that you cannot pay';
      return { ...facts, mostPence: 0, reason };
    }
  }
}
