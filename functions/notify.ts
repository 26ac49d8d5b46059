import { govukNotify } from '#shared/gateways/govuk-notify.ts';
import { secretReader } from '#shared/gateways/secrets.ts';
import { system } from '#shared/gateways/system.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { queueHandler } from '#shared/lambda/queue-handler.ts';
import { openTable } from '#shared/stores/table/open-table.ts';
import { readCouncil } from './council-file.ts';
import { NotifyEnvironment } from './environments.ts';
import { journeyStores } from './journey-stores.ts';
import { Happened, sendLetter } from './letters/send-letter.ts';
import { peopleStores } from './people-stores.ts';

const environment = readEnvironment(NotifyEnvironment);
const table = openTable(environment.TABLE_NAME);
const ports = {
  ...journeyStores(table),
  ...peopleStores(table),
  council: readCouncil(environment.COUNCIL),
  system,
  messenger: govukNotify(environment.NOTIFY_BASE_URL, secretReader(environment.NOTIFY_SECRET_ID)),
};

export const handler = queueHandler((detail) => sendLetter(Happened.parse(detail), ports));
