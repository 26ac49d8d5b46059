import { beforeEach, describe, expect, test } from 'vitest';
import { providerRoutes } from '#functions/providers/routes.ts';
import { bodyOf, kindOf, refusalOf } from '#test/support/assessment-desk.ts';
import { Office } from '#test/support/office.ts';
import { plan } from '#test/support/plan-states.ts';
import {
  caseId,
  lines,
  openPlanning,
  type PlanningDesk,
  wholeSections,
  worker,
} from '#test/support/planning-desk.ts';

const params = { caseId };
const finance = { id: 'finance-1', role: 'finance-officer' } as const;
const session = { component: 'Day Support', unit: 'session', from: '2026-04-01' };
let desk: PlanningDesk;
let providerId: string;
beforeEach(async () => {
  desk = await openPlanning();
  const market = new Office(providerRoutes, desk.office.ports.council, desk.office.ports.table);
  const entered = await market.asStaff(finance, 'enter-provider', { body: { name: 'Riverside' } });
  providerId = Object(bodyOf(entered)).providerId;
  const offers = [
    { id: 'day-2026', ...session, unitPence: 4500, until: '2026-12-31' },
    { id: 'day-small', ...session, unitPence: 4000 },
    { id: 'day-hour', ...session, unit: 'hour', unitPence: 1000 },
  ];
  const set = await market.asStaff(finance, 'set-offers', {
    params: { providerId },
    body: { offers },
  });
  expect(set.accepted).toBe(true);
});

const day = plan.lines.findIndex(({ id }) => id === 'day');
const pricedBy = (offer: object, changed: object = {}) => ({
  ...plan,
  lines: plan.lines.map((line, place) => (place === day ? { ...line, offer, ...changed } : line)),
});
const write = (body: object) => desk.office.asStaff(worker, 'write-support-plan', { params, body });

describe('a line that names an offer', () => {
  test('is bought at its price', async () => {
    const reply = await write(pricedBy({ providerId, offerId: 'day-2026' }));
    expect(kindOf(reply)).toBeUndefined();
  });

  test('is bought at another price where it says why', async () => {
    const why = { providerId, offerId: 'day-small', whyAnotherPrice: 'The small group is full.' };
    expect(kindOf(await write(pricedBy(why)))).toBeUndefined();
  });

  test.each([
    ['another price, and no reason', 'day-small', {}, 'offer/whyAnotherPrice'],
    ['what nobody offers', 'day-2030', {}, 'offer'],
    ['another unit', 'day-hour', {}, 'offer'],
    ['an offer that is over by then', 'day-2026', { budgetFrom: '2027-01-01' }, 'offer'],
  ])('is refused with %s, and nothing is written', async (_what, offerId, changed, field) => {
    const before = await desk.events();
    const refused = await write({ ...pricedBy({ providerId, offerId }), ...changed });
    expect(refusalOf(refused)).toMatchObject({
      kind: 'offer-differs',
      errors: [{ pointer: `/lines/${day}/${field}` }],
    });
    expect(await desk.events()).toBe(before);
  });

  test.each([
    ['another name', { kind: 'provider', name: 'Hillside' }, 'name'],
    ['a person', { kind: 'person', name: 'Riverside', relationship: 'not-related' }, 'kind'],
  ])('is refused where who gives it is %s than who offers it', async (_who, supporter, field) => {
    const refused = await write(pricedBy({ providerId, offerId: 'day-2026' }, { supporter }));
    expect(refusalOf(refused)).toMatchObject({
      kind: 'offer-differs',
      errors: [{ pointer: `/lines/${day}/supporter/${field}` }],
    });
  });

  test('names its provider in whatever letters', async () => {
    const supporter = { kind: 'provider', name: ' RIVERSIDE ' };
    const reply = await write(pricedBy({ providerId, offerId: 'day-2026' }, { supporter }));
    expect(kindOf(reply)).toBeUndefined();
  });

  test('is held to it in a plan that was written together too', async () => {
    const drafted = lines.map((line, place) =>
      place === day ? { ...line, offer: { providerId, offerId: 'day-small' } } : line,
    );
    await desk.save({ ...wholeSections, lines: drafted });
    expect(kindOf(await desk.complete(1))).toBe('offer-differs');
    await desk.save({ lines: [{ ...drafted[day], unitPence: 4000 }] }, 1);
    expect(kindOf(await desk.complete(2))).toBeUndefined();
  });
});

describe('a line as it is written', () => {
  const offersOf = (line: number) =>
    desk.office.asStaff(worker, 'read-plan-line-offers', { params, query: { line: String(line) } });

  test('shows the cheapest offers that meet it, and what it then costs', async () => {
    await desk.save({ ...wholeSections, lines });
    expect(bodyOf(await offersOf(day))).toMatchObject({
      on: '2026-07-20',
      offers: [
        { offer: { id: 'day-small', providerName: 'Riverside' }, pence: 8000 },
        { offer: { id: 'day-2026' }, pence: 9000 },
      ],
    });
  });

  test('shows none before it says what kind of support it is', async () => {
    await desk.save({ lines: [{ id: 'swimming' }] });
    expect(kindOf(await offersOf(0))).toBe('plan-incomplete');
    expect(kindOf(await offersOf(1))).toBe('not-found');
  });
});
