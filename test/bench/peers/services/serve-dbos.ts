import { DBOS } from '@dbos-inc/dbos-sdk';
import type { CaseState } from '../../../../shared/domain/case/case-state.ts';
import type { CaseChange } from '../../../../shared/domain/case/change.ts';
import { Step } from '../../../../shared/domain/journey/steps.ts';
import { commands } from '../rules/commands.ts';
import { served } from '../served.ts';
import { carryOut } from './carry-out.ts';
import { contactOperation, type Opening, receiveContact } from './contact.ts';
import { openDatabase } from './database.ts';
import { readEnvironment } from './environment.ts';
import { type Route, serve } from './http.ts';
import { registerJourneys } from './journey-workflow.ts';
import { settingUpRoutes } from './setting-up.ts';

// The DBOS peer: the plain peer's transaction for each command, and a durable workflow that waits for
// each step with `DBOS.recv` and moves the tasks. The handler sends after its transaction: a service
// that dies between the two leaves a workflow waiting, which the service itself repairs and this peer
// does not. It leaves out what the plain peer leaves out, but for the engine.

const { folder, databaseUrl, now, nowText } = readEnvironment();
const database = await openDatabase(databaseUrl);
DBOS.setConfig({
  name: 'journey',
  systemDatabaseUrl: databaseUrl,
  applicationVersion: '1',
  logLevel: 'error',
});
const journeys = registerJourneys({ database, now: nowText });
await DBOS.launch();

/** Tells the workflows what a command decided, and starts those that it leads to. */
async function follow(caseId: string, before: CaseState, { next }: CaseChange, key: string) {
  for (const step of Step.options) {
    const standing = next.workflow.verdicts[step];
    if (!standing || standing.event === before.workflow.verdicts[step]?.event) continue;
    await journeys.settle({ caseId, step, verdict: standing.verdict, key });
  }
  for (const machine of next.workflow.running) {
    if (!before.workflow.running.includes(machine)) await journeys.start(machine, caseId);
  }
}

const way: Opening = {
  database,
  now: nowText,
  hasTasks: false,
  afterwards: follow,
  opened: (caseId) => journeys.start('journey', caseId),
};
const routes: Route[] = [
  { operation: contactOperation, handle: (called) => receiveContact(called, way) },
  ...commands.map((command) => ({
    operation: command.operation,
    handle: (called: Parameters<Route['handle']>[0]) => carryOut(command, called, way),
  })),
  ...settingUpRoutes(database),
];
const { url, stop } = await serve({ folder, routes, now, whenIdle: journeys.whenIdle });
served(url, async () => {
  await stop();
  await DBOS.shutdown();
  await database.end();
});
