/** Where what is there differs from what a story expects, each as one line. Of objects only what is
 * expected is looked at; lists must agree from first to last; null stands for null or nothing. */
export function differences(expected: unknown, actual: unknown, at: string): string[] {
  if (expected === null || typeof expected !== 'object') {
    return expected === (actual ?? null) ? [] : [unlike(expected, actual, at)];
  }
  if (typeof actual !== 'object' || actual === null) return [unlike(expected, actual, at)];
  if (Array.isArray(expected) && expected.length !== Object.keys(actual).length) {
    return [unlike(expected, actual, at)];
  }
  return Object.entries(expected).flatMap(([key, each]) =>
    differences(each, Object(actual)[key], `${at}.${key}`),
  );
}

function unlike(expected: unknown, actual: unknown, at: string): string {
  return `${at} is ${show(actual)}, not ${show(expected)} as expected`;
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
