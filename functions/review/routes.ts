import { recordReview } from './hold-review.ts';
import { askForReview } from './request-review.ts';

/** The operations that keep a live plan right. */
export const reviewRoutes = [askForReview, recordReview];
