import * as z from 'zod';
import { assessorsOf } from '../assessment/who-assessed.ts';
import { CivilDate } from '../calendar/civil-date.ts';
import { dueAfter, type TimeLimit } from '../calendar/time-limit.ts';
import type { CaseState } from '../case/case-state.ts';
import type { CaseDecision, Moment } from '../case/change.ts';
import { ShortText } from '../contact/text.ts';
import { Reason } from '../eligibility/decision.ts';
import { accept, type Refused, refuse } from '../outcome.ts';
import { Questioned, recordOf, secondLookLaw, withSecondLook } from './second-look.ts';

/** What a person says when they ask for a second look themselves. */
export const MySecondLookRequest = z
  .strictObject({
    about: Questioned,
    /** What they think is wrong, in their words. */
    whatIsWrong: Reason,
    /** What nobody knew when it was decided. */
    newInformation: Reason.optional(),
  })
  .meta({
    id: 'MySecondLookRequest',
    examples: [{ about: 'eligibility', whatIsWrong: 'Nobody asked how I get through the night.' }],
  });

export const SecondLookRequest = z
  .strictObject({
    ...MySecondLookRequest.shape,
    askedBy: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('person') }),
      z.strictObject({
        kind: z.enum(['representative', 'advocate']),
        name: ShortText,
        /** Why they may ask for the person: their power, or the person's consent. */
        authority: Reason,
      }),
    ]),
    /** The clock starts on the day on which they asked, however they did. */
    askedOn: CivilDate,
  })
  .meta({
    id: 'SecondLookRequest',
    examples: [
      {
        about: 'charge',
        whatIsWrong: 'My taxis to the clinic were left out.',
        newInformation: 'The receipts of three months.',
        askedBy: { kind: 'person' },
        askedOn: '2026-04-08',
      },
    ],
  });
export type SecondLookRequest = z.infer<typeof SecondLookRequest>;

/** The decision that is questioned, and who took it. */
export interface QuestionedDecision {
  readonly event: number;
  readonly decidedBy: string;
  /** Others whom the record of the decision names. */
  readonly others: readonly string[];
}

interface Settings {
  readonly id: string;
  readonly within: TimeLimit;
  readonly decision: QuestionedDecision | undefined;
}

/** Asks somebody else to look again at a decision; the decision, and any support, stand meanwhile.
 * Refuses `wrong-stage` where it has not been decided, `already-recorded` while one is open and where
 * that very decision was looked at before, `case-closed` once the case has ended with a death, and
 * `invalid-input` for a day to come. */
export function askForSecondLook(
  state: CaseState,
  input: SecondLookRequest,
  { id, within, decision }: Settings,
  moment: Moment,
): CaseDecision {
  const { about } = input;
  if (!decision) return refuse('wrong-stage', `There is no decision yet on the ${about}.`);
  const refused = endedCase(state) ?? lookedAtAlready(state, about, decision);
  if (refused) return refused;
  if (input.askedOn > moment.today) {
    return refuse('invalid-input', 'That day is still to come.', '/askedOn');
  }
  const due = dueAfter(input.askedOn, within);
  const others = [...decision.others, ...assessorsOf(state), state.allocatedTo];
  const tookPart = new Set(others.filter((who) => who !== null && who !== decision.decidedBy));
  const look = {
    id,
    asked: moment.event,
    decision: decision.event,
    due,
    decidedBy: decision.decidedBy,
    tookPart: [...tookPart].filter((who) => who !== null),
    status: 'asked',
    answered: null,
  } as const;
  return accept({
    type: 'second-look-asked',
    body: {
      ...input,
      secondLookId: id,
      decision: decision.event,
      due,
      rule: secondLookLaw(moment.today),
    },
    next: withSecondLook(state, about, look),
  });
}

/** Whoever was found not eligible, gave up over what their care costs or has the last bill before them
 * asks when their case has ended: nobody is turned away for that. */
function endedCase(state: CaseState): Refused | undefined {
  return state.status === 'closed' && state.outcome === 'nfa-deceased'
    ? refuse('case-closed', 'The case has ended with a death.')
    : undefined;
}

function lookedAtAlready(
  { secondLooks }: CaseState,
  about: Questioned,
  decision: QuestionedDecision,
): Refused | undefined {
  const before = secondLooks?.[about];
  if (before?.status === 'asked' || before?.status === 'decide-again') {
    return refuse('already-recorded', 'Somebody is looking at this decision again already.');
  }
  return before?.status === 'upheld' && before.decision === decision.event
    ? refuse(
        'already-recorded',
        'This decision was looked at again and upheld: a complaint and the Ombudsman come next.',
      )
    : undefined;
}

/** Which event holds the decision, where there is one. */
export function decisionQuestioned(state: CaseState, about: Questioned): number | undefined {
  return state.records[recordOf[about]];
}
