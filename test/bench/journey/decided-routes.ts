import { today } from './bodies.ts';
import { type PlayedCase, staff } from './standard-journey.ts';

const reason = 'The nights were left out.';

/** What is read of a decision on eligibility, and a second look at it that lets it stand. */
export async function decidedRoutes({ send }: PlayedCase, resident: string): Promise<void> {
  await send('read-determination', { by: staff.planner });
  await send('read-my-determination', { by: { resident } });
  const asked = { about: 'eligibility', whatIsWrong: reason };
  const { secondLookId } = await send('ask-for-second-look', {
    by: staff.adviser,
    body: { ...asked, askedBy: { kind: 'person' }, askedOn: today },
  });
  const params = { secondLookId: String(secondLookId) };
  await send('answer-second-look', {
    by: staff.manager,
    params,
    body: { result: 'upheld', lookedAtByName: 'A Manager', whatWasLookedAt: reason, reason },
  });
  await send('read-second-look', { by: staff.planner, params });
  const budget = { ...asked, about: 'indicative-budget' };
  await send('ask-for-my-second-look', { by: { resident }, body: budget });
}
