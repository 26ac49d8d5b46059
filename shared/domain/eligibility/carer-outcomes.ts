import * as z from 'zod';

/** The eight outcomes of SI 2015/313 reg 3(2)(b)(i) to (viii), in the regulation's order. */
export const CarerOutcome = z
  .enum([
    'CARER-CHILD',
    'CARER-OTHERS',
    'CARER-HABITABLEHOME',
    'CARER-NUTRITION',
    'CARER-RELATIONSHIPS',
    'CARER-WTEV',
    'CARER-COMMUNITY',
    'CARER-RECREATION',
  ])
  .meta({ id: 'CarerOutcome' });
export type CarerOutcome = z.infer<typeof CarerOutcome>;

export const carerOutcomeLabels = {
  'CARER-CHILD': 'carrying out any caring responsibilities for a child',
  'CARER-OTHERS': 'providing care to other people',
  'CARER-HABITABLEHOME': 'maintaining a habitable home environment',
  'CARER-NUTRITION': 'managing and maintaining nutrition',
  'CARER-RELATIONSHIPS': 'developing and maintaining family or other personal relationships',
  'CARER-WTEV': 'engaging in work, training, education or volunteering',
  'CARER-COMMUNITY': 'making use of necessary facilities or services in the local community',
  'CARER-RECREATION': 'engaging in recreational activities',
} satisfies Record<CarerOutcome, string>;

/** Why a carer cannot achieve an outcome: the limbs of SI 2015/313 reg 3(3)(a) to (c). Taking
 * longer than expected is a limb for the adult only. */
export const CarerLimb = z
  .enum(['not-without-assistance', 'significant-pain', 'endangers'])
  .meta({ id: 'CarerLimb' });
export type CarerLimb = z.infer<typeof CarerLimb>;

/** What was found about one of the carer's own outcomes. */
export const CarerFinding = z
  .strictObject({
    achieved: z.boolean(),
    limbs: z.array(CarerLimb).max(3),
    evidence: z.string().trim().max(4000),
  })
  .meta({ id: 'CarerFinding' });
export type CarerFinding = z.infer<typeof CarerFinding>;
