import type { ServiceSettings } from '../settings.ts';

/** What every entry is told. */
export function commonEnvironment(settings: ServiceSettings, tableName: string) {
  return {
    TABLE_NAME: tableName,
    COUNCIL: settings.given.COUNCIL,
    STAGE: settings.stage,
  };
}
