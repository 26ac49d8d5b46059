import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readCase } from '#functions/cases/reading/read-case.ts';
import { readMyCases } from '#functions/cases/reading/read-my-cases.ts';
import { readTimeline } from '#functions/cases/reading/read-timeline.ts';
import { openCaseOf } from '#functions/contact/opening/open-case.ts';
import { contactRoutes } from '#functions/contact/routes.ts';
import { linkCaredFor } from '#functions/people/carers/link-cared-for.ts';
import { peopleRoutes } from '#functions/people/routes.ts';
import type { Reply } from '#shared/contracts/operation.ts';
import type { ContactState } from '#shared/domain/contact/contact.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import {
  caseRowsOfPerson,
  personCaseWrite,
  showCaseOfPerson,
} from '#shared/stores/people/person-store.ts';
import { referred } from '#test/support/case-states.ts';
import { Office } from '#test/support/office.ts';
import { register } from '#test/support/people.ts';
import { aPerson } from '#test/support/requests.ts';

const adviser = { id: 'adviser-1', role: 'adviser' } as const;
const { personId: adultId } = referred();
const carerId = 'carer00000001';
const adultsCase = 'case00000001';
const secret = 'I lie awake and do not know how long I can go on like this.';
const asked = {
  by: { kind: 'self' },
  channel: 'phone',
  whatIsHappening: secret,
  caredFor: [{ personId: adultId, relationship: 'parent', liveTogether: true }],
};

let office: Office;
beforeEach(async () => {
  office = new Office([...contactRoutes, ...peopleRoutes, readCase, readTimeline, readMyCases]);
  await register(office.ports, adultId);
  await register(office.ports, carerId, 'Cora');
  await office.seed(adultsCase, referred());
  await office.ports.table.write([personCaseWrite(adultId, adultsCase, '2026-01-01')]);
});

function bodyOf(reply: Reply): Record<string, unknown> {
  if (!reply.accepted) throw new Error(JSON.stringify(reply.refusal));
  return z.record(z.string(), z.unknown()).parse(reply.value.body);
}

/** Makes a contact, and does what the stream makes of it, twice as it may. */
async function makeContact(operation: string, body: object, params = {}): Promise<string> {
  const { contacts } = office.ports;
  const made: RecordedEvent<ContactState>[] = [];
  const append = contacts.append.bind(contacts);
  contacts.append = async (...event) => {
    const result = await append(...event);
    if (result.appended) made.push(result.event);
    return result;
  };
  const { caseId } = bodyOf(await office.asStaff(adviser, operation, { params, body }));
  for (const contact of [...made, ...made]) {
    await openCaseOf(contact, office.ports);
    await linkCaredFor(contact, office.ports);
  }
  return String(caseId);
}
const ask = (body: object = asked) =>
  makeContact('request-carer-assessment', body, { personId: carerId });
const read = async (operation: string, params: Readonly<Record<string, string>>) =>
  bodyOf(await office.asStaff(adviser, operation, { params }));

describe('an assessment that a carer asks for', () => {
  test('is a case of their own, which shows whom they care for', async () => {
    const caseId = await ask();
    expect(await read('read-case', { caseId })).toMatchObject({
      stage: 'contact',
      state: { kind: 'carer', personId: carerId },
      caredFor: [{ with: { personId: adultId }, kind: 'parent', liveTogether: true }],
      carers: [],
    });
  });

  test('stands on its own where the adult has no case and no record', async () => {
    const caredFor = [{ name: 'Old Mr Example', relationship: 'neighbour' }];
    const caseId = await ask({ ...asked, caredFor });
    expect(await read('read-case', { caseId })).toMatchObject({
      caredFor: [{ with: { kind: 'named', name: 'Old Mr Example' } }],
    });
  });

  test('adds the care to what was known of the two, and nothing twice', async () => {
    const known = { kind: 'parent', care: 'none', from: '2026-01-01', isNextOfKin: true };
    const body = { ...known, with: { kind: 'on-record', personId: adultId } };
    const params = { personId: carerId };
    bodyOf(await office.asStaff(adviser, 'record-relationship', { params, body }));
    await ask();
    const expected = { kind: 'parent', care: 'person-cares-for-them', isNextOfKin: true };
    expect(await read('read-person-facts', { personId: carerId })).toMatchObject({
      relationships: [expected],
    });
    expect(await read('read-person-facts', { personId: adultId })).toMatchObject({
      relationships: [{ kind: 'child', care: 'they-care-for-person', isNextOfKin: false }],
    });
  });

  test('names three adults at most, whoever they are', async () => {
    const named = (count: number) =>
      Array.from({ length: count }, (_none, place) => ({
        name: `Adult ${place}`,
        relationship: 'friend',
      }));
    for (const name of ['Old Mr Pell', 'Old Mrs Pell']) {
      const care = { kind: 'friend', care: 'person-cares-for-them', from: '2026-01-01' };
      const body = { ...care, with: { kind: 'named', name } };
      const params = { personId: carerId };
      bodyOf(await office.asStaff(adviser, 'record-relationship', { params, body }));
    }
    const sent = { params: { personId: carerId }, body: { ...asked, caredFor: named(2) } };
    expect(await office.asStaff(adviser, 'request-carer-assessment', sent)).toMatchObject({
      refusal: { kind: 'cared-for-limit' },
    });
    const four = { ...sent, body: { ...asked, caredFor: named(4) } };
    expect(await office.asStaff(adviser, 'request-carer-assessment', four)).toMatchObject({
      refusal: { kind: 'invalid-input' },
    });
  });

  test('is refused while their own case is open, and not once it has ended', async () => {
    const caseId = await ask();
    const sent = { params: { personId: carerId }, body: asked };
    const again = await office.asStaff(adviser, 'request-carer-assessment', sent);
    expect(again).toMatchObject({ refusal: { kind: 'carer-case-open' } });
    expect(JSON.stringify(again)).toContain(caseId);
    const rows = await caseRowsOfPerson(office.ports.table, carerId);
    for (const { summary, ...row } of rows) {
      if (!summary) throw new Error('nothing is shown of the case');
      const ended = { ...row, event: 2, summary: { ...summary, isOpen: false } };
      await showCaseOfPerson(office.ports.table, carerId, ended);
    }
    const later = await office.asStaff(adviser, 'request-carer-assessment', sent);
    expect(bodyOf(later)).not.toMatchObject({ caseId });
  });

  test('is not begun by a contact beside their own open case, whose triage notes it there', async () => {
    const open = await ask();
    const call = { authority: { basis: 'is-the-person' } };
    const told = { ...asked, call, about: 'carer', personId: carerId };
    const caseId = await makeContact('take-contact', told);
    const { state } = await read('read-case', { caseId });
    expect(state).toMatchObject({ besideCase: open });
    const needs = { isPresent: true, reason: 'He is up every night.' };
    const decide = (decision: object) =>
      office.asStaff(adviser, 'triage-contact', {
        params: { caseId },
        body: { toldHowToAskForAssessment: true, appearanceOfNeed: needs, ...decision },
      });
    expect(await decide({ verdict: 'assess', referral: {} })).toMatchObject({
      refusal: { kind: 'carer-case-open' },
    });
    bodyOf(await decide({ verdict: 'open-case', openCaseId: open }));
  });

  test('is not asked of somebody as their own carer', async () => {
    const caredFor = [{ personId: carerId, relationship: 'parent' }];
    const sent = { params: { personId: carerId }, body: { ...asked, caredFor } };
    expect(await office.asStaff(adviser, 'request-carer-assessment', sent)).toMatchObject({
      refusal: { kind: 'invalid-input', pointer: '/caredFor/0/personId' },
    });
  });

  test('says only what was told of living together', async () => {
    const caredFor = [{ personId: adultId, relationship: 'parent' }];
    const shown = await read('read-case', { caseId: await ask({ ...asked, caredFor }) });
    expect(shown['caredFor']).toMatchObject([{ with: { personId: adultId } }]);
    expect(JSON.stringify(shown['caredFor'])).not.toContain('liveTogether');
  });

  test('is also what a contact about a carer asks for, who is new here', async () => {
    const body = { ...asked, about: 'carer', person: aPerson };
    const caseId = await makeContact('take-contact', body);
    expect(await read('read-case', { caseId })).toMatchObject({
      state: { kind: 'carer' },
      caredFor: [{ with: { personId: adultId } }],
    });
  });

  test('names whom they care for in a contact about the carer, and in no other', async () => {
    const body = { ...asked, about: 'adult', person: aPerson };
    expect(await office.asStaff(adviser, 'take-contact', { body })).toMatchObject({
      refusal: { errors: [{ pointer: '/caredFor' }] },
    });
    const nobody = { ...asked, about: 'carer', person: aPerson };
    const caredFor = [{ relationship: 'friend' }];
    expect(
      await office.asStaff(adviser, 'take-contact', { body: { ...nobody, caredFor } }),
    ).toMatchObject({ refusal: { errors: [{ pointer: '/caredFor/0/name' }] } });
  });
});

test('Nobody is linked to an adult who is not on record', async () => {
  const caredFor = [...asked.caredFor, { personId: 'nobody0000000', relationship: 'friend' }];
  const sent = { params: { personId: carerId }, body: { ...asked, caredFor } };
  expect(await office.asStaff(adviser, 'request-carer-assessment', sent)).toMatchObject({
    refusal: { kind: 'invalid-input', pointer: '/caredFor/1/personId' },
  });
});

describe('what a carer tells of themselves', () => {
  test('is seen nowhere with the adult: only that there is a case', async () => {
    const caseId = await ask();
    const shown = [
      await read('read-case', { caseId: adultsCase }),
      await read('read-timeline', { caseId: adultsCase }),
      await read('read-person', { personId: adultId }),
      await read('read-person-facts', { personId: adultId }),
      bodyOf(await office.asResident(adultId, 'read-my-cases')),
      (await office.ports.people.page(adultId, 0, 100)).events,
    ];
    expect(shown[0]).toMatchObject({
      carers: [{ with: { personId: carerId }, kind: 'child', hasOwnCase: true }],
    });
    const told = JSON.stringify(shown);
    expect(told).not.toContain(secret);
    expect(told).not.toContain(caseId);
  });

  test('is not shown of a carer who has asked for nothing', async () => {
    const body = {
      with: { kind: 'on-record', personId: carerId },
      kind: 'child',
      care: 'they-care-for-person',
      from: '2026-01-01',
    };
    const params = { personId: adultId };
    bodyOf(await office.asStaff(adviser, 'record-relationship', { params, body }));
    expect(await read('read-case', { caseId: adultsCase })).toMatchObject({
      carers: [{ hasOwnCase: false }],
    });
  });
});

describe('who helps and who speaks for a person, as a contact tells it', () => {
  const carers = [{ name: 'Cora Example', relationship: 'Niece', helpsWith: 'Shopping' }];
  const representatives = [{ name: 'Ivo Pell', authority: 'deputy-property-and-affairs' }];
  const help = { ...asked, caredFor: [], about: 'adult', carers, representatives };
  const told = {
    relationships: [{ with: { name: 'Cora Example' }, toldAtContact: { inWords: 'Niece' } }],
    representatives: [],
    representativesTold: [{ name: 'Ivo Pell', authority: 'deputy-property-and-affairs' }],
  };

  test('stands on the record of somebody new, and with the case', async () => {
    const caseId = await makeContact('take-contact', { ...help, person: aPerson });
    const shown = await read('read-case', { caseId });
    expect(shown).toMatchObject({ carers: [{ ...told.relationships[0], hasOwnCase: false }] });
    const { personId } = Object(shown['state']);
    expect(await read('read-person-facts', { personId })).toMatchObject(told);
  });

  test('is added to the record of somebody known, once', async () => {
    const call = { authority: { basis: 'is-the-person' } };
    await makeContact('take-contact', { ...help, call, personId: adultId });
    await makeContact('take-contact', { ...help, call, personId: adultId });
    const facts = await read('read-person-facts', { personId: adultId });
    expect(facts).toMatchObject(told);
    expect([facts['relationships'], facts['representativesTold']]).toMatchObject([
      { length: 1 },
      { length: 1 },
    ]);
  });

  test('stays in the contact where nobody made sure who calls', async () => {
    await makeContact('take-contact', { ...help, personId: adultId });
    expect(await read('read-person-facts', { personId: adultId })).toMatchObject({
      relationships: [],
      representativesTold: [],
    });
  });
});

test('Access needs that a first contact tells are shown with the case', async () => {
  const needs = { informationFormats: ['large-print'] };
  const body = { ...asked, caredFor: [], about: 'adult', person: aPerson, accessNeeds: needs };
  const caseId = await makeContact('take-contact', body);
  expect(await read('read-case', { caseId })).toMatchObject({
    accessNeeds: { needs, identifiedBy: 'contact', reviewOn: null },
  });
  const { state } = await read('read-case', { caseId: adultsCase });
  expect(state).not.toHaveProperty('accessNeeds');
});
