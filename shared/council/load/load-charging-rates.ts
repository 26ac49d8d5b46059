import * as z from 'zod';
import { Disregards } from '#shared/domain/charging/rates/disregards.ts';
import { makeRateBook, type RateBook } from '#shared/domain/charging/rates/rate-book.ts';
import { RateYear } from '#shared/domain/charging/rates/rate-year.ts';

/** Every year of rates that is kept, so that a charge of the past can be worked again. */
const files = [
  () => import('../data/rates/rates-2015-2022.json', { with: { type: 'json' } }),
  () => import('../data/rates/rates-2022-23.json', { with: { type: 'json' } }),
  () => import('../data/rates/rates-2023-24.json', { with: { type: 'json' } }),
  () => import('../data/rates/rates-2024-25.json', { with: { type: 'json' } }),
  () => import('../data/rates/rates-2025-26.json', { with: { type: 'json' } }),
  () => import('../data/rates/rates-2026-27.json', { with: { type: 'json' } }),
];

let loaded: Promise<RateBook> | undefined;

/** The rates, loaded when a charge is first asked for and kept for the life of the function. Throws
 * where a file is wrong, with its fields, or where two years overlap, with both names. */
export function loadChargingRates(): Promise<RateBook> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<RateBook> {
  const years = await Promise.all(files.map(async (file) => (await file()).default));
  const { default: disregards } = await import(
    '../data/rates/charging-disregards-2015-04-01.json',
    {
      with: { type: 'json' },
    }
  );
  // Parsed once in a function's life: compiling a parser would take longer than parsing does.
  const book = makeRateBook(
    z.array(RateYear).parse(years, { jitless: true }),
    Disregards.parse(disregards, { jitless: true }),
  );
  if (!book.accepted) throw new Error(book.refusal.detail);
  return book.value;
}
