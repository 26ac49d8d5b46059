import { readStory, type Story, type WrittenStory } from './player/story.ts';
import { carerLookedAtAgain } from './stories/carer-looked-at-again.ts';
import { asksTheCouncil } from './stories/charges/asks-the-council.ts';
import { couple } from './stories/charges/couple.ts';
import { healthcareBackdated } from './stories/charges/healthcare-backdated.ts';
import { provisionalReplaced } from './stories/charges/provisional-replaced.ts';
import { unbefriended } from './stories/charges/unbefriended.ts';
import { cheshireLearning } from './stories/cheshire/learning.ts';
import { cheshirePhysical } from './stories/cheshire/physical.ts';
import { declinesOnCost } from './stories/declines-on-cost.ts';
import { fridayAtFive } from './stories/friday-at-five.ts';
import { cheshireFrontDoor } from './stories/front-doors/cheshire.ts';
import { southwarkFrontDoor } from './stories/front-doors/southwark.ts';
import { warwickshireFrontDoor } from './stories/front-doors/warwickshire.ts';
import { worcestershireFrontDoor } from './stories/front-doors/worcestershire.ts';
import { refusalTour } from './stories/refusal-tour.ts';
import { southwark } from './stories/southwark.ts';
import { warwickshire } from './stories/warwickshire.ts';
import { worcestershire } from './stories/worcestershire.ts';

const written: readonly WrittenStory[] = [
  cheshirePhysical,
  cheshireLearning,
  southwark,
  worcestershire,
  warwickshire,
  fridayAtFive,
  declinesOnCost,
  carerLookedAtAgain,
  asksTheCouncil,
  couple,
  provisionalReplaced,
  healthcareBackdated,
  unbefriended,
  refusalTour,
  southwarkFrontDoor,
  cheshireFrontDoor,
  warwickshireFrontDoor,
  worcestershireFrontDoor,
];

/** Every story, in the order in which they are told. */
export const stories: readonly Story[] = written.map(readStory);
