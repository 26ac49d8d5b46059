import { reablementAnswer } from './answer-reablement.ts';
import { reablementEnd } from './end-reablement.ts';
import { reablementExtension } from './extend-reablement.ts';
import { reablementStart } from './start-reablement.ts';

/** The operations of reablement, in the order in which they happen. */
export const reablementRoutes = [
  reablementStart,
  reablementExtension,
  reablementAnswer,
  reablementEnd,
];
