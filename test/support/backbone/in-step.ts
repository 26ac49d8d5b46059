import { expect } from 'vitest';
import type { Step } from '#shared/domain/journey/steps.ts';
import type { Backbone } from './backbone.ts';

/** The one thing that must hold whatever happened: people wait at just these steps, each is a task that
 * can be settled, and nothing else runs. */
export async function expectInStep(backbone: Backbone, steps: readonly Step[]): Promise<void> {
  const standing = await backbone.standing();
  const wanted = [...steps].sort();
  expect(standing).toEqual({
    openSteps: wanted,
    queue: wanted,
    everyTaskCanBeSettled: true,
    everyWaitIsATask: true,
    machines: standing.running,
    running: standing.running,
  });
}
