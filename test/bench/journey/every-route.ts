import { assessmentDraftRoutes } from './assessment-draft-routes.ts';
import * as bodies from './bodies.ts';
import { decidedRoutes } from './decided-routes.ts';
import { equipmentRoutes } from './equipment-routes.ts';
import { contactRoutes } from './front-door/contact-routes.ts';
import { informationRoutes } from './front-door/information-routes.ts';
import { letterRoutes } from './front-door/letter-routes.ts';
import { phoneRoutes } from './front-door/phone-routes.ts';
import { chargingRoutes } from './money/charging-routes.ts';
import { contributionRoutes } from './money/contribution-routes.ts';
import { costCentreRoutes } from './money/cost-centre-routes.ts';
import {
  besideThePlan,
  pauseAndEnd,
  payDirectly,
  stopPayments,
} from './money/direct-payment-routes.ts';
import { monitoringRoutes } from './money/monitoring-routes.ts';
import { orderRoutes } from './money/order-routes.ts';
import { providerRoutes } from './money/provider-routes.ts';
import { upratingRoutes } from './money/uprating-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { personRecordRoutes } from './person-record-routes.ts';
import { planDraftRoutes, planVersionRoutes } from './plan-version-routes.ts';
import type { Player } from './player.ts';
import { personOf, staff, takeContact, toBothKeys, toPlanning } from './standard-journey.ts';
import { waitingRoutes } from './waiting-routes.ts';

const { adviser, planner, practitioner, budget, duty, manager, lead } = staff;
const { today } = bodies;
const reason = 'As it was agreed with the person.';
const howToComeBack = 'Call us again at any time.';

const offered = {
  ...bodies.triage,
  verdict: 'reablement',
  whyReablement: 'She was independent until the fall.',
};
const score = { tool: 'Barthel', score: 12 };

/** Calls every route at least once, each at a stage at which people call it. */
export async function everyRoute(player: Player): Promise<void> {
  await informationRoutes(player);
  await personRecordRoutes(player);
  await byThePublic(player);
  await peopleRoutes(player);
  await phoneRoutes(player);
  await waitingRoutes(player);
  await equipmentRoutes(player);
  await letterRoutes(player);
  await policies(player);
  await assessmentDraftRoutes(player);
  await throughReablement(player);
  await urgentAndEnding(player);
  await readsAndTasks(player);
  await asideFromTheJourney(player);
  await withDirectPayment(player);
  await upratingRoutes(player);
  await costCentreRoutes(player);
  await orderRoutes(player, await providerRoutes(player));
}

async function byThePublic(player: Player): Promise<void> {
  await contactRoutes(player);
  await player.call('read-openapi', { by: 'public' });
  // A page and no JSON: what it asks of AWS counts, and its text says nothing here.
  await player.call('read-docs', { by: 'public' });
}

async function policies(player: Player): Promise<void> {
  const by = staff.administrator;
  await player.call('set-delegated-limits', { by, body: bodies.limits });
  await player.call('read-delegated-limits', { by });
  await player.call('list-operator-tasks', { by });
  // Nothing has failed, so that there is no task to clear.
  const params = { owner: 'case', aggregateId: 'no-such-case-000', machine: 'journey' };
  await player.call('clear-operator-task', { by, params, isRefused: true });
}

async function throughReablement(player: Player): Promise<void> {
  const { send } = await takeContact(player);
  const asked = { verdict: 'reablement', supportReason: 'physical-personal-care' };
  await send('suggest-team', { by: adviser, body: asked });
  await send('triage-contact', { by: adviser, body: offered });
  await send('start-reablement', {
    by: practitioner,
    body: { whyOffered: reason, goals: ['To bathe alone'], scoreAtStart: score, firstDay: today },
  });
  const extension = { weeks: 1, reason };
  await send('extend-reablement', { by: practitioner, seen: 'reablement', body: extension });
  await send('end-reablement', {
    by: practitioner,
    seen: 'reablement',
    body: {
      result: 'ongoing-need',
      lastDay: today,
      scoreAtEnd: score,
      goals: [{ result: 'partly-achieved' }],
      reason,
    },
  });
  const declined = await takeContact(player);
  await declined.send('triage-contact', { by: adviser, body: offered });
  const answer = { answer: 'declined', reason };
  await declined.send('answer-reablement', { by: practitioner, body: answer });
}

async function urgentAndEnding(player: Player): Promise<void> {
  const { send } = await takeContact(player);
  await send('triage-contact', { by: adviser, body: bodies.triage });
  await send('start-urgent-support', {
    by: duty,
    body: {
      whyUrgent: reason,
      support: 'Help this evening',
      purchase: 'personal-care',
      weeklyPence: 20_000,
    },
  });
  const confirmation = { by: budget, seen: 'urgent-support', body: { reason } };
  await send('confirm-urgent-support', confirmation);
  // It lasts as long already as it would from today.
  const renewal = { by: duty, seen: 'urgent-support', body: { whyStillUrgent: reason } };
  await send('renew-urgent-support', { ...renewal, isRefused: true });
  const declining = { hasCapacity: true, isAbuseSuspected: false, isItTheCost: false };
  await send('withdraw-from-case', { by: adviser, body: { reason, howToComeBack, ...declining } });
  await send('reopen-case', {
    by: adviser,
    body: {
      askedBy: 'person',
      reason,
      appearanceOfNeed: { isPresent: true, reason },
      stillStands: { assessment: false, eligibility: false, indicativeBudget: false, reason },
    },
  });
}

async function readsAndTasks(player: Player): Promise<void> {
  const played = await takeContact(player);
  const { send } = played;
  const personId = await personOf(played);
  // A page of one length, however long the case is.
  await send('read-timeline', { by: adviser, query: { limit: '5' } });
  await send('read-record', { by: adviser, params: { record: 'contact' } });
  await player.call('read-my-cases', { by: { resident: personId } });
  await contributionRoutes(player, personId);
  const { by: _by, person: _person, ...said } = bodies.contact;
  await player.call('make-my-contact', { by: { resident: personId }, body: said });
  await player.call('list-tasks', { by: adviser, query: { team: 'adult-front-door' } });
  await player.call('list-teams', { by: adviser });
  await player.call('list-my-tasks', { by: { ...adviser, teams: ['adult-front-door'] } });
  // No other contact has been noted on this case.
  const noted = { params: { fromCaseId: 'nocasehasthisid0' }, body: { whatWasDone: reason } };
  await send('answer-noted-contact', { by: adviser, ...noted, isRefused: true });
  const step = { step: 'triage-contact' };
  await send('claim-task', { by: adviser, params: step });
  await send('release-task', { by: adviser, params: step });
  const worker = { to: 'adviser-2', reason };
  await send('reassign-task', { by: manager, params: step, body: worker });
}

async function asideFromTheJourney(player: Player): Promise<void> {
  const { send } = await takeContact(player);
  const concern = { riskTypes: ['self-neglect'], whatIsFeared: reason };
  await send('triage-contact', { by: adviser, body: { ...bodies.triage, concern } });
  await send('say-safe-to-proceed', { by: lead, body: { reason } });
  // The example council has never used FACS, so that nobody is screened by it.
  const screening = { at: 'referral', on: today, indicators: [] };
  await send('screen-eligibility', { by: adviser, body: screening, isRefused: true });
  const allocation = { worker: 'practitioner-2', team: 'social-work-south', reason };
  await send('allocate-case', { by: manager, body: allocation });
  await send('record-capacity', { by: practitioner, body: bodies.capacity });
  const offer = { carerName: 'Bea Example', relationship: 'sister', how: 'phone' };
  const carer = { ...offer, answer: 'thinking-about-it' };
  await send('offer-carer-assessment', { by: practitioner, body: carer });
  const pause = { whyReablement: reason, resumeOn: '2026-08-17' };
  await send('pause-assessment', { by: practitioner, body: pause });
}

async function withDirectPayment(player: Player): Promise<void> {
  const played = await takeContact(player);
  const { send } = played;
  await toPlanning(played, 'thin');
  const resident = await personOf(played);
  const { caseId } = played;
  await decidedRoutes(played, resident);
  await chargingRoutes(played, resident);
  await send('read-indicative-budget', { by: practitioner });
  await send('read-my-indicative-budget', { by: { resident } });
  await planDraftRoutes(player, played, resident);
  await toBothKeys(played, 'direct-payment', async () => {
    const mine = { by: { resident }, seen: 'plan' } as const;
    await send('disagree-with-my-plan', { ...mine, body: { reason } });
    await send('agree-to-my-plan', mine);
  });
  await planVersionRoutes(played, resident);
  const agreementId = await payDirectly(player, played);
  await monitoringRoutes(player, { agreementId, resident });
  await stopPayments(player, { agreementId, resident });
  await besideThePlan(player, agreementId);
  await pauseAndEnd(player, agreementId);
  const by = 'person';
  await send('request-review', { by: planner, body: { kind: 'requested', by, reason } });
  await send('carry-out-review', { by: planner, body: review });
  await player.call('read-case', { by: adviser, params: { caseId } });
  const ended = { outcome: 'nfa-support-ended-as-planned', supportEndedOn: today };
  await send('close-case', { by: practitioner, body: { ...ended, reason, howToComeBack } });
}

const asked = 'better';
const review = {
  kind: 'requested',
  heldOn: today,
  needs: { areStillMet: true, note: reason },
  outcomes: ['CA-HYGIENE', 'CA-CLOTHING', 'CA-HOMESAFETY'].map((outcome) => ({
    outcome,
    achieved: 'fully',
  })),
  risks: { haveChanged: false, note: reason },
  budget: { isRight: true, note: reason },
  directPayment: { isWorking: true, note: reason },
  carer: null,
  questions: {
    about: 'adult',
    choiceAndControl: asked,
    dignityAndFeelingSafe: asked,
    emotionalWellBeing: asked,
    controlOverWhatMatters: asked,
  },
  satisfaction: 'satisfied',
  advocate: { status: 'not-needed' },
  continuingHealthcare: { isReferralNeeded: false, note: reason },
  decision: { verdict: 'no-change', reason },
};
