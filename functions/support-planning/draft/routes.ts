import { planDraftCompletion } from './complete-draft.ts';
import { readLineOffers } from './draft-offers.ts';
import { readMyDraft, saveMyDraft, stopPlanWriter } from './my-plan-draft.ts';
import { namePlanWriters } from './name-writers.ts';
import { readDraft, readRevisions, saveStaffDraft } from './plan-draft.ts';

/** Writing a plan, alone or together: by the person, by whom they let, and by those who plan with them. */
export const planDraftRoutes = [
  readDraft,
  saveStaffDraft,
  readRevisions,
  readLineOffers,
  namePlanWriters,
  planDraftCompletion,
  readMyDraft,
  saveMyDraft,
  stopPlanWriter,
];
