import * as z from 'zod';
import { CaseParams, Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { fillLetter, wordsIn } from '#shared/council/letters/letters.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { findLetter, LetterRecord } from '#shared/stores/front-door/letter-store.ts';
import { everyCaseRole } from '../cases/case-roles.ts';
import type { Ports } from '../ports.ts';
import { letterValues } from './letter-values.ts';
import { letterFor } from './letters-by-event.ts';
import { wordsFor } from './words-for.ts';

const LetterAnswer = z
  .strictObject({
    letter: LetterRecord,
    /** In the person's language where the council has it, and else in English. */
    words: z.strictObject({
      subject: z.string(),
      body: z.string(),
      text: z.string().optional(),
    }),
  })
  .meta({ id: 'LetterAnswer' });

/** Three reads, and none of the contact: how it goes out is decided already. */
export const readLetter = staffOperation({
  id: 'read-letter',
  method: 'GET',
  path: '/cases/{caseId}/letters/{letterId}',
  tag: 'Letters',
  roles: everyCaseRole,
  summary: 'A letter with its words, to send by hand or to read out',
  params: CaseParams.extend({ letterId: Id }),
  query: NoQuery,
  answer: LetterAnswer,
  async handle({ params }, ports: Pick<Ports, 'table' | 'cases' | 'people' | 'council'>) {
    const letter = await findLetter(ports.table, params.caseId, params.letterId);
    const event = letter && (await ports.cases.at(params.caseId, letter.event));
    const name = event && letterFor(event);
    if (!letter || !name) return refuse('not-found', 'There is no such letter.');
    const person = await ports.people.last(event.after.personId);
    if (!person) throw new Error('the case is about nobody');
    const { language } = letter;
    const values = letterValues(event, person.after.details, { council: ports.council, language });
    const filled = fillLetter(wordsIn(ports.council.letters[name], language), values);
    const words = wordsFor(letter.reader, filled, values['person name']);
    return accept({ status: 200, body: { letter, words } });
  },
});
