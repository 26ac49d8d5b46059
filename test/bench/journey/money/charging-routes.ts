import { type PlayedCase, staff } from '../standard-journey.ts';

/** What is read of a charge, by finance and by the person. */
export async function chargingRoutes({ send }: PlayedCase, resident: string): Promise<void> {
  const { finance } = staff;
  await send('read-charge-statement', { by: finance });
  await send('read-my-charge-statement', { by: { resident } });
  // The council pays most of this care, so that nobody chooses who arranges it.
  const choice = { route: 'asks-council', chosenOn: '2026-07-06', how: 'She asked on the phone.' };
  await send('choose-self-funding', {
    by: finance,
    seen: 'finances',
    body: choice,
    isRefused: true,
  });
}
