import type { RecordedRequest } from '#infra/local/table/recording.ts';
import type { PlayedCall } from '../journey/http-player.ts';
import { operations } from '../journey/player.ts';
import { type Measure, sum } from './measure.ts';

const requestsMeanAim = 1.6;
const requestsWorstAim = 3;

export interface Units {
  readonly read: number;
  readonly write: number;
  /** The part of the write units that each index took. */
  readonly byIndex: Readonly<Record<string, number>>;
}

export function unitsOf(requests: readonly RecordedRequest[]): Units {
  const isRead = ({ operation }: RecordedRequest) => /^(?:Get|Query|BatchGet)/.test(operation);
  const units = (some: readonly RecordedRequest[]) => sum(some.map((each) => each.capacityUnits));
  const writes = requests.filter((request) => !isRead(request));
  const byIndex: Record<string, number> = {};
  for (const { indexUnits } of writes) {
    for (const [name, of] of Object.entries(indexUnits)) byIndex[name] = (byIndex[name] ?? 0) + of;
  }
  return { read: units(requests.filter(isRead)), write: units(writes), byIndex };
}

/** What a call asked of AWS before it answered: not what case-stream and the machines did after. */
export function ownRequests({ table, aws }: PlayedCall): number {
  const isOwn = ({ caller }: { readonly caller: string }) => caller.endsWith('-api');
  return table.filter(isOwn).length + aws.filter(isOwn).length;
}

/** Requests per call over all routes, each route counting once, by its worst call. */
export function countRequests(calls: readonly PlayedCall[]): Measure[] {
  const worst = new Map<string, number>();
  for (const call of calls) {
    worst.set(call.operation, Math.max(worst.get(call.operation) ?? 0, ownRequests(call)));
  }
  const counts = [...worst.values()];
  const most = Math.max(...counts);
  const atMost = [...worst].filter(([, count]) => count === most).map(([id]) => id);
  const missing = operations.filter(({ id }) => !worst.has(id)).map(({ id }) => id);
  return [
    {
      id: 'requests-mean',
      name: 'AWS requests per call, mean over routes',
      value: sum(counts) / counts.length,
      aim: requestsMeanAim,
      note: `${counts.length} routes`,
    },
    {
      id: 'requests-worst',
      name: 'AWS requests per call, worst route',
      value: most,
      aim: requestsWorstAim,
      note: atMost.length > 3 ? `${atMost.length} routes` : atMost.join(', '),
    },
    {
      id: 'routes-not-played',
      name: 'Routes that the fixture does not call',
      value: missing.length,
      note: missing.join(', '),
    },
  ];
}
