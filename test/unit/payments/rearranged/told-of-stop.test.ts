import { beforeEach, describe, expect, test } from 'vitest';
import { PayDesk, reason } from '#test/support/pay-desk.ts';

const social = { by: 'practitioner-1', role: 'practitioner' } as const;
const manager = { by: 'manager-1', role: 'team-manager' } as const;
const needsMetOtherwise = 'The council arranges the visits.';
let desk: PayDesk;

beforeEach(async () => {
  desk = new PayDesk();
  await desk.pays('agreement0001');
});

/** What the person was told, in order. */
async function told(): Promise<readonly unknown[]> {
  const { events } = await desk.ports.cases.page('case0000000001', 1, 20);
  return events.filter(({ type }) => type === 'direct-payment-told').map(({ body }) => body);
}
const stop = (body: object) => desk.does(social, 'stop-payments', { reason, ...body });
const release = () => desk.does(manager, 'release-payments', { reason });

describe('a person whose direct payment is stopped', () => {
  test('is told why and how their needs are met meanwhile, and that it goes on again, once each', async () => {
    await stop({ needsMetOtherwise });
    expect(await told()).toEqual([
      {
        agreementId: 'agreement0001',
        what: 'payments-stopped',
        due: null,
        explanation: [reason, needsMetOtherwise],
      },
    ]);
    await release();
    expect((await told()).slice(1)).toMatchObject([{ what: 'payments-released' }]);
  });

  test('is not warned where fraud is suspected', async () => {
    await stop({ isFraudSuspected: true });
    expect(await told()).toEqual([]);
  });
});
