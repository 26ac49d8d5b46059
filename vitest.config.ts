import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/support/count-reporter.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Numbers for CloudWatch would only stand between the lines of the tests.
    env: { POWERTOOLS_METRICS_DISABLED: 'true' },
  },
});
