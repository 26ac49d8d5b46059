import { readCase } from './read-case.ts';

/** The operations that concern a case at any stage. */
export const caseRoutes = [readCase];
