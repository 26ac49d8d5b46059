import { listLetters } from './list-letters.ts';
import { listMyLetters, readMyLetter } from './my-letters.ts';
import { readLetter } from './read-letter.ts';
import { letterByHand } from './record-sent-by-hand.ts';

/** What people were told, and what is still to be told by hand. */
export const letterRoutes = [listLetters, readLetter, letterByHand, listMyLetters, readMyLetter];
