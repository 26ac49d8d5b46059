import { tryEveryStory } from './play-councils.ts';

// The two councils whose stories go through the most; `npm run story -- --wipe 3 --faults` plays them all.
tryEveryStory('it ends the same with executions lost and changes late, twice and swapped', {
  councils: ['cheshire-2008', 'warwickshire'],
  wipeEvery: 3,
  hasStreamFaults: true,
  // The yearly review of one story, a year after anything could be lost.
  waitDaysMax: 100,
  leftOutMax: 2,
});
