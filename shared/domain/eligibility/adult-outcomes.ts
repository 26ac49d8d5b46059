import * as z from 'zod';

/** The ten outcomes of SI 2015/313 reg 2(2)(a) to (j), in the regulation's order. */
export const AdultOutcome = z
  .enum([
    'CA-NUTRITION',
    'CA-HYGIENE',
    'CA-TOILET',
    'CA-CLOTHING',
    'CA-HOMESAFETY',
    'CA-HABITABLEHOME',
    'CA-RELATIONSHIPS',
    'CA-WTEV',
    'CA-COMMUNITY',
    'CA-CARINGOTHERS',
  ])
  .meta({ id: 'AdultOutcome' });
export type AdultOutcome = z.infer<typeof AdultOutcome>;

export const adultOutcomeLabels = {
  'CA-NUTRITION': 'managing and maintaining nutrition',
  'CA-HYGIENE': 'maintaining personal hygiene',
  'CA-TOILET': 'managing toilet needs',
  'CA-CLOTHING': 'being appropriately clothed',
  'CA-HOMESAFETY': 'being able to make use of the home safely',
  'CA-HABITABLEHOME': 'maintaining a habitable home environment',
  'CA-RELATIONSHIPS': 'developing and maintaining family or other personal relationships',
  'CA-WTEV': 'accessing and engaging in work, training, education or volunteering',
  'CA-COMMUNITY':
    'using necessary facilities or services in the community, public transport and recreation included',
  'CA-CARINGOTHERS': 'carrying out any caring responsibilities for a child',
} satisfies Record<AdultOutcome, string>;

/** Why an outcome cannot be achieved: the limbs of SI 2015/313 reg 2(3)(a) to (d). */
export const AdultLimb = z
  .enum(['not-without-assistance', 'significant-pain', 'endangers', 'takes-significantly-longer'])
  .meta({ id: 'AdultLimb' });
export type AdultLimb = z.infer<typeof AdultLimb>;

/** What was found about one outcome. `achieved` and its limbs are judged as if no carer helped. */
export const AdultFinding = z
  .strictObject({
    achieved: z.boolean(),
    limbs: z.array(AdultLimb).max(4),
    evidence: z.string().trim().max(4000),
    carerHelpsNow: z.boolean(),
  })
  .meta({ id: 'AdultFinding' });
export type AdultFinding = z.infer<typeof AdultFinding>;
