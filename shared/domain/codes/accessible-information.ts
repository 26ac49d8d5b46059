import * as z from 'zod';
import { Remark } from '../contact/text.ts';

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

/** How somebody must be reached because another way does not work for them. */
export const ContactMethod = z
  .enum(['telephone', 'text-message', 'text-relay', 'email', 'letter', 'through-somebody-else'])
  .meta({ id: 'ContactMethod' });
export type ContactMethod = z.infer<typeof ContactMethod>;

export const contactMethodLabels = {
  telephone: 'By telephone',
  'text-message': 'By text message',
  'text-relay': 'By text relay (Relay UK)',
  email: 'By email',
  letter: 'By letter',
  'through-somebody-else': 'Through somebody they name',
} satisfies Record<ContactMethod, string>;

/** Who must be there so that both sides understand each other. */
export const CommunicationProfessional = z
  .enum([
    'bsl-interpreter',
    'sign-supported-english-interpreter',
    'deafblind-interpreter',
    'lipspeaker',
    'speech-to-text-reporter',
    'notetaker',
  ])
  .meta({ id: 'CommunicationProfessional' });
export type CommunicationProfessional = z.infer<typeof CommunicationProfessional>;

export const communicationProfessionalLabels = {
  'bsl-interpreter': 'British Sign Language interpreter',
  'sign-supported-english-interpreter': 'Sign Supported English interpreter',
  'deafblind-interpreter': 'Deafblind manual or hands-on signing interpreter',
  lipspeaker: 'Lipspeaker',
  'speech-to-text-reporter': 'Speech-to-text reporter',
  notetaker: 'Notetaker',
} satisfies Record<CommunicationProfessional, string>;

/** What helps somebody to take part in a conversation. */
export const CommunicationSupport = z
  .enum([
    'more-time',
    'plain-words',
    'hearing-aid',
    'hearing-loop',
    'lipreads',
    'communication-aid',
    'makaton',
    'pictures-or-objects',
    'somebody-with-them',
  ])
  .meta({ id: 'CommunicationSupport' });
export type CommunicationSupport = z.infer<typeof CommunicationSupport>;

export const communicationSupportLabels = {
  'more-time': 'More time to take in and to answer',
  'plain-words': 'Short sentences and plain words',
  'hearing-aid': 'Uses a hearing aid',
  'hearing-loop': 'Needs a hearing loop',
  lipreads: 'Lipreads: face them and speak clearly',
  'communication-aid': 'Uses a communication aid or device',
  makaton: 'Uses Makaton',
  'pictures-or-objects': 'Pictures, symbols or objects',
  'somebody-with-them': 'Somebody they know with them',
} satisfies Record<CommunicationSupport, string>;

/** What somebody needs so as to be reached, informed and understood, in the standard's four groups.
 * An empty group is none known. */
export const AccessNeeds = z
  .strictObject({
    contactMethods: z.array(ContactMethod).max(6).default([]),
    informationFormats: z.array(InformationFormat).max(6).default([]),
    professionals: z.array(CommunicationProfessional).max(6).default([]),
    support: z.array(CommunicationSupport).max(9).default([]),
    /** What no code says, in words. */
    inWords: Remark.optional(),
  })
  .meta({ id: 'AccessNeeds' });
export type AccessNeeds = z.infer<typeof AccessNeeds>;
