import { beforeEach, describe, expect, it } from 'vitest';
import { caseRoutes } from '#functions/cases/routes.ts';
import { contactRoutes } from '#functions/contact/routes.ts';
import { equipmentRoutes } from '#functions/equipment/routes.ts';
import { councilIds, councilNamed } from '#shared/council/load/find-council.ts';
import { loadEquipment } from '#shared/council/load/load-equipment.ts';
import { toClosed } from '#shared/domain/case/ending/close.ts';
import { EquipmentCatalogue } from '#shared/domain/equipment/catalogue.ts';
import {
  EquipmentPrescription,
  prescribeEquipment,
} from '#shared/domain/equipment/prescribe-equipment.ts';
import { at, changeOf, eligible, opened, referred } from '#test/support/case-states.ts';
import { Office } from '#test/support/office.ts';

const catalogue = await loadEquipment(councilNamed('example'));
const prescribing = { catalogue, reference: 'EQ-AAAAA-BBBBB' };
const rail = {
  item: 'grab-rail',
  quantity: 2,
  whatFor: 'To hold on beside the back door.',
  recipient: { kind: 'person' },
  handedOver: 'deliver',
  givenOn: '2026-07-08',
};
const prescription = (more: object = {}) => EquipmentPrescription.parse({ ...rail, ...more });
const caseId = 'case00000001';
const adviser = { id: 'adviser-1', role: 'adviser' } as const;

describe('The catalogue of equipment', () => {
  it.each(councilIds)('of %s can be read, and holds about twenty small aids', async (id) => {
    const { items } = await loadEquipment(councilNamed(id));
    expect(items.length).toBeGreaterThanOrEqual(20);
  });

  const [first] = catalogue.items;
  it.each<[string, object]>([
    [
      'an adaptation that is too dear to be free',
      { kind: 'minor-adaptation', pricePence: 100_001 },
    ],
    ['a price that is no number of pence', { pricePence: 12.5 }],
    ['a code that is none', { code: 'Bath Board' }],
  ])('refuses %s', (_, wrong) => {
    const items = [{ ...first, ...wrong }];
    expect(EquipmentCatalogue.safeParse({ ...catalogue, items }).success).toBe(false);
  });

  it('takes an adaptation of just a thousand pounds, and an aid of any price', () => {
    const dear = { ...first, code: 'dear', kind: 'minor-adaptation', pricePence: 100_000 };
    const items = [dear, { ...first, pricePence: 250_000 }];
    expect(EquipmentCatalogue.safeParse({ ...catalogue, items }).success).toBe(true);
    expect(EquipmentCatalogue.safeParse({ ...catalogue, items: [dear, dear] }).success).toBe(false);
  });
});

describe('Equipment by prescription', () => {
  it.each([
    ['2026-07-08', opened(), 'Care Act 2014 s2; SI 2014/2673'],
    ['2026-07-08', referred(), 'Care Act 2014 s2; SI 2014/2673'],
    ['2026-07-08', eligible(), 'Care Act 2014 s18; SI 2014/2672 reg 3'],
    ['2010-07-08', opened(), 'SI 2003/1196'],
  ])('of %s is free by the law that stands', (today, state, rule) => {
    const input = prescription({ givenOn: today });
    const { body, next } = changeOf(prescribeEquipment(state, input, prescribing, at(today)));
    expect(body).toMatchObject({
      rule,
      costPence: 9_600,
      chargePence: 0,
      name: 'Grab rail, fitted',
    });
    expect(next.equipment).toMatchObject([{ reference: 'EQ-AAAAA-BBBBB', quantity: 2 }]);
  });

  it.each<[string, string, object]>([
    ['an item that there is not', '/item', { item: 'stair-lift' }],
    ['a day too far away', '/givenOn', { givenOn: '2026-08-20' }],
    ['a day too long ago', '/givenOn', { givenOn: '2026-05-26' }],
  ])('refuses %s', (_, pointer, more) => {
    const moment = at('2026-07-08');
    expect(prescribeEquipment(opened(), prescription(more), prescribing, moment)).toMatchObject({
      refusal: { kind: 'invalid-input', pointer },
    });
  });

  it('is for cases that are open', () => {
    const state = opened();
    if (state.status === 'closed') throw new Error('an open case is needed');
    const closed = toClosed(state, '2026-07-07', 'nfa-other');
    const moment = at('2026-07-08');
    expect(prescribeEquipment(closed, prescription(), prescribing, moment)).toMatchObject({
      refusal: { kind: 'case-closed' },
    });
  });
});

describe('A prescription on a case', () => {
  let office: Office;
  beforeEach(async () => {
    office = new Office([...contactRoutes, ...caseRoutes, ...equipmentRoutes]);
    await office.seed(caseId, opened());
  });

  async function send(operation: string, body?: object, more: Record<string, string> = {}) {
    const reply = await office.asStaff(adviser, operation, { params: { caseId, ...more }, body });
    return reply.accepted ? Object(reply.value.body) : reply;
  }
  const advice = (isPresent: boolean) => ({
    verdict: 'advice',
    appearanceOfNeed: { isPresent, reason: 'As she says.' },
    toldHowToAskForAssessment: true,
    advice: 'A rail, and a falls class.',
  });

  it('goes with advice, and comes back after the case has ended', async () => {
    const { reference } = await send('prescribe-equipment', rail);
    expect(await send('read-prescription', undefined, { prescription: reference })).toMatchObject({
      reference,
      chargePence: 0,
      prescriber: 'adviser-1',
    });
    expect(await send('triage-contact', advice(false))).toMatchObject({ stage: 'closed' });
    expect(await send('read-equipment')).toMatchObject({
      equipment: [{ reference, name: 'Grab rail, fitted', quantity: 2 }],
    });
    office.today = '2026-10-01';
    const end = { how: 'returned', on: '2026-10-01', reason: 'She has moved.' };
    await send('end-prescription', end, { prescription: reference });
    expect(await send('read-equipment')).toEqual({ equipment: [] });
  });

  it('does not take the place of an assessment where needs appear', async () => {
    await send('prescribe-equipment', rail);
    expect(await send('triage-contact', advice(true))).toMatchObject({
      refusal: { kind: 'appearance-of-need-needs-action' },
    });
  });

  it.each<[string, string, object]>([
    ['/on', 'invalid-input', { how: 'returned', on: '2026-07-09' }],
    ['/on', 'invalid-input', { how: 'returned', on: '2026-07-07' }],
  ])('ends on no day at %s: %s %o', async (pointer, kind, end) => {
    const { reference } = await send('prescribe-equipment', rail);
    const body = { ...end, reason: 'A mistake.' };
    const reply = await send('end-prescription', body, { prescription: reference });
    expect(reply).toMatchObject({ refusal: { kind, pointer } });
  });

  it('may be cancelled before it is given, and only once', async () => {
    const { reference } = await send('prescribe-equipment', { ...rail, givenOn: '2026-07-20' });
    const body = { how: 'cancelled', on: '2026-07-08', reason: 'Her son fits one.' };
    expect(await send('end-prescription', body, { prescription: reference })).toMatchObject({
      caseId,
    });
    expect(await send('end-prescription', body, { prescription: reference })).toMatchObject({
      refusal: { kind: 'not-found' },
    });
  });
});
