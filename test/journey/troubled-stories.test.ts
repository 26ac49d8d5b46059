import { tryEveryStory } from './play-councils.ts';

tryEveryStory('it ends the same with executions lost and changes late, twice and swapped', {
  wipeEvery: 3,
  hasStreamFaults: true,
  // The yearly review of one story, a year after anything could be lost.
  waitDaysMax: 100,
  leftOutMax: 2,
});
