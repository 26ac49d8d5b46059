import { describe, expect, it } from 'vitest';
import {
  Determination,
  DeterminationInputs,
  determine,
} from '#shared/domain/eligibility/determination.ts';
import { eligibleNeeds } from '#shared/domain/eligibility/eligible-needs.ts';
import { explainDetermination } from '#shared/domain/eligibility/words/explain-determination.ts';
import { adult, carer, facs } from './inputs.ts';

const ill = { healthAtRisk: { holds: true, evidence: 'Her back is worse each month.' } };
const eligibleAdult = adult({
  'CA-NUTRITION': 'not-without-assistance',
  'CA-HYGIENE': 'takes-significantly-longer',
});

function determined(inputs: DeterminationInputs): Determination {
  const outcome = determine(inputs);
  if (!outcome.accepted) throw new Error(outcome.refusal.detail);
  return outcome.value;
}

describe('A determination', () => {
  it.each([
    ['an adult', eligibleAdult],
    ['a carer', carer({ 'CARER-CHILD': 'endangers' }, ill)],
    ['someone under FACS', facs(['FACS-CRITICAL-LIFE', 'FACS-LOW-ROLES'])],
  ])('of %s, kept and read again, is replayed to the same decision', (_whom, inputs) => {
    const kept = Determination.parse(JSON.parse(JSON.stringify(determined(inputs))));
    expect(determined(kept.inputs)).toEqual(kept);
  });

  it('is not made by a scheme that nobody knows', () => {
    const inputs = { ...eligibleAdult, scheme: 'care-act-2024' };
    expect(DeterminationInputs.safeParse(inputs).success).toBe(false);
  });

  it.each([
    ['an adult', eligibleAdult, ['CA-NUTRITION', 'CA-HYGIENE']],
    ['an adult who is not eligible', adult({ 'CA-NUTRITION': 'endangers' }), []],
    ['a carer', carer({ 'CARER-CHILD': 'endangers' }), ['CARER-CHILD']],
    ['a carer whose health is at risk', carer({}, ill), ['CARER-HEALTH']],
    [
      'someone under FACS',
      facs(['FACS-LOW-ROLES', 'FACS-SUBSTANTIAL-ABUSE', 'FACS-CRITICAL-LIFE']),
      ['FACS-SUBSTANTIAL-ABUSE', 'FACS-CRITICAL-LIFE'],
    ],
    ['someone below the threshold', facs(['FACS-LOW-ROLES']), []],
  ])('of %s names the needs that a plan must cover', (_whom, inputs, needs) => {
    expect(eligibleNeeds(determined(inputs))).toEqual(needs);
  });
});

describe('The letter of reasons', () => {
  it('tells an adult the decision, each condition and rule, each outcome, and who decided', () => {
    const nutrition = { ...eligibleAdult.outcomes['CA-NUTRITION'], carerHelpsNow: true };
    const outcomes = { ...eligibleAdult.outcomes, 'CA-NUTRITION': nutrition };
    expect(explainDetermination(determined({ ...eligibleAdult, outcomes }))).toEqual([
      'Your needs are eligible for support.',
      'The needs come from a physical or mental impairment or illness. (SI 2015/313 reg 2(1)(a))',
      '2 of the ten outcomes cannot be achieved: managing and maintaining nutrition; ' +
        'maintaining personal hygiene. (SI 2015/313 reg 2(1)(b))',
      'There is, or is likely to be, a significant impact on well-being: personal dignity. ' +
        '(SI 2015/313 reg 2(1)(c))',
      'Managing and maintaining nutrition: you need help or prompting to do it (reg 2(3)(a)). ' +
        'Seen at the visit.',
      'Maintaining personal hygiene: it takes you significantly longer than would normally be ' +
        'expected (reg 2(3)(d)). Seen at the visit.',
      'A carer helps you now with managing and maintaining nutrition. This did not change the decision.',
      'Well-being: She has stopped leaving the house.',
      'Decided by A Practitioner on 2026-07-17.',
    ]);
  });

  it('tells someone who is not eligible that written advice follows', () => {
    const [verdict] = explainDetermination(determined(adult({})));
    expect(verdict).toBe(
      'Your needs are not eligible for support. We will tell you in writing what can help.',
    );
  });

  it('speaks to a carer as a carer, with the limbs of their own test', () => {
    const lines = explainDetermination(determined(carer({ 'CARER-CHILD': 'endangers' }, ill)));
    expect(lines[0]).toBe('Your needs as a carer are eligible for support.');
    expect(lines).toContain(
      'Carrying out any caring responsibilities for a child: doing it puts your health or safety, ' +
        'or that of others, in danger (reg 3(3)(c)). Seen at the visit.',
    );
  });

  it('tells someone under FACS what was found', () => {
    const lines = explainDetermination(determined(facs(['FACS-CRITICAL-LIFE'])));
    expect(lines).toContain(
      'We found that life is or will be threatened: Seen at the first visit.',
    );
    expect(lines.at(-1)).toBe('Decided by A Practitioner on 2008-06-20.');
  });
});
