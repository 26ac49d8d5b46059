import { tryEveryStory } from './play-councils.ts';

// The two councils whose stories go through the most; `npm run story -- --wipe 3 --faults` plays them all.
tryEveryStory('it ends the same with executions lost and changes late, twice and swapped', {
  councils: ['cheshire-2008', 'warwickshire'],
  wipeEvery: 3,
  hasStreamFaults: true,
  // To the first payments and the first review: a year of further periods is played without trouble.
  daysMax: 140,
  leftOutMax: 60,
});
