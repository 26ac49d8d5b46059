import * as z from 'zod';
import { CaseParams, Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { residentOperation } from '#shared/contracts/operation.ts';
import { fromCursor, PageQuery, toCursor } from '#shared/contracts/page.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { findLetter, lettersOf } from '#shared/stores/front-door/letter-store.ts';
import { isAbout, readOwnCase } from '../cases/own-case.ts';
import type { Ports } from '../ports.ts';
import { LetterInWords, letterInWords } from './letter-in-words.ts';

const tag = 'My case';
const Place = z.strictObject({ pk: z.string(), sk: z.string().min(1) });
const MyLetter = z
  .strictObject({ letterId: Id, letter: z.string() })
  .meta({ id: 'MyLetterListed' });

export const listMyLetters = residentOperation({
  id: 'list-my-letters',
  method: 'GET',
  path: '/my/cases/{caseId}/letters',
  tag,
  summary: 'Every letter that we have written to you about your case, the newest first',
  params: CaseParams,
  query: PageQuery,
  answer: z
    .strictObject({ letters: z.array(MyLetter), cursor: z.string().optional() })
    .meta({ id: 'MyLetters' }),
  async handle(
    { params: { caseId }, query, caller },
    ports: Pick<Ports, 'table' | 'cases' | 'people'>,
  ) {
    const start = fromCursor(query.cursor);
    if (!start.accepted) return start;
    const place = start.value && Place.safeParse(start.value).data;
    if (start.value && place?.pk !== `SENT#${caseId}`) {
      return refuse('invalid-input', 'This cursor belongs to another list.', 'query/cursor');
    }
    const held = await readOwnCase(caseId, caller.personId, ports);
    if (!held.accepted) return held;
    const page = await lettersOf(ports.table, caseId, { limit: query.limit, startAfter: place });
    const letters = page.letters.map(({ letterId, letter }) => ({ letterId, letter }));
    const cursor = toCursor(page.next);
    return accept({ status: 200, body: { letters, ...(cursor !== undefined && { cursor }) } });
  },
});

export const readMyLetter = residentOperation({
  id: 'read-my-letter',
  method: 'GET',
  path: '/my/cases/{caseId}/letters/{letterId}',
  tag,
  summary: 'A letter to you, with its words',
  params: CaseParams.extend({ letterId: Id }),
  query: NoQuery,
  answer: LetterInWords.extend({ on: CivilDate }).meta({ id: 'MyLetter' }),
  async handle({ params, caller }, ports: Pick<Ports, 'table' | 'cases' | 'people' | 'council'>) {
    const { caseId, letterId } = params;
    const letter = await findLetter(ports.table, caseId, letterId);
    const event = letter && (await ports.cases.at(caseId, letter.event));
    // Somebody else's case is not there to be seen.
    if (!letter || !event || !(await isAbout(event.after, caller.personId, ports))) {
      return noLetter();
    }
    // Their own words to them, whoever got the letter in their place.
    const { language } = letter;
    const words = await letterInWords({ event, language, reader: null }, ports);
    return words
      ? accept({ status: 200, body: { ...words, on: civilDateInLondon(event.at) } })
      : noLetter();
  },
});

const noLetter = () => refuse('not-found', 'There is no such letter.');
