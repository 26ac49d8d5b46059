import { beforeEach, describe, expect, it } from 'vitest';
import { contactRoutes } from '#functions/contact/routes.ts';
import { importDirectory } from '#functions/information/directory/import-directory.ts';
import { opened } from '#test/support/case-states.ts';
import { serviceRecord, uuidOf } from '#test/support/directory-services.ts';
import { Office } from '#test/support/office.ts';

const caseId = 'case00000001';
const adviser = { id: 'adviser-1', role: 'adviser' } as const;
const askIfUsefulOn = '2026-11-20';

describe('Signposting', () => {
  let office: Office;

  beforeEach(async () => {
    office = new Office(contactRoutes);
    office.today = '2026-11-02';
    const services = [serviceRecord({ name: 'Lunch club' }), serviceRecord({ name: 'Choir' })];
    const { directory } = office.ports;
    await importDirectory({ services }, { directory, now: '2026-11-02T09:00:00.000Z' });
    await office.seed(caseId, { ...opened(), team: 'adult-front-door' });
  });

  async function send(operation: string, body?: object) {
    const reply = await office.asStaff(adviser, operation, { params: { caseId }, body });
    return reply.accepted ? Object(reply.value.body) : reply;
  }

  const tell = (name: string, more: object = {}) => ({ services: [uuidOf(name)], ...more });

  async function queue() {
    return (await office.ports.tasks.ofTeam('adult-front-door', 9)).tasks;
  }

  it('tells what somebody was last told of, as the directory had it', async () => {
    expect(await send('read-signposting')).toMatchObject({ refusal: { kind: 'not-found' } });
    await send('signpost', tell('Choir'));
    const advice = {
      verdict: 'advice',
      appearanceOfNeed: { isPresent: false, reason: 'She manages.' },
      toldHowToAskForAssessment: true,
      advice: 'Company at lunch.',
      signposting: tell('Lunch club'),
    };
    expect(await send('triage-contact', advice)).toMatchObject({ stage: 'closed' });
    const current = await office.ports.directory.current();
    expect(await send('read-signposting')).toEqual({
      directoryVersion: current?.version,
      services: [{ id: uuidOf('Lunch club'), name: 'Lunch club', organisation: 'Agewell' }],
      toldAt: '2026-11-02T10:00:00.000Z',
      by: 'adviser-1',
    });
  });

  it('has the queue ask on the agreed day whether it was useful, until they have said', async () => {
    await send('signpost', tell('Choir', { askIfUsefulOn }));
    expect(await queue()).toMatchObject([{ step: 'ask-if-useful', due: askIfUsefulOn }]);
    await send('follow-up-signposting', { wasUseful: 'yes', note: 'She sings on Tuesdays.' });
    expect(await queue()).toEqual([]);
  });

  it('asks about the newest alone', async () => {
    await send('signpost', tell('Choir', { askIfUsefulOn }));
    await send('signpost', tell('Lunch club', { askIfUsefulOn: '2026-12-01' }));
    expect(await queue()).toMatchObject([{ step: 'ask-if-useful', due: '2026-12-01' }]);
    await send('signpost', tell('Choir'));
    expect(await queue()).toEqual([]);
  });
});
