import { secondLookAnswer } from './answer-second-look.ts';
import { mySecondLookRequest, secondLookRequest } from './ask-for-second-look.ts';
import { readSecondLook } from './read-second-look.ts';

/** The operations by which somebody else looks again at a decision. */
export const secondLookRoutes = [
  secondLookRequest,
  mySecondLookRequest,
  readSecondLook,
  secondLookAnswer,
];
