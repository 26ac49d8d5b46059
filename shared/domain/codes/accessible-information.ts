import * as z from 'zod';

/** The four groups of need in the Accessible Information Standard (DAPB1605). Language and
 * interpreter are recorded apart from them. */
export const AccessibleInformationNeed = z
  .enum([
    'specific-contact-method',
    'specific-information-format',
    'communication-professional',
    'communication-support',
  ])
  .meta({ id: 'AccessibleInformationNeed' });
export type AccessibleInformationNeed = z.infer<typeof AccessibleInformationNeed>;

export const accessibleInformationNeedLabels = {
  'specific-contact-method': 'Needs a specific contact method',
  'specific-information-format': 'Needs information in a specific format',
  'communication-professional': 'Needs a communication professional',
  'communication-support': 'Needs communication support',
} satisfies Record<AccessibleInformationNeed, string>;

/** The formats in which a letter can be made (DAPB1605, specific information format). */
export const InformationFormat = z
  .enum(['large-print', 'easy-read', 'braille', 'audio', 'bsl-video', 'electronic'])
  .meta({ id: 'InformationFormat' });
export type InformationFormat = z.infer<typeof InformationFormat>;

export const informationFormatLabels = {
  'large-print': 'Large print',
  'easy-read': 'Easy Read',
  braille: 'Braille',
  audio: 'Audio',
  'bsl-video': 'BSL video',
  electronic: 'Electronic',
} satisfies Record<InformationFormat, string>;
