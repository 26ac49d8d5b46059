import { AdultOutcome } from '#shared/domain/eligibility/adult-outcomes.ts';
import { CarerOutcome } from '#shared/domain/eligibility/carer-outcomes.ts';

// Answers to the assessment forms that ship, as a practitioner saves them.

/** How the assessment was held: what every form asks of the worker. */
export function heldOn(assessedOn: string) {
  return {
    'assessed-on': assessedOn,
    present: [{ name: 'Edwin Lanternby', relationship: 'self' }],
    'assessor-name': 'Rowan Pebblewick',
    'assessor-competence': 'Qualified social worker.',
    'taking-part-reason': 'Takes part in everything.',
    options: [{ option: 'Direct payment', personsView: 'Yes, to choose his own assistants.' }],
    'chc-result': 'not-indicated',
    'chc-reason': 'His health is stable.',
  };
}

export const ownWords = {
  'own-account': 'I want my own front door.',
  'what-matters': 'Choosing who helps me and when.',
};

/** The published score of Cheshire in 2008: 100 points, 620.00 a week. */
export const scoresOf100Points = {
  washing: 'full-help',
  dressing: 'full-help',
  toilet: 'full-help',
  meals: 'full-help',
  moving: 'full-help',
  nights: 'constantly',
  safety: 'full-help',
  home: 'full-help',
  medicines: 'full-help',
  deciding: 'alone',
  communicating: 'alone',
  people: 'much-help',
  work: 'much-help',
  caring: 'alone',
  wellbeing: 'sometimes',
  carer: 'cannot-go-on',
};

/** The ten outcomes of the Care Act, of which those named cannot be achieved. */
export function findingsOf(missing: readonly AdultOutcome[]) {
  const entries = AdultOutcome.options.map((outcome) => {
    const achieved = !missing.includes(outcome);
    const limbs = achieved ? [] : ['not-without-assistance'];
    const evidence = achieved ? '' : 'Seen at the visit.';
    return [outcome.toLowerCase(), { achieved, limbs, evidence, carerHelpsNow: false }];
  });
  return Object.fromEntries(entries);
}

/** What the law of 2014 asks before anything else. */
export function askedFirst(informedOn: string, wish: boolean) {
  return { 'informed-on': informedOn, 'self-assessment-wish': wish };
}

/** Every answer that the adult's form of the Care Act must have. */
export function wholeAnswers(assessedOn: string) {
  return {
    ...heldOn(assessedOn),
    ...askedFirst(assessedOn, false),
    ...ownWords,
    ...findingsOf(['CA-HYGIENE', 'CA-CLOTHING']),
    'well-being-impact': 'He does not go out unwashed.',
    ...scoresOf100Points,
  };
}

/** Every answer that the adult's form of 2008 must have. */
export function facsAnswers(assessedOn: string) {
  return {
    ...heldOn(assessedOn),
    ...ownWords,
    ...scoresOf100Points,
    needs: [
      {
        domain: 'daily-routines',
        need: 'All personal care, transfers, meals',
        outcomeWanted: 'To be up by nine',
        carerHelpsNow: true,
      },
    ],
  };
}

/** Every answer that the carer's form of the Care Act must have: somebody who never has a break. */
export function carerAnswers(assessedOn: string) {
  const findings = CarerOutcome.options.map((outcome) => {
    const achieved = outcome !== 'CARER-RECREATION';
    const limbs = achieved ? [] : ['not-without-assistance'];
    const evidence = achieved ? '' : 'She has not left the house since spring.';
    return [outcome.toLowerCase(), { achieved, limbs, evidence }];
  });
  return {
    ...heldOn(assessedOn),
    ...askedFirst(assessedOn, false),
    ...ownWords,
    ...Object.fromEntries(findings),
    'willing-and-able': 'for-now',
    'health-and-caring': 'Her back hurts at night.',
    'well-being-impact': 'She sees nobody.',
    hours: 'constantly',
    health: 'much',
    'own-life': 'no',
    breaks: 'no',
  };
}
