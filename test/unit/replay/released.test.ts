import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { loadChargingRates } from '#shared/council/load/load-charging-rates.ts';
import { replayEvent } from '#shared/domain/replay/replay-event.ts';
import { councils } from '#test/support/case-states.ts';

// Decisions as released code recorded them. What a release did stays right under every later one: a
// change of a rule is a new version beside the old, and a change of its words is told apart.
const folder = new URL('./released/', import.meta.url);
const Recorded = z.object({
  sequence: z.int(),
  type: z.string(),
  body: z.unknown(),
  after: z.unknown(),
});

it.each(readdirSync(folder))(
  'What was released as %s comes out as it was recorded',
  async (name) => {
    const event = Recorded.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
    const rules = { allocation: councils.southwark.ras, rates: await loadChargingRates() };
    const results = replayEvent(event, rules).map(({ result }) => result);
    expect(results.length).toBeGreaterThan(0);
    for (const result of results) {
      expect(['same', 'retold'], JSON.stringify(result)).toContain(result.is);
    }
  },
);
