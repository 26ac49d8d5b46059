import * as z from 'zod';
import { Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { type Reply, residentOperation } from '#shared/contracts/operation.ts';
import { LifeStage, stageOfAgreement } from '#shared/domain/agreement/agreement-life.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { Pence, sumPence } from '#shared/domain/money/pence.ts';
import { AccountFigures, MonitoringState } from '#shared/domain/monitoring/monitoring-state.ts';
import { accept, type Refused, refuse } from '#shared/domain/outcome.ts';
import { owedOf, reclaimsOf } from '#shared/domain/reclaim/reclaim-state.ts';
import type { RecordedEvent } from '#shared/stores/events/event.ts';
import { isAbout } from '../../cases/own-case.ts';
import { AgreementParams } from '../../personal-budget/change-agreement.ts';
import type { Ports } from '../../ports.ts';

/** The return that is due next; null before anything is paid. */
const NextReturn = MonitoringState.pick({ status: true, from: true, to: true, due: true })
  .extend({ figures: AccountFigures.nullable() })
  .meta({ id: 'NextReturn' })
  .nullable();

export const MyReturnMade = z
  .strictObject({ agreementId: Id, nextReturn: NextReturn })
  .meta({ id: 'MyReturnMade' });

/** A direct payment as its person sees it: what is asked of them next, and what they owe. */
const MyDirectPayment = z
  .strictObject({
    agreementId: Id,
    stage: LifeStage,
    nextReturn: NextReturn,
    owedPence: Pence,
    /** The day by whose end it is to be paid; null where nothing is. */
    payBy: CivilDate.nullable(),
  })
  .meta({ id: 'MyDirectPayment' });

const noSuchAgreement = 'There is no such agreement.';

export const readMyDirectPayment = residentOperation({
  id: 'read-my-direct-payment',
  method: 'GET',
  path: '/my/agreements/{agreementId}',
  tag: 'My case',
  summary: 'See how a direct payment to you, or for you, stands and what is to be shown',
  params: AgreementParams,
  query: NoQuery,
  answer: MyDirectPayment,
  async handle({ params, caller }, ports: Ports) {
    const last = await ports.agreements.last(params.agreementId);
    const held = last && (await ports.cases.last(last.after.caseId));
    if (!last || !held || !(await maySee(last.after, held.after, caller.personId, ports))) {
      return refuse('not-found', noSuchAgreement);
    }
    const today = civilDateInLondon(ports.system.now());
    return accept({ status: 200, body: showMyDirectPayment(last, held, today) });
  },
});

/** Whoever is paid for the person answers for the money (Care Act 2014 s31, s32), and sees what is asked of
 * them. */
function isPaidTo({ payee }: AgreementState, signedIn: string): boolean {
  return payee.kind !== 'self' && payee.personId === signedIn;
}

async function maySee(
  agreement: AgreementState,
  held: CaseState,
  signedIn: string,
  ports: Pick<Ports, 'people'>,
): Promise<boolean> {
  return isPaidTo(agreement, signedIn) || isAbout(held, signedIn, ports);
}

/** Why somebody who signed in may not make the return: it is not theirs to see, or not theirs to make. */
export async function refusalToPerson(
  agreement: AgreementState,
  held: RecordedEvent<CaseState>,
  signedIn: string,
  ports: Pick<Ports, 'people'>,
): Promise<Refused | undefined> {
  if (!(await maySee(agreement, held.after, signedIn, ports))) {
    return refuse('not-found', noSuchAgreement);
  }
  return agreement.payee.kind === 'self' || isPaidTo(agreement, signedIn)
    ? undefined
    : refuse('not-permitted', 'Whoever is paid for the person shows it to finance.');
}

/** What the payee hears of a return that they have made. */
export function answerReturnMade({ aggregateId, after }: RecordedEvent<AgreementState>): Reply {
  const body: z.infer<typeof MyReturnMade> = {
    agreementId: aggregateId,
    nextReturn: nextReturnOf(after),
  };
  return accept({ status: 200, body });
}

function showMyDirectPayment(
  { aggregateId, after }: RecordedEvent<AgreementState>,
  held: RecordedEvent<CaseState>,
  today: CivilDate,
): z.infer<typeof MyDirectPayment> {
  const owed = reclaimsOf(after).filter((reclaim) => owedOf(reclaim) > 0);
  return {
    agreementId: aggregateId,
    stage: stageOfAgreement(after, held.after, today),
    nextReturn: nextReturnOf(after),
    owedPence: sumPence(owed.map(owedOf)),
    payBy: owed.flatMap(({ payBy }) => payBy ?? []).toSorted()[0] ?? null,
  };
}

function nextReturnOf({ monitoring }: AgreementState): z.infer<typeof NextReturn> {
  if (!monitoring) return null;
  const { status, from, to, due, figures } = monitoring;
  return { status, from, to, due, figures };
}
