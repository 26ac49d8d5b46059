import { tryEveryStory } from './play-councils.ts';

tryEveryStory('every figure and stage is as expected', { leftOutMax: 0 });
