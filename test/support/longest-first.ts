import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes minutes, the longest first: begun last, it would run on alone when all else is done. */
const long = [
  'test/journey/stories.test.ts',
  'test/journey/troubled-stories.test.ts',
  'test/contract/docs-in-browser.test.ts',
  'test/contract/bad-input.test.ts',
  'test/journey/backbone/backbone-faults.test.ts',
  'test/journey/',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = long.findIndex((name) => moduleId.includes(name));
  return rank === -1 ? long.length : rank;
}
