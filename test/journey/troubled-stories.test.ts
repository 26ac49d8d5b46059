import { tryEveryStory } from './play-councils.ts';

tryEveryStory('it ends the same with executions lost and changes late, twice and swapped', {
  wipeEvery: 3,
  hasStreamFaults: true,
});
