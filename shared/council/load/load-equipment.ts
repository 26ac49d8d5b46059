import { EquipmentCatalogue } from '#shared/domain/equipment/catalogue.ts';
import type { Council } from '../schema.ts';

const load = {
  plain: () => import('../data/information/equipment-plain.json', { with: { type: 'json' } }),
};

/** The catalogue that the council's preset names, loaded only by what prescribes from it. */
export async function loadEquipment({ equipment }: Council): Promise<EquipmentCatalogue> {
  return EquipmentCatalogue.parse((await load[equipment]()).default);
}
