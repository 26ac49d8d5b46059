import { commands } from '../rules/commands.ts';
import { served } from '../served.ts';
import { carryOut } from './carry-out.ts';
import { contactOperation, type Opening, receiveContact } from './contact.ts';
import { openDatabase } from './database.ts';
import { readEnvironment } from './environment.ts';
import { type Route, serve } from './http.ts';
import { settingUpRoutes } from './setting-up.ts';
import { tasksBetween } from './tasks.ts';

// The plain peer: one Fastify process on PostgreSQL. A step that people are waited for at is a row of
// `tasks`, written in the transaction of the command that leads to it. What it leaves out, next to the
// service: a chain of hashes over the audit events and the state after each of them, the letters and
// the status page that follow from an event, an engine that shows and repairs where a case waits, and
// any use of more than one machine.

const { folder, databaseUrl, now, nowText } = readEnvironment();
const database = await openDatabase(databaseUrl);
const way: Opening = {
  database,
  now: nowText,
  hasTasks: true,
  tasksOf: (before, { next }, today) => tasksBetween(before, next, today),
};
const routes: Route[] = [
  { operation: contactOperation, handle: (called) => receiveContact(called, way) },
  ...commands.map((command) => ({
    operation: command.operation,
    handle: (called: Parameters<Route['handle']>[0]) => carryOut(command, called, way),
  })),
  ...settingUpRoutes(database),
];
// Nothing goes on after an answer.
const { url, stop } = await serve({ folder, routes, now, whenIdle: async () => {} });
served(url, async () => {
  await stop();
  await database.end();
});
