import { loadCouncil } from '#shared/council/load-council.ts';
import { govukNotify } from '#shared/gateways/govuk-notify.ts';
import { secretReader } from '#shared/gateways/secrets.ts';
import { system } from '#shared/gateways/system.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { queueHandler } from '#shared/lambda/queue-handler.ts';
import { openTable } from '#shared/stores/open-table.ts';
import { NotifyEnvironment } from './environments.ts';
import { Happened, sendLetter } from './letters/send-letter.ts';
import { makeStores } from './make-ports.ts';

const environment = readEnvironment(NotifyEnvironment);
const ports = {
  ...makeStores(openTable(environment.TABLE_NAME)),
  council: await loadCouncil(environment.COUNCIL),
  system,
  messenger: govukNotify(environment.NOTIFY_BASE_URL, secretReader(environment.NOTIFY_SECRET_ID)),
};

export const handler = queueHandler((detail) => sendLetter(Happened.parse(detail), ports));
