import { beforeEach, describe, expect, test } from 'vitest';
import { providerRoutes } from '#functions/providers/routes.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import { Office } from '#test/support/office.ts';

const officer = { id: 'officer-1', role: 'finance-officer' } as const;
const second = { id: 'officer-2', role: 'finance-approver' } as const;
const planner = { id: 'planner-1', role: 'practitioner' } as const;
const hour = { component: 'Home Support', unit: 'hour', from: '2026-04-01' };
const account = { accountName: 'Fernbank', sortCode: '089999', accountNumber: '66374958' };

let office: Office;
let providerId: string;

beforeEach(async () => {
  office = new Office(providerRoutes);
  office.today = '2026-07-08';
  providerId = await enter('Fernbank Care');
});

async function enter(name: string): Promise<string> {
  const reply = bodyOf(await office.asStaff(officer, 'enter-provider', { body: { name } }));
  return String(reply['providerId']);
}

function bodyOf(reply: Reply): Record<string, unknown> {
  if (!reply.accepted) throw new Error(reply.refusal.detail);
  return Object(reply.value.body);
}

function set(offers: readonly object[], of = providerId): Promise<Reply> {
  return office.asStaff(officer, 'set-offers', { params: { providerId: of }, body: { offers } });
}

async function offered(on?: string): Promise<readonly string[]> {
  const query = { component: 'Home Support', ...(on && { on }) };
  const { offers } = bodyOf(await office.asStaff(planner, 'list-offers', { query }));
  return Array.isArray(offers) ? offers.map(({ id }) => String(id)) : [];
}

describe('what the market offers', () => {
  test('is listed for a day, the cheapest first, from every provider', async () => {
    const other = await enter('Larkrise');
    await set([
      { ...hour, id: 'dear', unitPence: 2_900 },
      { ...hour, id: 'to-come', unitPence: 100, from: '2026-08-01' },
      { ...hour, id: 'over', unitPence: 100, until: '2026-06-30' },
      { ...hour, id: 'meals', component: 'Meals', unitPence: 100 },
    ]);
    await set([{ ...hour, id: 'cheap', unitPence: 2_100 }], other);
    expect(await offered()).toEqual(['cheap', 'dear']);
    expect(await offered('2026-08-01')).toEqual(['to-come', 'cheap', 'dear']);
  });

  test('loses what a provider takes out of its offers before it holds', async () => {
    await set([{ ...hour, id: 'to-come', unitPence: 100, from: '2026-08-01' }]);
    await set([]);
    expect(await offered('2026-08-01')).toEqual([]);
  });

  test.each([
    ['another price', [{ ...hour, id: 'a', unitPence: 2_500 }], '/offers/0'],
    [
      'another first day',
      [{ ...hour, id: 'a', unitPence: 2_400, from: '2026-05-01' }],
      '/offers/0',
    ],
    ['nothing more of it', [], '/offers'],
    [
      'a last day that is over',
      [{ ...hour, id: 'a', unitPence: 2_400, until: '2026-07-01' }],
      '/offers/0/until',
    ],
  ])('does not change behind those who planned with it: %s', async (_what, offers, pointer) => {
    await set([{ ...hour, id: 'a', unitPence: 2_400 }]);
    const reply = await set(offers);
    expect(reply).toMatchObject({ refusal: { kind: 'invalid-input', pointer } });
    expect(await offered()).toEqual(['a']);
  });

  test('ends today and goes on at another price tomorrow', async () => {
    await set([{ ...hour, id: 'a', unitPence: 2_400 }]);
    await set([
      { ...hour, id: 'a', unitPence: 2_400, until: '2026-07-08' },
      { ...hour, id: 'b', unitPence: 2_500, from: '2026-07-09' },
    ]);
    expect([await offered(), await offered('2026-07-09')]).toEqual([['a'], ['b']]);
  });

  test.each([
    ['two offers of one id', [1, 2].map((unitPence) => ({ ...hour, id: 'a', unitPence }))],
    ['days in the wrong order', [{ ...hour, id: 'a', unitPence: 1, until: '2026-03-01' }]],
  ])('is refused with %s', async (_what, offers) => {
    expect(await set(offers)).toMatchObject({ refusal: { kind: 'invalid-input' } });
  });
});

describe("a provider's account", () => {
  const params = () => ({ params: { providerId } });
  const record = (body: object = account) =>
    office.asStaff(officer, 'record-provider-account', { ...params(), body });
  const check = (by: typeof officer | typeof second) =>
    office.asStaff(by, 'check-provider-account', {
      ...params(),
      body: { isConfirmed: true, how: 'By phone.' },
    });
  const isPayable = async () => {
    const { providers } = bodyOf(
      await office.asStaff(planner, 'list-providers', { query: { name: 'fern' } }),
    );
    return Array.isArray(providers) && providers[0].isPayable;
  };

  test('can be paid to once somebody else has checked it, and not after it changed', async () => {
    await record();
    expect(await isPayable()).toBe(false);
    await check(second);
    expect(await isPayable()).toBe(true);
    await record({ ...account, sortCode: '107999', accountNumber: '88837491' });
    expect(await isPayable()).toBe(false);
  });

  test('is not checked by whoever entered it, nor before there is one', async () => {
    expect(await check(second)).toMatchObject({ refusal: { kind: 'bank-details-unchecked' } });
    await record();
    expect(await check(officer)).toMatchObject({ refusal: { kind: 'same-person' } });
  });

  test('is refused where its numbers do not fit, or its name is nothing to a bank', async () => {
    const wrong = await record({ ...account, accountNumber: '66374959' });
    expect(wrong).toMatchObject({ refusal: { pointer: '/accountNumber' } });
    const nameless = await record({ ...account, accountName: '日本' });
    expect(nameless).toMatchObject({ refusal: { pointer: '/accountName' } });
  });
});
