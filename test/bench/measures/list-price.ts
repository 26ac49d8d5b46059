import { type EntryName, entryNames, functionSizes } from '#infra/functions.ts';
import prices from '../prices-2026-11.json' with { type: 'json' };
import type { Units } from './count-calls.ts';
import { type Measure, sum } from './measure.ts';

const poundsAim = 0.4;
const journeys = 1000;

/** What one journey asks of AWS, as it was counted. */
export interface JourneyCounts {
  readonly calls: number;
  readonly units: Units;
  readonly transitions: number;
  /** By the function's name. */
  readonly invocations: Readonly<Record<string, number>>;
  /** To any AWS service, by the function's name. */
  readonly requests: Readonly<Record<string, number>>;
  readonly busEvents: number;
  readonly executions: number;
  readonly logBytes: number;
}

/** The list price of a thousand journeys in pounds, service by service. Storage is not in it: it
 * depends on how long records are kept. */
export function priceOf(counts: JourneyCounts): Measure[] {
  const { dollars, assumed, poundsPerDollar } = prices;
  const invocations = sum(Object.values(counts.invocations));
  const logBytes = counts.logBytes + invocations * assumed.runtimeLogBytesPerInvocation;
  const byService = {
    'Step Functions': counts.transitions * dollars.stepFunctionsTransition.value,
    DynamoDB:
      counts.units.write * dollars.dynamoWriteUnit.value +
      counts.units.read * dollars.dynamoReadUnit.value,
    Lambda:
      invocations * dollars.lambdaRequest.value +
      gigabyteSeconds(counts) * dollars.lambdaGigabyteSecondArm.value,
    'API Gateway': counts.calls * dollars.httpApiCall.value,
    'CloudWatch Logs': (logBytes / 1e9) * dollars.logGigabyte.value,
    'EventBridge and SQS':
      counts.busEvents *
      (dollars.busEvent.value + assumed.queueRequestsPerBusEvent * dollars.queueRequest.value),
    // Each execution is traced; no function begins a trace of its own.
    'X-Ray': counts.executions * dollars.trace.value,
  };
  const pounds = Object.entries(byService).map(
    ([service, price]) => [service, price * journeys * poundsPerDollar.value] as const,
  );
  return [
    {
      id: 'pounds',
      name: 'List price per 1,000 thin journeys, pounds',
      value: sum(pounds.map(([, price]) => price)),
      aim: poundsAim,
      note: `prices of ${prices.asOf}`,
    },
    ...pounds.map(([service, price]) => ({
      id: `pounds-${service.toLowerCase().replaceAll(' ', '-')}`,
      name: `  of it ${service}`,
      value: price,
    })),
  ];
}

function gigabyteSeconds({ invocations, requests }: JourneyCounts): number {
  const { millisecondsPerInvocation, millisecondsPerAwsRequest } = prices.assumed;
  return sum(
    Object.entries(invocations).map(([name, count]) => {
      const milliseconds =
        count * millisecondsPerInvocation + (requests[name] ?? 0) * millisecondsPerAwsRequest;
      const { memoryMegabytes } = functionSizes[entryOf(name)];
      return (milliseconds / 1000) * (memoryMegabytes / 1024);
    }),
  );
}

function entryOf(functionName: string): EntryName {
  const entry = entryNames.find((name) => functionName.endsWith(`-${name}`));
  if (!entry) throw new Error(`no entry makes the function ${functionName}`);
  return entry;
}
