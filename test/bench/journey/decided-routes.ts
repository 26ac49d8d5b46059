import { type PlayedCase, staff } from './standard-journey.ts';

/** What is read of a decision on eligibility, by staff and by the person. */
export async function decidedRoutes({ send }: PlayedCase, resident: string): Promise<void> {
  await send('read-determination', { by: staff.planner });
  await send('read-my-determination', { by: { resident } });
}
