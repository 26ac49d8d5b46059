import * as z from 'zod';
import { awaitedTask } from './rig.ts';

const Arguments = {
  FunctionName: 'journey-tasks',
  Payload: {
    token: '{% $states.context.Task.Token %}',
    state: '{% $states.context.State.Name %}',
    execution: '{% $states.context.Execution.Id %}',
  },
};

/** Two tasks one after the other; the first one's output is kept in a variable. */
export const KILLED_MACHINE = {
  StartAt: 'First',
  States: {
    First: awaitedTask({
      Arguments,
      Assign: { number: '{% $states.result.number %}' },
      Next: 'Second',
    }),
    Second: awaitedTask({ Arguments, Output: '{% $number %}', End: true }),
  },
};

/** What its function is given. */
export const KilledPayload = z.object({
  token: z.string(),
  state: z.enum(['First', 'Second']),
  execution: z.string(),
});
export type KilledPayload = z.infer<typeof KilledPayload>;
