const pattern =
  /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** The instant that an ISO 8601 duration, such as `P6W` or `PT90M`, leads to; nothing if unreadable. */
export function addDuration(instant: number, duration: string): number | undefined {
  const matched = pattern.exec(duration);
  if (!matched) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = matched
    .slice(1)
    .map((part) => Number(part ?? 0));
  const date = new Date(instant);
  date.setUTCFullYear(date.getUTCFullYear() + (years ?? 0), date.getUTCMonth() + (months ?? 0));
  date.setUTCDate(date.getUTCDate() + (weeks ?? 0) * 7 + (days ?? 0));
  return date.getTime() + (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000;
}
