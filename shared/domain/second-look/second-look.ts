import * as z from 'zod';
import type { RecordName } from '../case/case-state.ts';
import { lawOn } from '../codes/law-in-force.ts';
import type { Role } from '../roles.ts';

/** The decisions at which somebody else looks again when the person asks. */
export const Questioned = z
  .enum(['eligibility', 'indicative-budget', 'charge'])
  .meta({ id: 'QuestionedDecision' });
export type Questioned = z.infer<typeof Questioned>;

const Version = z.int().positive();

/** What a case keeps of the newest second look at one decision: what was said stands in its events. */
export const SecondLook = z.strictObject({
  id: z.string(),
  /** The event that asked for it, and the one that holds the decision that is questioned. */
  asked: Version,
  decision: Version,
  /** The day by whose end it is answered, or once the decision was set aside, taken anew. */
  due: z.iso.date(),
  decidedBy: z.string(),
  /** Who else took part in that decision: whoever looks again is none of them. */
  tookPart: z.array(z.string()),
  status: z.enum(['asked', 'upheld', 'withdrawn', 'decide-again', 'changed']),
  /** The event that answered it. */
  answered: Version.nullable(),
});
export type SecondLook = z.infer<typeof SecondLook>;

export const SecondLooks = z.partialRecord(Questioned, SecondLook);
export type SecondLooks = z.infer<typeof SecondLooks>;

/** The record that holds each decision. */
export const recordOf = {
  eligibility: 'determination',
  'indicative-budget': 'allocation',
  charge: 'finances',
} as const satisfies Record<Questioned, RecordName>;

/** The step whose team looks again, and whose ordinary command decides anew. */
export const stepOf = {
  eligibility: 'decide-eligibility',
  'indicative-budget': 'decide-eligibility',
  charge: 'assess-finances',
} as const satisfies Record<Questioned, string>;

/** Who may look again at each: somebody with standing to set a colleague's decision aside. */
export const rolesToLookAgain = {
  eligibility: ['team-manager', 'head-of-service'],
  'indicative-budget': ['team-manager', 'head-of-service'],
  charge: ['finance-officer', 'finance-approver', 'head-of-service'],
} as const satisfies Record<Questioned, readonly Role[]>;

/** The appeals of Care Act 2014 s72 were never brought into force: a second look is the council's own
 * remedy, before a complaint and the Ombudsman. */
export function secondLookLaw(today: string): string {
  return lawOn(today, {
    careAct: 'SI 2009/309; Local Government Act 1974 Part 3',
    before: "The council's complaints procedure; Local Government Act 1974 Part 3",
  });
}

interface Looked {
  readonly secondLooks?: SecondLooks | undefined;
}

/** The second look with that id, and at what it looks. */
export function findSecondLook(
  { secondLooks = {} }: Looked,
  id: string,
): { readonly about: Questioned; readonly look: SecondLook } | undefined {
  for (const about of Questioned.options) {
    const look = secondLooks[about];
    if (look?.id === id) return { about, look };
  }
  return undefined;
}

/** The case with a second look as it stands now. */
export function withSecondLook<S extends Looked>(state: S, about: Questioned, look: SecondLook): S {
  return { ...state, secondLooks: { ...state.secondLooks, [about]: look } };
}
