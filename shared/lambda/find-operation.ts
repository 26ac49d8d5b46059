import type { Operation } from '../contracts/operation.ts';

/** Stages by name; each is loaded at the first call for one of its operations, so that a cold start
 * reads the code of one stage and not of all. */
export type Stages<Ports> = Readonly<Record<string, () => Promise<readonly Operation<Ports>[]>>>;

/** The route keys (`GET /cases/{caseId}`) of each stage. */
export type RouteKeys = Readonly<Record<string, readonly string[]>>;

/** How an operation is found by the gateway's route key; undefined where nobody serves it. */
export type FindOperation<Ports> = (routeKey: string) => Promise<Operation<Ports> | undefined>;

export function operationFinder<Ports>(
  stages: Stages<Ports>,
  routeKeys: RouteKeys,
): FindOperation<Ports> {
  const stageOf = new Map(
    Object.entries(routeKeys).flatMap(([stage, keys]) => keys.map((key) => [key, stage] as const)),
  );
  return async (asked) => {
    // What answers a page answers for its head too.
    const routeKey = asked.replace(/^HEAD /, 'GET ');
    const stage = stageOf.get(routeKey);
    if (stage === undefined) return undefined;
    const operations = await stages[stage]?.();
    return operations?.find((operation) => keyOf(operation) === routeKey);
  };
}

/** The route keys of every stage, as `route-keys.json` holds them. */
export async function routeKeysOf(stages: Stages<never>): Promise<RouteKeys> {
  const entries = Object.entries(stages).map(async ([stage, load]) => {
    return [stage, (await load()).map(keyOf)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

function keyOf(operation: Pick<Operation<never>, 'method' | 'path'>): string {
  return `${operation.method} ${operation.path}`;
}

/** Whether some operation answers under this path, whatever its method: what tells 405 from 404. */
export function isKnownPath(path: string, routeKeys: readonly string[]): boolean {
  const parts = path.split('/');
  return routeKeys.some((key) => {
    const pattern = key.slice(key.indexOf(' ') + 1).split('/');
    return (
      pattern.length === parts.length &&
      pattern.every((part, place) => part.startsWith('{') || part === parts[place])
    );
  });
}
