import type { Player } from '../player.ts';
import { staff } from '../standard-journey.ts';

/** Calls what people read and ask before contact. No directory is imported here: a search finds
 * nothing, and costs what it costs with five thousand services. */
export async function informationRoutes(player: Player): Promise<void> {
  const by = 'public';
  await player.call('search-directory', { by, body: { text: 'lunch club' } });
  await player.call('read-directory-terms', { by });
  const serviceId = { serviceId: 'no-such-service' };
  await player.call('read-directory-service', { by, params: serviceId, isRefused: true });
  await player.call('list-topics', { by });
  await player.call('read-topic', { by, params: { topicId: 'how-to-get-help' } });
  await player.call('read-glossary', { by });
  await player.call('list-guides', { by });
  const params = { guideId: 'find-help' };
  await player.call('read-guide', { by, params });
  await player.call('answer-guide', { by, params, body: { answers: {} } });
  const about = { kind: 'topic', id: 'how-to-get-help' };
  await player.call('give-feedback', { by, body: { about, isUseful: true } });
  await player.call('read-feedback', { by: staff.administrator, params: about });
  await player.call('list-expiring', { by: staff.administrator });
  for (const operation of ['claim-information-check', 'release-information-check']) {
    await player.call(operation, { by: staff.administrator, isRefused: true });
  }
  await player.call('estimate-charge', { by, body: anEstimate });
}

const anEstimate = {
  person: {
    ageGroup: 'pension-age',
    household: { kind: 'single' },
    premiums: { disability: false, enhancedDisability: false, carer: false },
  },
  where: 'home',
  careWeeklyPence: 28_750,
  incomes: [{ kind: 'state-pension', pence: 24_130, every: 'week' }],
};
