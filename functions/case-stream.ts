import { SFNClient } from '@aws-sdk/client-sfn';
import { ConcernState } from '#shared/domain/safeguarding/concern.ts';
import { eventBus } from '#shared/gateways/bus.ts';
import { secretReader } from '#shared/gateways/secrets.ts';
import { system } from '#shared/gateways/system.ts';
import { StepFunctionsEngine } from '#shared/gateways/workflow-engine.ts';
import { readEnvironment } from '#shared/lambda/environment.ts';
import { streamHandler } from '#shared/lambda/stream-handler.ts';
import { EventLog } from '#shared/stores/events/event-log.ts';
import { keyedPseudonyms } from '#shared/stores/people/pseudonyms.ts';
import { openTable } from '#shared/stores/table/open-table.ts';
import { readCouncil } from './council-file.ts';
import { CaseStreamEnvironment } from './environments.ts';
import { journeyStores } from './journey-stores.ts';
import { peopleStores } from './people-stores.ts';
import { followChanges } from './workflow/follow-changes.ts';
import { hearSignal } from './workflow/hear-signal.ts';

const environment = readEnvironment(CaseStreamEnvironment);
const table = openTable(environment.TABLE_NAME);
const ports = {
  ...journeyStores(table),
  ...peopleStores(table),
  concerns: new EventLog(table, 'concern', ConcernState),
  council: readCouncil(environment.COUNCIL),
  system,
  pseudonyms: keyedPseudonyms(secretReader(environment.PSEUDONYM_SECRET_ID)),
  bus: eventBus(environment.BUS_NAME),
  engine: new StepFunctionsEngine(new SFNClient(), {
    journey: environment.JOURNEY_MACHINE_ARN,
    'support-planning': environment.SUPPORT_PLANNING_MACHINE_ARN,
    review: environment.REVIEW_MACHINE_ARN,
    'payment-run': environment.PAYMENT_RUN_MACHINE_ARN,
  }),
};

export const handler = streamHandler({
  onChanges: (changes) => followChanges(changes, ports),
  onSignal: (signal) => hearSignal(signal, ports),
});
