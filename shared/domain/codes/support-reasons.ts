import * as z from 'zod';

/** Why a person mainly needs support: the national return's primary support reasons (Client Level
 * Data, release 2). */
export const SupportReason = z
  .enum([
    'physical-access-and-mobility',
    'physical-personal-care',
    'sensory-visual',
    'sensory-hearing',
    'sensory-dual',
    'memory-and-cognition',
    'learning-disability',
    'mental-health',
    'social-substance-misuse',
    'social-asylum-seeker',
    'social-isolation-or-other',
    'social-unpaid-carer',
    'unknown',
  ])
  .meta({ id: 'SupportReason' });
export type SupportReason = z.infer<typeof SupportReason>;

export const supportReasonLabels = {
  'physical-access-and-mobility': 'Physical support: Access and mobility only',
  'physical-personal-care': 'Physical support: Personal care support',
  'sensory-visual': 'Sensory support: Support for visual impairment',
  'sensory-hearing': 'Sensory support: Support for hearing impairment',
  'sensory-dual': 'Sensory support: Support for dual impairment',
  'memory-and-cognition': 'Support with memory and cognition',
  'learning-disability': 'Learning disability support',
  'mental-health': 'Mental health support',
  'social-substance-misuse': 'Social support: Substance misuse support',
  'social-asylum-seeker': 'Social support: Asylum seeker support',
  'social-isolation-or-other': 'Social support: Support for social isolation or other reason',
  'social-unpaid-carer': 'Social support: Support to unpaid carer',
  unknown: 'Unknown',
} satisfies Record<SupportReason, string>;
