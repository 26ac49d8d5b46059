/** The last minutes of a day in London, where the clocks say more than once a year that it is another day
 * elsewhere. */
export function lateOn(day: string): { readonly today: string; readonly time: string } {
  const [march = '', october = ''] = [3, 10].map((month) => lastSunday(day.slice(0, 4), month));
  const isSummer = march <= day && day < october;
  return { today: day, time: isSummer ? '22:50:00.000Z' : '23:50:00.000Z' };
}

function lastSunday(year: string, month: number): string {
  const last = new Date(Date.UTC(Number(year), month, 0));
  last.setUTCDate(last.getUTCDate() - last.getUTCDay());
  return last.toISOString().slice(0, 10);
}
