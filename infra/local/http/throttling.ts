import type { ApiRoute } from './api-definition.ts';

/** Says whether a route may serve one more request now: a bucket of `burst` tokens for each route,
 * filled at its rate, as the gateway counts. */
export function createThrottling(now: () => number): (route: ApiRoute) => boolean {
  const buckets = new Map<string, { tokens: number; countedAt: number }>();
  return ({ key, throttle }) => {
    if (!throttle) return true;
    const instant = now();
    const bucket = buckets.get(key) ?? { tokens: throttle.burst, countedAt: instant };
    const refill = ((instant - bucket.countedAt) / 1000) * throttle.ratePerSecond;
    bucket.tokens = Math.min(throttle.burst, bucket.tokens + refill);
    bucket.countedAt = instant;
    buckets.set(key, bucket);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  };
}
