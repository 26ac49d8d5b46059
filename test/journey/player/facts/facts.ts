import * as z from 'zod';
import { RiskType, riskTypeLabels } from '#shared/domain/codes/safeguarding-codes.ts';
import { inWords } from '../words.ts';
import { bandAndThreshold, factsOfDetermination } from './facts-of-eligibility.ts';

// What a step wrote into the case, read back from the service and told as data.

const Text = z.string();
const Person = z.object({
  name: Text,
  relationship: Text.optional(),
  organisation: Text.optional(),
  about: Text.optional(),
});
const Score = z.object({ tool: Text, score: z.number() });

const Contact = z.object({
  by: z.object({ kind: Text, ...Person.partial().shape }),
  person: z.object({ givenName: Text, familyName: Text }),
  whatIsHappening: Text,
  whatMatters: Text.optional(),
});
const Triage = z.object({
  verdict: Text,
  referral: z.object({ team: Text }).optional(),
  signposted: z.object({ services: z.array(z.object({ name: Text })) }).optional(),
});
const Screening = z.object({
  band: Text.nullable(),
  threshold: Text,
  isAtThreshold: z.boolean(),
});
const Assessment = z.object({
  ownAccount: Text,
  whatMatters: Text,
  present: z.array(Person),
  mayTalkTo: z.array(Person),
  jointWithCarer: z.object({ carerName: Text }).optional(),
});
const Allocation = z.object({
  allocation: z.object({
    points: z.number(),
    adjustmentHundredths: z.number(),
    tableVersion: Text,
  }),
});
const Plan = z.object({
  needs: z.array(z.object({ need: Text, how: Text })),
  outcomesWanted: z.array(Text),
});
const Started = z.object({ goals: z.array(Text), scoreAtStart: Score });
const Ended = z.object({
  scoreAtEnd: Score.optional(),
  goals: z.array(z.object({ result: Text })).default([]),
});
const Review = z.object({
  decision: z.object({ verdict: Text, reason: Text }),
  satisfaction: Text,
});
const Capacity = z.object({ decision: Text, conclusion: Text });
const Concern = z.object({
  concern: z.object({ riskTypes: z.array(RiskType), whatIsFeared: Text }),
});

/** Reads what is told of a kind of event; what does not fit is not of that kind. */
function telling<T>(shape: z.ZodType<T>, tell: (body: T) => (string | undefined)[]) {
  return (body: unknown): string[] => {
    const read = shape.safeParse(body);
    return read.success ? tell(read.data).filter((line) => line !== undefined) : [];
  };
}

const ofEvent: Readonly<Record<string, (body: unknown) => string[]>> = {
  'case-opened': telling(Contact, ({ by, person, whatIsHappening, whatMatters }) => [
    `about ${person.givenName} ${person.familyName}, from ${told(by)}: ${firstSentence(whatIsHappening)}`,
    whatMatters && `what matters: ${whatMatters}`,
  ]),
  'contact-triaged': telling(Triage, ({ verdict, referral, signposted }) => [
    `decided: ${inWords(verdict)}${referral ? `, to the team ${referral.team}` : ''}`,
    signposted && `told of: ${signposted.services.map(({ name }) => name).join(', ')}`,
  ]),
  'eligibility-screened': telling(Screening, ({ band, threshold, isAtThreshold }) => [
    `found: ${bandAndThreshold({ band, threshold, isMet: isAtThreshold })}`,
  ]),
  'needs-assessed': telling(Assessment, (assessed) => [
    `in their words: ${firstSentence(assessed.ownAccount)} What matters: ${assessed.whatMatters}`,
    `present: ${assessed.present.map(known).join(', ')}; may talk to: ${
      assessed.mayTalkTo.map(known).join(', ') || 'nobody'
    }${assessed.jointWithCarer ? `; jointly with ${assessed.jointWithCarer.carerName}` : ''}`,
  ]),
  'eligibility-decided': factsOfDetermination,
  'budget-indicated': telling(Allocation, ({ allocation }) => [
    `found: points ${allocation.points}, ${allocation.adjustmentHundredths / 100} off for family and friends, by the table ${allocation.tableVersion}`,
  ]),
  'plan-written': telling(Plan, ({ needs, outcomesWanted }) => [
    `wanted: ${outcomesWanted.map(withoutStop).join('; ')}`,
    `needs: ${needs.map(({ need, how }) => `${withoutStop(need)} (${withoutStop(how)})`).join('; ')}`,
  ]),
  'reablement-started': telling(Started, ({ goals, scoreAtStart }) => [
    `goals: ${goals.map((goal) => `"${goal}"`).join(', ')}; score ${scoreAtStart.score} (${scoreAtStart.tool})`,
  ]),
  'reablement-ended': telling(Ended, ({ scoreAtEnd, goals }) => [
    scoreAtEnd &&
      `found: goals ${goals.map(({ result }) => inWords(result)).join(', ')}; score ${scoreAtEnd.score}`,
  ]),
  'review-carried-out': telling(Review, ({ decision, satisfaction }) => [
    `decided: ${inWords(decision.verdict)}. ${decision.reason} The person is ${inWords(satisfaction)}.`,
  ]),
  'capacity-recorded': telling(Capacity, ({ decision, conclusion }) => [
    `found: ${inWords(conclusion)} for the decision on ${inWords(decision)}`,
  ]),
};

const concernOf = telling(Concern, ({ concern }) => [
  `concern raised: ${concern.riskTypes.map((type) => riskTypeLabels[type]).join(', ')}. ${concern.whatIsFeared}`,
]);

/** What an event wrote, a line to each point. */
export function factsOf(type: string, recorded: unknown): string[] {
  return [...(ofEvent[type]?.(recorded) ?? []), ...concernOf(recorded)];
}

function told(by: z.infer<typeof Contact>['by']): string {
  const who = [by.name, by.relationship, by.organisation].filter((part) => part !== undefined);
  if (by.kind === 'self') return 'the person';
  return who.length === 0 ? by.kind : `${who.join(', ')} (${by.kind})`;
}

function known({ name, relationship, about }: z.infer<typeof Person>): string {
  return `${name} (${[relationship, about && `on ${about}`].filter(Boolean).join(', ')})`;
}

function firstSentence(text: string): string {
  return /^.+?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}
