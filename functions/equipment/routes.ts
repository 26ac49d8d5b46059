import { prescriptionEnd } from './end-prescription.ts';
import { equipmentPrescription } from './prescribe-equipment.ts';
import { equipmentCatalogue, equipmentOfCase, readPrescription } from './read-equipment.ts';

/** The operations on small aids by prescription. */
export const equipmentRoutes = [
  equipmentCatalogue,
  equipmentPrescription,
  equipmentOfCase,
  readPrescription,
  prescriptionEnd,
];
