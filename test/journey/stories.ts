import { readStory, type Story, type WrittenStory } from './player/story.ts';
import { cheshirePhysical } from './stories/cheshire-physical.ts';
import { declinesOnCost } from './stories/declines-on-cost.ts';
import { fridayAtFive } from './stories/friday-at-five.ts';
import { refusalTour } from './stories/refusal-tour.ts';

const written: readonly WrittenStory[] = [
  cheshirePhysical,
  fridayAtFive,
  declinesOnCost,
  refusalTour,
];

/** Every story, in the order in which they are told. */
export const stories: readonly Story[] = written.map(readStory);
