import * as bodies from '../bodies.ts';
import type { Player } from '../player.ts';

const by = 'public';

/** Calls what anybody does at the front door without an account. */
export async function contactRoutes(player: Player): Promise<void> {
  await player.call('read-contact-questions', { by });
  const made = await player.call('make-contact', { by, body: bodies.contact });
  await player.call('read-receipt', { by, ...opening(made) });
  const { person, ...begun } = bodies.contact;
  const draft = await player.call('begin-contact-draft', { by, body: begun });
  const body = { ...begun, person };
  await player.call('save-contact-draft', { by, ...opening(draft), body });
  await player.call('read-contact-draft', { by, ...opening(draft) });
  await player.call('send-contact-draft', { by, ...opening(draft) });
}

function opening({ reference, secret }: Readonly<Record<string, unknown>>) {
  return { params: { reference: String(reference) }, receiptSecret: String(secret) };
}
