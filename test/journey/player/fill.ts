// How what was kept from earlier answers comes into a request, and how the days of a story move.

export type Kept = ReadonlyMap<string, unknown>;

const place = /\{([a-z][A-Za-z0-9]*)\}/g;
const day = /\b(\d{4}-\d{2}-\d{2})\b/g;
const dayMs = 24 * 60 * 60 * 1000;

/** The names in braces anywhere in a part of a story. */
export function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [...value.matchAll(place)].map(([, name = '']) => name);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(namesIn);
}

/** The same part with what was kept in place of the names, and every day moved by so many days. */
export function fill(value: unknown, kept: Kept, shiftDays: number): unknown {
  if (typeof value === 'string') return fillText(value, kept, shiftDays);
  if (Array.isArray(value)) return value.map((each) => fill(each, kept, shiftDays));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, fill(each, kept, shiftDays)]),
  );
}

function fillText(text: string, kept: Kept, shiftDays: number): unknown {
  const [whole, name = ''] = text.match(/^\{([a-z][A-Za-z0-9]*)\}$/) ?? [];
  if (whole !== undefined) return kept.get(name);
  const moved = text.replace(day, (date) => moveDay(date, shiftDays));
  return moved.replace(place, (_, each: string) => String(kept.get(each)));
}

export function moveDay(date: string, shiftDays: number): string {
  return new Date(Date.parse(date) + shiftDays * dayMs).toISOString().slice(0, 10);
}

/** What stands at a path such as `parts.0.id`. */
export function valueAt(value: unknown, path: string): unknown {
  let at: unknown = value;
  for (const key of path.split('.')) at = Object(at)[key];
  return at;
}
