import { adultOutcomeLabels } from '../eligibility/adult-outcomes.ts';
import { carerOutcomeLabels } from '../eligibility/carer-outcomes.ts';
import { adultLimbs, carerLimbs } from '../eligibility/words/limb-words.ts';
import type { NeedsFound } from './needs-found.ts';

/** A need as the person reads it: what it is about, and what was found. */
export interface NeedInWords {
  readonly about: string;
  readonly found: readonly string[];
}

/** Every outcome or need that was looked at, in the order of the regulations, and what was found. */
export function needsInWords(needs: NeedsFound): NeedInWords[] {
  switch (needs.by) {
    case 'adult-outcomes':
      return Object.entries(adultOutcomeLabels).map(([code, label]) => {
        const finding = Object.entries(needs.outcomes).find(([name]) => name === code)?.[1];
        const why = finding?.limbs.map((limb) => adultLimbs[limb].words) ?? [];
        const helped = finding?.carerHelpsNow ? ['Somebody helps you with it now.'] : [];
        return { about: asHeading(label), found: [...foundIn(finding, why), ...helped] };
      });
    case 'carer-outcomes':
      return Object.entries(carerOutcomeLabels).map(([code, label]) => {
        const finding = Object.entries(needs.outcomes).find(([name]) => name === code)?.[1];
        const why = finding?.limbs.map((limb) => carerLimbs[limb].words) ?? [];
        return { about: asHeading(label), found: foundIn(finding, why) };
      });
    case 'facs-domains':
      return needs.needs.map(({ domain, need, outcomeWanted, carerHelpsNow }) => ({
        about: asHeading(domain.replaceAll('-', ' ')),
        found: [
          need,
          `What you want: ${outcomeWanted}`,
          ...(carerHelpsNow ? ['Somebody helps you with it now.'] : []),
        ],
      }));
  }
}

function foundIn(
  finding: { readonly achieved: boolean; readonly evidence: string } | undefined,
  why: readonly string[],
): string[] {
  if (!finding) return [];
  const first = finding.achieved
    ? 'You can do this.'
    : `You cannot do this well enough: ${why.join('; ')}.`;
  return finding.evidence === '' ? [first] : [first, finding.evidence];
}

function asHeading(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
