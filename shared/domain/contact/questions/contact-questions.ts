import type { NeedsFound } from '../../assessment/needs-found.ts';
import { howToReach, whatWeMayShare, whoHelps } from './about-help.ts';
import { needsSection } from './about-needs.ts';
import { risks, whatIsHappening } from './about-what.ts';
import { whoAsks, whoItIsAbout } from './about-who.ts';
import type { QuestionSection } from './question.ts';

/** All that the form asks, in the order in which it asks it; needs by the view from which the council
 * decides on that day, and not at all where it decides from none. */
export function contactQuestions(view: NeedsFound['by'] | undefined): QuestionSection[] {
  return [
    whoAsks,
    whoItIsAbout,
    whatIsHappening,
    ...(view ? [needsSection(view)] : []),
    risks,
    whoHelps,
    howToReach,
    whatWeMayShare,
  ];
}
