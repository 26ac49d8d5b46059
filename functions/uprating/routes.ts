import { beginUpratingRun } from './begin-uprating.ts';
import { decideUpratingRun } from './decide-uprating.ts';
import { readUprating, readUpratingCases, readUpratings } from './read-upratings.ts';

export const upratingRoutes = [
  beginUpratingRun,
  readUpratings,
  readUprating,
  readUpratingCases,
  decideUpratingRun,
];
