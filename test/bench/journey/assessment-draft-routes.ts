import { heldOn, wholeAnswers } from '#test/support/form-answers.ts';
import { today, triage } from './bodies.ts';
import type { Player } from './player.ts';
import { personOf, staff, takeContact } from './standard-journey.ts';

/** An assessment that is filled in on a form: begun by the person, gone on with and recorded. */
export async function assessmentDraftRoutes(player: Player): Promise<void> {
  const { adviser, practitioner: by } = staff;
  const played = await takeContact(player);
  const { send } = played;
  const resident = { resident: await personOf(played) };
  await send('triage-contact', { by: adviser, body: triage });
  await player.call('list-assessment-forms', { by });
  const form = { version: 'adult-assessment-2015-04-01' };
  await player.call('read-assessment-form', { by, params: form });
  await send('read-my-assessment-draft', { by: resident });
  const mine = { answers: { 'own-account': 'I wash at the sink.' }, isFinished: true };
  await send('save-my-assessment-draft', { by: resident, body: mine });
  await send('read-assessment-draft', { by });
  await send('save-assessment-draft', { by, body: { answers: heldOn(today) } });
  const { version } = await player.call('save-assessment-draft', {
    by,
    params: { caseId: played.caseId },
    ifMatch: 1,
    body: { answers: wholeAnswers(today) },
  });
  await send('read-assessment-draft-revisions', { by });
  const read = { practitioner: Number(version), person: 1 };
  await send('complete-assessment-draft', { by, body: { read } });
  await send('read-assessment', { by });
  await send('read-my-assessment', { by: resident });
  const copies = [{ to: 'person', how: 'in-person' }];
  await send('give-assessment-copies', {
    by,
    seen: 'assessment',
    body: { givenOn: today, copies },
  });
}
