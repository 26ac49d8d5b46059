import * as z from 'zod';
import { CaseAnswer } from '#shared/contracts/case-answer.ts';

const NextStep = z
  .strictObject({
    operation: z.string().meta({ examples: ['record-plan-agreement'] }),
    /** In which roles. */
    roles: z.array(z.string()).meta({ examples: [['practitioner', 'team-manager']] }),
  })
  .meta({ id: 'NextStep' });
type NextStep = z.infer<typeof NextStep>;

/** The answer to a plan that was recorded. Its step stays open until the person has agreed or disagreed, which
 * is what the plan waits for. */
export const PlanRecorded = CaseAnswer.extend({ next: z.array(NextStep) }).meta({
  id: 'PlanRecorded',
});

export const whatIsNext: { readonly next: readonly NextStep[] } = {
  next: [
    { operation: 'record-plan-agreement', roles: ['practitioner', 'team-manager'] },
    { operation: 'agree-to-my-plan', roles: ['resident'] },
    { operation: 'disagree-with-my-plan', roles: ['resident'] },
  ],
};
