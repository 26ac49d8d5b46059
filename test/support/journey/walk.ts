import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import type { Role } from '#shared/domain/roles.ts';
import type { Answered, Sent } from '../running-service.ts';
import * as bodies from './bodies.ts';

/** A service as a caller has it. */
export interface Service {
  send(line: string, sent?: Sent): Promise<Answered>;
  tokenOf(id: string, as: readonly Role[]): Promise<string> | string;
}

interface Step {
  readonly who: keyof typeof people | 'public';
  readonly line: string;
  readonly body?: unknown;
  /** The record of which the newest version must have been seen. */
  readonly seen?: string;
}

const people = {
  administrator: 'administrator',
  adviser: 'adviser',
  practitioner: 'practitioner',
  'budget-manager': 'budget-manager',
  'finance-officer': 'finance-officer',
  'finance-approver': 'finance-approver',
} as const satisfies Record<string, Role>;

const toCase = (path: string) => `POST /cases/{caseId}/${path}`;
const toAgreement = (path: string) => `POST /agreements/{agreementId}/${path}`;

/** From first contact to support that has started and a payment that is due. */
export const steps: readonly Step[] = [
  { who: 'administrator', line: 'PUT /policies/delegated-limits', body: bodies.limits },
  { who: 'public', line: 'POST /public/contacts', body: bodies.firstContact },
  { who: 'adviser', line: toCase('triage'), body: bodies.triage },
  { who: 'practitioner', line: toCase('assessment'), body: bodies.assessment },
  {
    who: 'practitioner',
    line: toCase('eligibility'),
    body: bodies.eligibility,
    seen: 'assessment',
  },
  { who: 'practitioner', line: toCase('indicative-budget'), body: bodies.indicativeBudget },
  {
    who: 'practitioner',
    line: toCase('indicative-budget/given'),
    body: bodies.budgetGiven,
    seen: 'allocation',
  },
  { who: 'practitioner', line: 'PUT /cases/{caseId}/plan', body: bodies.plan },
  { who: 'practitioner', line: toCase('plan/agreement'), body: bodies.agreed, seen: 'plan' },
  { who: 'practitioner', line: toCase('plan/authorisation'), body: bodies.firstKey, seen: 'plan' },
  {
    who: 'budget-manager',
    line: toCase('budget/authorisation'),
    body: { verdict: 'authorised' },
    seen: 'plan',
  },
  { who: 'practitioner', line: toCase('direct-payments'), body: bodies.directPayment },
  { who: 'practitioner', line: toAgreement('signature'), body: bodies.signature },
  { who: 'finance-officer', line: toAgreement('bank-details'), body: bodies.bank },
  { who: 'finance-approver', line: toAgreement('bank-details/check'), body: bodies.bankCheck },
  { who: 'finance-officer', line: toCase('financial-assessment'), body: bodies.finances },
  { who: 'practitioner', line: toCase('arrangements'), body: { orders: [] } },
  { who: 'practitioner', line: toCase('start'), body: bodies.started },
  { who: 'finance-officer', line: toAgreement('activation') },
];

const Receipt = z.looseObject({ reference: z.string(), secret: z.string() });
const Tasks = z.looseObject({
  tasks: z.array(z.looseObject({ aggregateId: z.string(), step: z.string() })),
});
const Case = z.looseObject({
  records: z.record(z.string(), z.number()),
  state: z.looseObject({ agreements: z.array(z.string()) }),
});

const attemptsMax = 40;
const againMs = 50;

/** Walks the journey as people and programmes do: a request that the service was too busy for is sent
 * again, with the same key; a case is found in the queue of the front door. */
export class Walk {
  readonly answers: { readonly line: string; readonly answer: Answered }[] = [];
  caseId = '';
  receipt = { reference: '', secret: '' };
  service: Service;
  readonly #today: string;
  #place = 0;

  constructor(service: Service, today: string = bodies.today) {
    this.service = service;
    this.#today = today;
  }

  get isOver(): boolean {
    return this.#place === steps.length;
  }

  /** Takes the next step and gives its answer, once it is accepted. */
  async step(): Promise<Answered> {
    const step = steps[this.#place];
    if (!step) throw new Error('the journey is over');
    if (step.line.includes('{caseId}') && this.caseId === '') await this.#findCase();
    const line = await this.#fill(step.line);
    const sent = {
      ...(step.body === undefined ? {} : { body: this.#onThisDay(step.body) }),
      headers: {
        'idempotency-key': `journey-step-000${this.#place}`,
        ...(step.seen ? { 'if-match': `"${await this.#versionOf(step.seen)}"` } : {}),
      },
    };
    const answer = await this.ask(step.who, line, sent);
    this.answers.push({ line: step.line, answer });
    if (answer.status >= 300) throw new Error(`${line}: ${JSON.stringify(answer.body)}`);
    if (step.who === 'public') this.receipt = Receipt.parse(answer.body);
    this.#place += 1;
    return answer;
  }

  async stepTo(place: number): Promise<void> {
    while (this.#place < place) await this.step();
  }

  /** Sends a request until the service is not too busy for it. */
  async ask(who: Step['who'], line: string, sent: Sent = {}): Promise<Answered> {
    const token = who === 'public' ? undefined : await this.service.tokenOf(who, [people[who]]);
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.service.send(line, { ...sent, token });
      const mayTryAgain = answer.headers.has('retry-after');
      if (answer.status >= 500 && !mayTryAgain) {
        throw new Error(`${line}: ${answer.status} ${JSON.stringify(answer.body)}`);
      }
      if (!mayTryAgain || attempt === attemptsMax) return answer;
      await wait(againMs);
    }
  }

  async readCase(): Promise<z.infer<typeof Case>> {
    return Case.parse((await this.ask('practitioner', `GET /cases/${this.caseId}`)).body);
  }

  async #findCase(): Promise<void> {
    for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
      const { body } = await this.ask('adviser', 'GET /tasks?team=adult-front-door');
      const task = Tasks.parse(body).tasks.find(({ step }) => step === 'triage-contact');
      if (task) {
        this.caseId = task.aggregateId;
        return;
      }
      await wait(againMs);
    }
    throw new Error('the contact never became a task');
  }

  async #fill(line: string): Promise<string> {
    const ofCase = line.replace('{caseId}', this.caseId);
    if (!ofCase.includes('{agreementId}')) return ofCase;
    const { state } = await this.readCase();
    return ofCase.replace('{agreementId}', state.agreements[0] ?? 'none');
  }

  #onThisDay(body: unknown): unknown {
    return JSON.parse(JSON.stringify(body).replaceAll(bodies.today, this.#today));
  }

  async #versionOf(record: string): Promise<number | undefined> {
    return (await this.readCase()).records[record];
  }
}
