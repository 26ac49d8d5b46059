import {
  readAssessmentDraft,
  readDraftRevisions,
  saveAssessmentDraft,
} from './assessment-draft.ts';
import { draftCompletion } from './complete-draft.ts';
import { readMyAssessmentDraft, saveMyAssessmentDraft } from './my-assessment-draft.ts';

/** Filling in an assessment, by those who know the person's needs and by the person. */
export const draftRoutes = [
  readAssessmentDraft,
  saveAssessmentDraft,
  readDraftRevisions,
  draftCompletion,
  readMyAssessmentDraft,
  saveMyAssessmentDraft,
];
