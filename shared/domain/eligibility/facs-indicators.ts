import * as z from 'zod';

/** The four bands of Fair Access to Care Services, highest first (LAC(2002)13; Department of
 * Health, Prioritising need, 2010). */
export const FacsBand = z
  .enum(['critical', 'substantial', 'moderate', 'low'])
  .meta({ id: 'FacsBand' });
export type FacsBand = z.infer<typeof FacsBand>;

/** What puts a person in each band: any one of its indicators. */
const facsIndicatorsOf = {
  critical: [
    'FACS-CRITICAL-LIFE',
    'FACS-CRITICAL-HEALTH',
    'FACS-CRITICAL-CONTROL',
    'FACS-CRITICAL-ABUSE',
    'FACS-CRITICAL-ROUTINES',
    'FACS-CRITICAL-LEARNING',
    'FACS-CRITICAL-SUPPORT',
    'FACS-CRITICAL-ROLES',
  ],
  substantial: [
    'FACS-SUBSTANTIAL-CONTROL',
    'FACS-SUBSTANTIAL-ABUSE',
    'FACS-SUBSTANTIAL-ROUTINES',
    'FACS-SUBSTANTIAL-LEARNING',
    'FACS-SUBSTANTIAL-SUPPORT',
    'FACS-SUBSTANTIAL-ROLES',
  ],
  moderate: [
    'FACS-MODERATE-ROUTINES',
    'FACS-MODERATE-LEARNING',
    'FACS-MODERATE-SUPPORT',
    'FACS-MODERATE-ROLES',
  ],
  low: ['FACS-LOW-ROUTINES', 'FACS-LOW-LEARNING', 'FACS-LOW-SUPPORT', 'FACS-LOW-ROLES'],
} as const satisfies Record<FacsBand, readonly string[]>;

export const FacsIndicator = z
  .enum([
    ...facsIndicatorsOf.critical,
    ...facsIndicatorsOf.substantial,
    ...facsIndicatorsOf.moderate,
    ...facsIndicatorsOf.low,
  ])
  .meta({ id: 'FacsIndicator' });
export type FacsIndicator = z.infer<typeof FacsIndicator>;

export const facsIndicatorLabels = {
  'FACS-CRITICAL-LIFE': 'life is or will be threatened',
  'FACS-CRITICAL-HEALTH': 'there are or will be significant health problems',
  'FACS-CRITICAL-CONTROL':
    'there is little or no choice and control over vital aspects of the immediate environment',
  'FACS-CRITICAL-ABUSE': 'serious abuse or neglect has occurred or will occur',
  'FACS-CRITICAL-ROUTINES': 'vital personal care or domestic routines cannot be carried out',
  'FACS-CRITICAL-LEARNING': 'vital work, education or learning cannot be sustained',
  'FACS-CRITICAL-SUPPORT': 'vital social support cannot be sustained',
  'FACS-CRITICAL-ROLES': 'vital family and other social roles cannot be undertaken',
  'FACS-SUBSTANTIAL-CONTROL':
    'there is only partial choice and control over the immediate environment',
  'FACS-SUBSTANTIAL-ABUSE': 'abuse or neglect has occurred or will occur',
  'FACS-SUBSTANTIAL-ROUTINES':
    'the majority of personal care or domestic routines cannot be carried out',
  'FACS-SUBSTANTIAL-LEARNING': 'many aspects of work, education or learning cannot be sustained',
  'FACS-SUBSTANTIAL-SUPPORT': 'the majority of social support cannot be sustained',
  'FACS-SUBSTANTIAL-ROLES': 'the majority of family and other social roles cannot be undertaken',
  'FACS-MODERATE-ROUTINES': 'several personal care or domestic routines cannot be carried out',
  'FACS-MODERATE-LEARNING': 'several aspects of work, education or learning cannot be sustained',
  'FACS-MODERATE-SUPPORT': 'several social supports cannot be sustained',
  'FACS-MODERATE-ROLES': 'several family and other social roles cannot be undertaken',
  'FACS-LOW-ROUTINES': 'one or two personal care or domestic routines cannot be carried out',
  'FACS-LOW-LEARNING': 'one or two aspects of work, education or learning cannot be sustained',
  'FACS-LOW-SUPPORT': 'one or two social supports cannot be sustained',
  'FACS-LOW-ROLES': 'one or two family and other social roles cannot be undertaken',
} satisfies Record<FacsIndicator, string>;

/** The highest band that any of the indicators triggers, or null when there is none (Prioritising
 * need, 2010). Also used for a band noted at referral, before anything is decided. */
export function facsBandOf(indicators: readonly FacsIndicator[]): FacsBand | null {
  const found: ReadonlySet<string> = new Set(indicators);
  return (
    FacsBand.options.find((band) => facsIndicatorsOf[band].some((code) => found.has(code))) ?? null
  );
}
