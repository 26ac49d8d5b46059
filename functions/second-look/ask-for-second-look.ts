import * as z from 'zod';
import { CaseAnswer, CaseParams, Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { type Reply, residentOperation, staffOperation } from '#shared/contracts/operation.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { Moment } from '#shared/domain/case/change.ts';
import { refuse } from '#shared/domain/outcome.ts';
import {
  askForSecondLook,
  decisionQuestioned,
  MySecondLookRequest,
  type QuestionedDecision,
  SecondLookRequest,
} from '#shared/domain/second-look/ask-for-second-look.ts';
import type { Questioned } from '#shared/domain/second-look/second-look.ts';
import type { ChangeRequest } from '../cases/change-aggregate.ts';
import { changeCase } from '../cases/change-case.ts';
import { isAbout } from '../cases/own-case.ts';
import type { Ports } from '../ports.ts';
import { secondLookIdOf, secondLookTask } from './second-look-task.ts';

const shared = {
  method: 'POST',
  creates: true,
  params: CaseParams,
  query: NoQuery,
  answer: CaseAnswer.extend({ secondLookId: Id, weAnswerBy: CivilDate }).meta({
    id: 'SecondLookAsked',
  }),
} as const;

export const secondLookRequest = staffOperation({
  ...shared,
  id: 'ask-for-second-look',
  path: '/cases/{caseId}/second-looks',
  tag: 'Second look',
  roles: [
    'adviser',
    'practitioner',
    'team-manager',
    'duty-manager',
    'finance-officer',
    'finance-approver',
  ],
  summary: 'Record that a person asks somebody else to look again at a decision',
  body: SecondLookRequest,
  handle: (request, ports: Ports) => ask(request, request.body, ports),
});

export const mySecondLookRequest = residentOperation({
  ...shared,
  id: 'ask-for-my-second-look',
  path: '/my/cases/{caseId}/second-looks',
  tag: 'My case',
  summary: 'Ask somebody else to look again at our decision',
  body: MySecondLookRequest,
  handle(request, ports: Ports) {
    const { personId } = request.caller;
    const askedOn = civilDateInLondon(ports.system.now());
    const body = { ...request.body, askedBy: { kind: 'person' }, askedOn } as const;
    return ask(request, body, ports, (state) => isAbout(state, personId, ports));
  },
});

interface Asking extends ChangeRequest {
  readonly params: { caseId: string };
  readonly ifMatch: string | undefined;
}

function ask(
  request: Asking,
  input: SecondLookRequest,
  ports: Ports,
  mayAsk: (state: CaseState) => boolean | Promise<boolean> = () => true,
): Promise<Reply> {
  const { caseId } = request.params;
  const { council } = ports;
  const { about } = input;
  return changeCase(
    request,
    ports,
    async (state: CaseState, moment: Moment) => {
      // Somebody else's case is not there to be seen.
      if (!(await mayAsk(state))) return refuse('not-found', 'There is no such case.');
      const decision = await readDecision(caseId, state, about, ports);
      const id = secondLookIdOf(caseId, moment.event);
      const settings = { id, within: council.secondLookWithin, decision };
      return askForSecondLook(state, input, settings, moment);
    },
    {
      also: async ({ next: state }, _before, at) => {
        const look = state.secondLooks?.[about];
        return secondLookTask({ caseId, state, about, look, at }, council);
      },
      told: ({ sequence, after }) => ({
        secondLookId: secondLookIdOf(caseId, sequence),
        weAnswerBy: after.secondLooks?.[about]?.due,
      }),
    },
  );
}

const Deciding = z.looseObject({ decidedBy: z.looseObject({ id: z.string() }).optional() });

/** Whoever the record of a decision names besides the one who recorded it. */
const Named = Deciding.extend({
  determination: z.looseObject({ inputs: Deciding }).optional(),
});

async function readDecision(
  caseId: string,
  state: CaseState,
  about: Questioned,
  { cases }: Pick<Ports, 'cases'>,
): Promise<QuestionedDecision | undefined> {
  const version = decisionQuestioned(state, about);
  if (version === undefined) return undefined;
  const event = await cases.at(caseId, version);
  if (!event) throw new Error(`event ${version} of a case is missing`);
  const { determination, decidedBy } = Named.parse(event.body);
  const named = [determination?.inputs.decidedBy?.id, decidedBy?.id];
  const others = named.filter((who) => who !== undefined);
  return { event: version, decidedBy: event.actor.id, others };
}
