import type { Step, WrittenStory } from '../player/story.ts';

// What several stories have in common, as data.

type Json = NonNullable<Step['body']>;

/** Who may authorise how much: the service asks for it before the first budget is authorised. */
export const usualLimits = {
  from: '2008-04-01',
  limits: [
    {
      id: 'budget-managers',
      key: 'budget-manager',
      holder: { kind: 'role', role: 'budget-manager' },
      weeklyPenceMax: 100_000,
      oneOffPenceMax: 250_000,
    },
    {
      id: 'heads-of-service',
      key: 'budget-manager',
      holder: { kind: 'role', role: 'head-of-service' },
      weeklyPenceMax: 300_000,
      oneOffPenceMax: 2_000_000,
    },
  ],
} satisfies Json;

export const administrator = {
  comes: 'as-staff',
  name: 'Quill Ledgerby',
  id: 'ledgerby',
  roles: ['administrator'],
} satisfies WrittenStory['people'][string];

export const noAdvocateNeeded = {
  substantialDifficultyIn: [],
  possibleRepresentative: null,
  reason: 'Takes part in everything without difficulty.',
  advocateFrom: null,
} satisfies Json;

/** The three checks of sign-off, and the named way to buy the plan at a price of that day. */
export function checksPassed(way: string, pricedOn: string) {
  return {
    verdict: 'authorised',
    checks: {
      meetsNeeds: { passed: true, reason: 'Each eligible need has a line of its own.' },
      managesRisk: {
        passed: true,
        reason: 'Each risk has an answer, and the emergency number works.',
      },
      withinBudget: { passed: true, reason: 'The lines stay within the indicative budget.' },
      howItCanBeBought: { way, pricedOn },
    },
  } satisfies Json;
}
