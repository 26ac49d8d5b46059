import * as z from 'zod';
import { Stage, stages } from '#shared/domain/case/stage.ts';
import { Step } from '#shared/domain/journey/steps.ts';
import { Questioned } from '#shared/domain/second-look/second-look.ts';

const Sentence = z.string().min(1).max(300);

/** How a council tells people where they stand: each stage with what they can do meanwhile, and each
 * step as what happens next. */
export const ProgressWords = z.strictObject({
  stages: z.record(
    Stage,
    z.strictObject({ where: Sentence, meanwhile: z.array(Sentence).min(1).max(5) }),
  ),
  steps: z.record(Step, Sentence),
  /** What happens while somebody else looks again at a decision. */
  secondLooks: z.record(Questioned, Sentence),
});
export type ProgressWords = z.infer<typeof ProgressWords>;

/** The same in other languages, by their IETF tags; English is always there. */
export const Progress = z.strictObject({
  english: ProgressWords,
  translations: z.record(z.string(), ProgressWords).default({}),
});

const callUs = 'Call us if things get worse. In danger, call 999.';

/** Where people stand, in plain words that any preset may use or replace. */
export const plainProgress: ProgressWords = {
  stages: {
    contact: {
      where: 'We have your request and are looking at it.',
      meanwhile: [callUs, 'You can look for help near you in our directory.'],
    },
    reablement: {
      where: 'You are getting short-term help to do more for yourself again.',
      meanwhile: ['Tell your worker what goes well and what is hard.', callUs],
    },
    assessment: {
      where: 'Your case is with the team that finds out what you need.',
      meanwhile: [
        'Think about what matters to you, and what is hard at home.',
        'You can have somebody with you when we talk.',
        callUs,
      ],
    },
    eligibility: {
      where: 'You have told us what you need.',
      meanwhile: ['You do not need to do anything now.', callUs],
    },
    'support-planning': {
      where: 'You and we are planning your support.',
      meanwhile: ['Think about the support that would suit you, and who could give it.', callUs],
    },
    'sign-off': {
      where: 'Your plan is written. Two people are checking it.',
      meanwhile: ['You do not need to do anything now.', callUs],
    },
    'arranging-support': {
      where: 'Your plan is agreed. We are arranging your support.',
      meanwhile: ['Tell us about days and times that do not suit you.', callUs],
    },
    'receiving-support': {
      where: 'You have support.',
      meanwhile: ['Tell us when somebody does not come, or when your needs change.', callUs],
    },
    review: {
      where: 'It is time to look at your support together.',
      meanwhile: ['Think about what works and what does not.', callUs],
    },
    decided: {
      where: 'We have decided, and have written to you.',
      meanwhile: ['Tell us if you think that our decision is wrong.', callUs],
    },
    closed: {
      where: 'Your case is closed.',
      meanwhile: ['You can come back at any time: call us and give your reference.'],
    },
  },
  steps: {
    'triage-contact': 'We are looking at what you told us.',
    reablement: 'You are getting short-term help to regain your independence.',
    'assess-needs': 'We will talk with you about what you need.',
    'decide-eligibility': 'We are deciding which of your needs the council must help with.',
    'assess-finances': 'We are working out whether you pay something towards your support.',
    'write-support-plan': 'Your support plan is being written with you.',
    'authorise-plan': 'A practitioner is checking your plan.',
    'authorise-budget': 'A budget manager is checking your budget.',
    'arrange-support': 'We are arranging your support.',
    'start-support': 'Your support is about to start.',
    'carry-out-review': 'We will look with you at how your support is working.',
    'approve-payment-run': 'A payment is being checked.',
  },
  secondLooks: {
    eligibility: 'Somebody else is looking again at our decision about your eligible needs.',
    'indicative-budget': 'Somebody else is looking again at your indicative budget.',
    charge: 'Somebody else is looking again at what you pay.',
  },
};

/** The shared words with some stages told in the council's own. */
export function plainProgressWith(
  own: Readonly<Partial<Record<Stage, string>>>,
): z.input<typeof Progress> {
  const told = stages.map((stage) => {
    const plain = plainProgress.stages[stage];
    return [stage, { ...plain, where: own[stage] ?? plain.where }] as const;
  });
  const english = {
    ...plainProgress,
    stages: { ...plainProgress.stages, ...Object.fromEntries(told) },
  };
  return { english };
}
