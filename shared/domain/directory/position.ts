import * as z from 'zod';

/** A point on the map: degrees of latitude and of longitude. */
export const Position = z.tuple([z.number().min(49).max(61), z.number().min(-9).max(2)]);
export type Position = z.infer<typeof Position>;

const earthRadiusMetres = 6_371_000;
export const metresPerMile = 1_609.344;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The distance in whole metres as the crow flies, by the haversine formula. */
export function metresBetween(a: Position, b: Position): number {
  const [fromLatitude, toLatitude] = [radians(a[0]), radians(b[0])];
  const north = Math.sin((toLatitude - fromLatitude) / 2) ** 2;
  const east = Math.sin(radians(b[1] - a[1]) / 2) ** 2;
  const share = north + Math.cos(fromLatitude) * Math.cos(toLatitude) * east;
  return Math.round(2 * earthRadiusMetres * Math.asin(Math.sqrt(share)));
}
