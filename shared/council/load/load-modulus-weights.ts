import { readWeights, WeightFile, type WeightTable } from '#shared/domain/bank/weight-table.ts';

let loaded: Promise<WeightTable> | undefined;

/** Vocalink's weights, loaded when an account is first checked. Throws where the file is wrong. */
export function loadModulusWeights(): Promise<WeightTable> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<WeightTable> {
  const { default: file } = await import('../data/bank/modulus-weights-2020-10-12.json', {
    with: { type: 'json' },
  });
  const table = readWeights(WeightFile.parse(file));
  if (!table.accepted) throw new Error(table.refusal.detail);
  return table.value;
}
