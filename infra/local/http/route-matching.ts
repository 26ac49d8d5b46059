import type { ApiRoute } from './api-definition.ts';

export interface RouteMatch {
  readonly route: ApiRoute;
  readonly pathParameters: Readonly<Record<string, string>> | undefined;
}

type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'rest'; readonly name: string };

interface Pattern {
  readonly route: ApiRoute;
  readonly method: string;
  readonly segments: readonly Segment[];
}

/** Finds the route of a request as the gateway does: a full match before one with `{proxy+}`, the
 * more literal path and the named method first, and `$default` when nothing else fits. */
export function createRouteMatcher(
  routes: readonly ApiRoute[],
): (method: string, path: string) => RouteMatch | undefined {
  const fallback = routes.find(({ key }) => key === '$default');
  const patterns = routes.filter((route) => route !== fallback).map(patternOf);
  patterns.sort(moreSpecificFirst);

  return (method, path) => {
    const asked = path.split('/').slice(1);
    for (const { route, method: own, segments } of patterns) {
      if (own !== method && own !== 'ANY') continue;
      const pathParameters = match(segments, asked);
      if (pathParameters) {
        const hasAny = Object.keys(pathParameters).length > 0;
        return { route, pathParameters: hasAny ? pathParameters : undefined };
      }
    }
    return fallback && { route: fallback, pathParameters: undefined };
  };
}

function patternOf(route: ApiRoute): Pattern {
  const [method = '', path = ''] = route.key.split(' ');
  const segments = path
    .split('/')
    .slice(1)
    .map((text): Segment => {
      if (text.endsWith('+}')) return { kind: 'rest', name: text.slice(1, -2) };
      if (text.startsWith('{')) return { kind: 'parameter', name: text.slice(1, -1) };
      return { kind: 'text', text };
    });
  return { route, method, segments };
}

const kindOrder = { text: 0, parameter: 1, rest: 2 } as const;

function moreSpecificFirst(a: Pattern, b: Pattern): number {
  const rest = Number(endsInRest(a)) - Number(endsInRest(b));
  if (rest !== 0) return rest;
  for (const [index, segment] of a.segments.entries()) {
    const other = b.segments[index];
    if (!other) break;
    const difference = kindOrder[segment.kind] - kindOrder[other.kind];
    if (difference !== 0) return difference;
  }
  const longer = b.segments.length - a.segments.length;
  return longer !== 0 ? longer : Number(a.method === 'ANY') - Number(b.method === 'ANY');
}

function endsInRest({ segments }: Pattern): boolean {
  return segments.at(-1)?.kind === 'rest';
}

function match(
  segments: readonly Segment[],
  asked: readonly string[],
): Record<string, string> | undefined {
  const last = segments.at(-1);
  const rest = last?.kind === 'rest' ? last : undefined;
  const single = rest ? segments.slice(0, -1) : segments;
  const isLongEnough = rest ? asked.length > single.length : asked.length === single.length;
  if (!isLongEnough) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of single.entries()) {
    const text = decodeURIComponent(asked[index] ?? '');
    if (segment.kind === 'text' ? text !== segment.text : text === '') return undefined;
    if (segment.kind === 'parameter') parameters[segment.name] = text;
  }
  if (!rest) return parameters;
  const text = asked.slice(single.length).map(decodeURIComponent).join('/');
  return text === '' ? undefined : { ...parameters, [rest.name]: text };
}
