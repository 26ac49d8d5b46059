import { readStory, type Story, type WrittenStory } from './player/story.ts';
import { cheshirePhysical } from './stories/cheshire-physical.ts';

const written: readonly WrittenStory[] = [cheshirePhysical];

/** Every story, in the order in which they are told. */
export const stories: readonly Story[] = written.map(readStory);
