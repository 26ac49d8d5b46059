import { councilNamed } from '#shared/council/load/find-council.ts';
import * as bodies from './bodies.ts';
import type { CalledBy, Player, Sent } from './player.ts';

type Staff = Extract<CalledBy, { readonly id: string }>;

const teams = ['adult-front-door', 'social-work-north', 'finance', 'brokerage'];

export const staff = {
  adviser: { id: 'adviser-1', roles: ['adviser'], teams },
  planner: { id: 'planner-1', roles: ['practitioner'], teams },
  practitioner: { id: 'practitioner-1', roles: ['practitioner'], teams },
  finance: { id: 'finance-1', roles: ['finance-officer'], teams },
  approver: { id: 'finance-2', roles: ['finance-approver'], teams },
  budget: { id: 'budget-1', roles: ['budget-manager'], teams },
  duty: { id: 'duty-1', roles: ['duty-manager'], teams },
  manager: { id: 'manager-1', roles: ['team-manager'], teams },
  head: { id: 'head-1', roles: ['head-of-service'], teams },
  lead: { id: 'lead-1', roles: ['safeguarding-lead'], teams },
  administrator: { id: 'administrator-1', roles: ['administrator'], teams },
} as const satisfies Record<string, Staff>;

const council = councilNamed('example');
export const adultQuestions = council.ras.questionnaires
  .filter(({ subject }) => subject === 'adult')
  .flatMap(({ domains }) => domains.flatMap(({ questions }) => questions));

/** One case, called for by its id, with the version that each record was last seen at. */
export interface PlayedCase {
  readonly caseId: string;
  send(operation: string, sent: SentToCase): Promise<Record<string, unknown>>;
}

interface SentToCase extends Omit<Sent, 'ifMatch'> {
  /** The record whose newest version the caller has read. */
  readonly seen?: string;
}

/** A contact taken by phone, and the case that was opened from it. */
export async function takeContact(player: Player, personId?: string): Promise<PlayedCase> {
  const body = { ...bodies.contact, channel: 'phone', ...(personId && { personId }) };
  const { caseId } = await player.call('take-contact', { by: staff.adviser, body });
  return follow(player, String(caseId));
}

function follow(player: Player, caseId: string): PlayedCase {
  const versions: Record<string, number> = {};
  return {
    caseId,
    async send(operation, { params, seen, ...sent }) {
      const version = seen === undefined ? undefined : versions[seen];
      const body = await player.call(operation, {
        ...sent,
        params: { caseId, ...params },
        ...(version !== undefined && { ifMatch: version }),
      });
      Object.assign(versions, body['records']);
      return body;
    },
  };
}

/** What must be there before a first journey: limits of delegation, and a person whom we know. */
export async function prepare(player: Player): Promise<string> {
  const by = staff.administrator;
  await player.call('set-delegated-limits', { by, body: bodies.limits });
  const first = await takeContact(player);
  return personOf(first);
}

export async function personOf(opened: PlayedCase): Promise<string> {
  const { state } = await opened.send('read-case', { by: staff.adviser });
  return String(Object(state).personId);
}

/** The human steps of the standard journey: each is one wait of a machine. */
export const humanSteps = 9;

/** The standard journey of an existing person: from a contact by phone to the first day of support
 * that the council arranges. */
export async function standardJourney(
  player: Player,
  personId: string,
  thickness: bodies.Thickness,
): Promise<PlayedCase> {
  const played = await takeContact(player, personId);
  await toPlanning(played, thickness);
  await toBothKeys(played, 'council-managed');
  await played.send('arrange-support', { by: staff.planner, body: bodies.arrangements });
  await played.send('start-support', { by: staff.planner, body: bodies.start });
  return played;
}

export async function toPlanning({ send }: PlayedCase, thickness: bodies.Thickness) {
  const { adviser, practitioner: by, finance } = staff;
  await send('triage-contact', { by: adviser, body: bodies.triage });
  await send('assess-needs', { by, body: bodies.assessment(thickness) });
  await send('decide-eligibility', { by, seen: 'assessment', body: bodies.eligibility });
  await send('indicate-budget', { by, body: bodies.indication(adultQuestions) });
  await send('give-indicative-budget', { by, seen: 'allocation', body: bodies.indicationGiven });
  await send('assess-finances', { by: finance, body: bodies.finances });
}

export async function toBothKeys(
  { send }: PlayedCase,
  holding: Parameters<typeof bodies.plan>[0],
  agree: () => Promise<unknown> = () =>
    send('record-plan-agreement', { by: staff.planner, seen: 'plan', body: bodies.agreement }),
) {
  const { planner, practitioner, budget } = staff;
  await send('write-support-plan', { by: planner, seen: 'plan', body: bodies.plan(holding) });
  await agree();
  await send('authorise-plan', { by: practitioner, seen: 'plan', body: bodies.planKey });
  await send('authorise-budget', { by: budget, seen: 'plan', body: bodies.budgetKey });
}
