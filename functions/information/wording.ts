import * as z from 'zod';
import type { Council } from '#shared/council/schema.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { type Form, Language, TextFormat } from '#shared/domain/directory/variant.ts';
import type { Ports } from '../ports.ts';

/** The form in which somebody asks for a text. */
export const FormQuery = z.strictObject({
  format: TextFormat.default('standard'),
  language: Language.default('en'),
});

/** What everything that people read before contact says of itself. */
export const formAnswer = {
  /** Whether this is the format and language that was asked for. */
  isAsAsked: z.boolean(),
  availableIn: z.array(z.strictObject({ format: TextFormat, language: Language })),
  askForAnother: z.string(),
};

export function today({ system }: Pick<Ports, 'system'>): CivilDate {
  return civilDateInLondon(system.now());
}

/** How to have a text in a form in which it is not there. */
export function askForAnother({ contacts }: Council): string {
  const { adultSocialCarePhone, openingHours } = contacts;
  return (
    'If you want this in another format or language, or read to you, ' +
    `call ${adultSocialCarePhone} (${openingHours}) and tell us which. It is free.`
  );
}

/** Everyone may ask for an assessment, whatever they have read (Care Act 2014 s9). */
export function howToAskForAnAssessment({ contacts }: Council): string {
  return (
    'You can ask us to look at your needs at any time: on the web, face to face, or by phone on ' +
    `${contacts.adultSocialCarePhone} (${contacts.openingHours}).`
  );
}

/** A text of the preset with its openings filled: ((phone)) and its like. */
export function fillIn(text: string, { name, contacts }: Council): string {
  const values = new Map([
    ['council name', name],
    ['phone', contacts.adultSocialCarePhone],
    ['opening hours', contacts.openingHours],
    ['out of hours phone', contacts.outOfHoursPhone],
    ['safeguarding phone', contacts.safeguardingPhone],
  ]);
  return text.replaceAll(/\(\(([^()]*)\)\)/g, (_, opening: string) => {
    const value = values.get(opening);
    if (value === undefined) throw new Error(`nothing is known to fill ((${opening})) with`);
    return value;
  });
}

export function formsOf(variants: readonly Form[]): Form[] {
  return variants.map(({ format, language }) => ({ format, language }));
}
