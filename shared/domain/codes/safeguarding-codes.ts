import * as z from 'zod';

/** What kind of abuse or neglect is feared (Safeguarding Adults Collection, 2025-26). */
export const RiskType = z
  .enum([
    'physical',
    'sexual',
    'psychological',
    'financial-or-material',
    'discriminatory',
    'organisational',
    'neglect-and-acts-of-omission',
    'domestic-abuse',
    'sexual-exploitation',
    'modern-slavery',
    'self-neglect',
  ])
  .meta({ id: 'RiskType' });
export type RiskType = z.infer<typeof RiskType>;

export const riskTypeLabels = {
  physical: 'Physical',
  sexual: 'Sexual',
  psychological: 'Psychological',
  'financial-or-material': 'Financial or Material',
  discriminatory: 'Discriminatory',
  organisational: 'Organisational',
  'neglect-and-acts-of-omission': 'Neglect and Acts of Omission',
  'domestic-abuse': 'Domestic Abuse',
  'sexual-exploitation': 'Sexual Exploitation',
  'modern-slavery': 'Modern Slavery',
  'self-neglect': 'Self-Neglect',
} satisfies Record<RiskType, string>;

/** Where the risk is. */
export const RiskLocation = z
  .enum([
    'own-home',
    'in-the-community',
    'community-service',
    'care-home-nursing',
    'care-home-residential',
    'hospital-acute',
    'hospital-mental-health',
    'hospital-community',
    'other',
  ])
  .meta({ id: 'RiskLocation' });
export type RiskLocation = z.infer<typeof RiskLocation>;

export const riskLocationLabels = {
  'own-home': 'Own Home',
  'in-the-community': 'In the Community',
  'community-service': 'Community Service',
  'care-home-nursing': 'Care Home - Nursing',
  'care-home-residential': 'Care Home - Residential',
  'hospital-acute': 'Hospital - Acute',
  'hospital-mental-health': 'Hospital - Mental Health',
  'hospital-community': 'Hospital - Community',
  other: 'Other',
} satisfies Record<RiskLocation, string>;

/** Who the risk is thought to come from. */
export const RiskSource = z
  .enum(['service-provider', 'other-known', 'other-unknown'])
  .meta({ id: 'RiskSource' });
export type RiskSource = z.infer<typeof RiskSource>;

export const riskSourceLabels = {
  'service-provider': 'Service Provider',
  'other-known': 'Other - Known to individual',
  'other-unknown': 'Other - Unknown to individual',
} satisfies Record<RiskSource, string>;
