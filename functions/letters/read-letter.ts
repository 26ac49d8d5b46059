import * as z from 'zod';
import { CaseParams, Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { findLetter, LetterRecord } from '#shared/stores/front-door/letter-store.ts';
import { everyCaseRole } from '../cases/case-roles.ts';
import type { Ports } from '../ports.ts';
import { LetterInWords, letterInWords } from './letter-in-words.ts';

const LetterAnswer = z
  .strictObject({
    letter: LetterRecord,
    words: LetterInWords,
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
    const words = event && (await letterInWords({ ...letter, event }, ports));
    return words
      ? accept({ status: 200, body: { letter, words } })
      : refuse('not-found', 'There is no such letter.');
  },
});
