import type { Thickness } from '../journey/bodies.ts';
import { everyRoute } from '../journey/every-route.ts';
import { type LocalRun, type PlayedCall, startLocalRun } from '../journey/http-player.ts';
import { livePayments } from '../journey/money/direct-payment-routes.ts';
import { paymentRunRoutes } from '../journey/money/payment-run-routes.ts';
import { humanSteps, prepare, standardJourney } from '../journey/standard-journey.ts';
import { countRequests, type Units, unitsOf } from './count-calls.ts';
import { type JourneyCounts, priceOf } from './list-price.ts';
import type { Measure } from './measure.ts';

const writeUnitsAim = 50;
const transitionsBesideStepsAim = 6;
// By then the schedule has drafted the first run that pays what the fixture activated.
const runDraftedBy = '2026-07-21T10:00:00Z';
// So many that they lie in more parts of the run than one page of its lists reads.
const paidAgreements = 6;

/** Plays the standard journey, thin and full, and then every other route, and counts. */
export async function measureJourneys(): Promise<Measure[]> {
  const run = await startLocalRun();
  try {
    const personId = await prepare(run.player);
    // The first journey wakes every function, so that no count holds what only a cold start asks.
    await standardJourney(run.player, personId, 'thin');
    run.takeCalls();
    const thin = await countJourney(run, personId, 'thin');
    const full = await countJourney(run, personId, 'full');
    await everyRoute(run.player);
    await livePayments(run.player, paidAgreements);
    await advanceTo(run, runDraftedBy);
    await paymentRunRoutes(run.player);
    const rest = run.takeCalls();
    return [
      ...countRequests([...thin.calls, ...full.calls, ...rest]),
      ...unitMeasures('thin', unitsIn(thin.calls), writeUnitsAim),
      ...unitMeasures('full', unitsIn(full.calls)),
      ...transitionMeasures(thin.counts),
      ...logMeasures(thin.counts),
      ...priceOf(thin.counts),
    ];
  } finally {
    await run.stop();
  }
}

/** Moves the local clock on, and waits until all that its schedules began is done. */
async function advanceTo({ stack }: LocalRun, instant: string): Promise<void> {
  const body = JSON.stringify({ advanceTo: instant });
  const answer = await fetch(`${stack.url}/local/clock`, { method: 'POST', body });
  if (!answer.ok) throw new Error(`the clock was not moved: ${await answer.text()}`);
}

interface Counted {
  readonly calls: readonly PlayedCall[];
  readonly counts: JourneyCounts;
}

async function countJourney(
  run: LocalRun,
  personId: string,
  thickness: Thickness,
): Promise<Counted> {
  const { stack } = run;
  const before = {
    logs: Buffer.byteLength(stack.logs()),
    transitions: stack.services.states.transitions(),
    invocations: stack.invocations(),
  };
  await standardJourney(run.player, personId, thickness);
  const calls = run.takeCalls();
  const invocations = Object.entries(stack.invocations()).map(([name, count]) => [
    name,
    count - (before.invocations[name] ?? 0),
  ]);
  return {
    calls,
    counts: {
      calls: calls.length,
      units: unitsIn(calls),
      transitions: stack.services.states.transitions() - before.transitions,
      invocations: Object.fromEntries(invocations),
      requests: requestsByFunction(calls),
      busEvents: callsTo('AWSEvents.PutEvents', calls),
      executions: callsTo('AWSStepFunctions.StartExecution', calls),
      logBytes: Buffer.byteLength(stack.logs()) - before.logs,
    },
  };
}

function unitsIn(calls: readonly PlayedCall[]): Units {
  return unitsOf(calls.flatMap(({ table }) => table));
}

function callsTo(target: string, calls: readonly PlayedCall[]): number {
  return calls.flatMap(({ aws }) => aws).filter((call) => call.target === target).length;
}

function requestsByFunction(calls: readonly PlayedCall[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { caller } of calls.flatMap(({ table, aws }) => [...table, ...aws])) {
    counts[caller] = (counts[caller] ?? 0) + 1;
  }
  return counts;
}

function unitMeasures(thickness: Thickness, units: Units, aim?: number): Measure[] {
  const { gsi1 = 0, gsi2 = 0 } = units.byIndex;
  const note = `table ${units.write - gsi1 - gsi2}, gsi1 ${gsi1}, gsi2 ${gsi2}`;
  const write = { id: `write-units-${thickness}`, name: `Write units per ${thickness} journey` };
  return [
    { ...write, value: units.write, note, ...(aim !== undefined && { aim }) },
    {
      id: `read-units-${thickness}`,
      name: `Read units per ${thickness} journey`,
      value: units.read,
    },
  ];
}

function transitionMeasures({ transitions }: JourneyCounts): Measure[] {
  return [
    {
      id: 'transitions',
      name: 'State transitions per journey',
      value: transitions,
      aim: humanSteps + transitionsBesideStepsAim,
      note: `${humanSteps} human steps`,
    },
    {
      id: 'transitions-per-step',
      name: 'State transitions per human step',
      value: transitions / humanSteps,
    },
  ];
}

function logMeasures({ logBytes, invocations }: JourneyCounts): Measure[] {
  const times = Object.values(invocations).reduce((total, count) => total + count, 0);
  return [
    { id: 'log-bytes', name: 'Bytes logged per thin journey', value: logBytes },
    {
      id: 'invocations',
      name: 'Lambda invocations per thin journey',
      value: times,
      note: Object.entries(invocations)
        .map(([name, count]) => `${name.replace(/^adult-social-care-\w+-/, '')} ${count}`)
        .join(', '),
    },
  ];
}
