import * as z from 'zod';
import { costCentreRoutes } from '#functions/cost-centres/routes.ts';
import { ledgerRoutes } from '#functions/ledger/routes.ts';
import { makeStores } from '#functions/make-ports.ts';
import { paymentRoutes } from '#functions/payments/routes.ts';
import { decideRun } from '#functions/payments/runs/approve-run.ts';
import { draftDueRuns } from '#functions/payments/runs/draft-due-runs.ts';
import { markRunSent } from '#functions/payments/runs/machine/mark-run-sent.ts';
import { selectDue } from '#functions/payments/runs/machine/select-due.ts';
import { sendDue } from '#functions/payments/runs/machine/send-due.ts';
import { personalBudgetRoutes } from '#functions/personal-budget/routes.ts';
import type { Ports } from '#functions/ports.ts';
import type { Operation, RawRequest, Reply } from '#shared/contracts/operation.ts';
import type { AgreementState } from '#shared/domain/agreement/agreement-state.ts';
import {
  type AgreementHead,
  type NewHead,
  newHead,
} from '#shared/domain/payment/agreement-head.ts';
import type { Payment } from '#shared/domain/payment/payment.ts';
import type { RunState } from '#shared/domain/run/run-state.ts';
import {
  changedHeadWrite,
  findHead,
  newHeadWrite,
} from '#shared/stores/money/payments/agreement-head-store.ts';
import { paymentsOfAgreement } from '#shared/stores/money/payments/payment-store.ts';
import { listRuns, type RunRow } from '#shared/stores/money/runs/run-store.ts';
import { keyedPseudonyms } from '#shared/stores/people/pseudonyms.ts';
import type { Table } from '#shared/stores/table/table.ts';
import { councils } from './case-states.ts';

const Place = z.record(z.string(), z.string()).nullable();
type Place = z.infer<typeof Place>;

/** An account whose numbers are published as a test case. */
export const account = {
  accountName: 'Mary Example',
  sortCode: '089999',
  accountNumber: '66374958',
};

export const agreementState: AgreementState = {
  status: 'active',
  caseId: 'case0000000001',
  partId: 'dp',
  payee: { kind: 'self' },
  planVersion: 1,
  planBuys: { outcomes: ['nutrition'], once: ['home-adaptation'] },
  weeklyPence: 62_000,
  weeklyContributionPence: 0,
  isContributionProvisional: false,
  bankDetails: { event: 1, enteredBy: 'finance-1', lastDigits: '958' },
  isBankChecked: true,
  signedOn: '2026-03-01',
  startsOn: null,
  nextReview: null,
  payStop: null,
  recent: [],
};

const shards = Array.from({ length: 16 }, (_none, shard) => shard);

/** The part of a council that pays, on a table, with a calendar and a day of its own. Its machine is
 * played by hand, so that a test can call each task again, late or not at all. */
export class PayOffice {
  readonly table: Table;
  readonly #stores: ReturnType<typeof makeStores>;
  today = '2026-03-30';
  /** The time of the day, as the machine has it (UTC). */
  time = '10:00:00.000Z';
  anchor = '2026-04-06';
  #ids = 0;

  constructor(table: Table) {
    this.table = table;
    this.#stores = makeStores(table);
  }

  get ports(): Ports {
    const payCalendar = { anchor: this.anchor, payLeadWorkingDays: 5 };
    return {
      ...this.#stores,
      council: { ...councils.worcestershire, payCalendar },
      pseudonyms: keyedPseudonyms(async () => 'key'),
      system: {
        now: () => `${this.today}T${this.time}`,
        newId: () => `request-${this.#nextId()}`,
      },
    };
  }

  #nextId(): number {
    this.#ids += 1;
    return this.#ids;
  }

  /** An agreement that is paid, with an account that its first event holds. */
  async activate(agreement: Partial<NewHead> & Pick<NewHead, 'agreementId' | 'startsOn'>) {
    const usual = { caseId: 'case0000000001', weeklyPence: 62_000, weeklyContributionPence: 0 };
    const paid = { oneOffs: [], accountEvent: 1, activatedBy: 'finance-1' };
    const head = newHead({ ...usual, ...paid, ...agreement });
    await this.table.write([newHeadWrite(head)]);
    await this.#stores.agreements.append(undefined, {
      id: `account-${agreement.agreementId}`,
      aggregateId: agreement.agreementId,
      type: 'bank-details-recorded',
      at: `${this.today}T09:00:00.000Z`,
      actor: { id: 'finance-1', role: 'finance-officer' },
      request: null,
      body: { ...account, modulusCheck: 'valid' },
      after: agreementState,
    });
  }

  async head(agreementId: string): Promise<AgreementHead> {
    const head = await findHead(this.table, agreementId);
    if (!head) throw new Error(`no agreement ${agreementId}`);
    return head;
  }

  async change(agreementId: string, change: Parameters<typeof changedHeadWrite>[1]) {
    const { payStop: _replaced, ...free } = await this.head(agreementId);
    await this.table.write([changedHeadWrite(free, change)]);
  }

  /** The daily schedule, on the given day. */
  fire(today: string): Promise<{ readonly drafted: number }> {
    this.today = today;
    return draftDueRuns(this.ports);
  }

  async runs(): Promise<readonly RunRow[]> {
    return (await listRuns(this.table, 100)).runs;
  }

  /** One shard of a run, page after page, as its machine asks for it. */
  async selectShard(runId: string, shard: number): Promise<void> {
    let cursor: Place = null;
    do {
      const call = { contract: 1, task: 'select-due', runId, shard, cursor } as const;
      cursor = Place.parse((await selectDue(call, this.ports)).cursor);
    } while (cursor !== null);
  }

  async select(runId: string): Promise<void> {
    for (const shard of shards) await this.selectShard(runId, shard);
  }

  async send(runId: string): Promise<void> {
    for (const shard of shards) await this.sendShard(runId, shard);
    await this.markSent(runId);
  }

  async sendShard(runId: string, shard: number): Promise<void> {
    let cursor: Parameters<typeof sendDue>[0]['cursor'] = null;
    do {
      const call = { contract: 1, task: 'send-due', runId, shard, cursor } as const;
      ({ cursor } = await sendDue(call, this.ports));
    } while (cursor !== null);
  }

  markSent(runId: string): Promise<void> {
    return markRunSent({ contract: 1, task: 'mark-run-sent', runId }, this.ports);
  }

  async run(runId: string): Promise<RunState> {
    const last = await this.#stores.runs.last(runId);
    if (!last) throw new Error(`no run ${runId}`);
    return last.after;
  }

  async version(runId: string): Promise<number> {
    return (await this.#stores.runs.last(runId))?.sequence ?? 0;
  }

  async decide(runId: string, verdict: 'approved' | 'rejected', by = 'approver-1'): Promise<Reply> {
    const body = { verdict, comment: 'Seen and compared with the plans.' };
    return decideRun.run(
      asStaff(by, 'finance-approver', {
        params: { runId },
        body,
        version: await this.version(runId),
      }),
      this.ports,
    );
  }

  /** Calls an operation of paying, or of an agreement, by its id. */
  call(id: string, request: RawRequest): Promise<Reply> {
    const operations: readonly Operation<Ports>[] = [
      ...paymentRoutes,
      ...personalBudgetRoutes,
      ...ledgerRoutes,
      ...costCentreRoutes,
    ];
    const operation = operations.find((each) => each.id === id);
    if (!operation) throw new Error(`no operation ${id}`);
    return operation.run(request, this.ports);
  }

  /** From first draft to sent, with an approval in between; nobody is asked about a run of nothing. */
  async carryOut(runId: string): Promise<void> {
    await this.select(runId);
    if ((await this.run(runId)).status === 'empty') return;
    const reply = await this.decide(runId, 'approved');
    if (!reply.accepted) throw new Error(reply.refusal.detail);
    await this.send(runId);
  }

  /** Every run that waits to be carried out. */
  async carryOutDrafts(): Promise<void> {
    for (const { runId, status } of await this.runs()) {
      if (status === 'draft') await this.carryOut(runId);
    }
  }

  async payments(agreementId: string): Promise<readonly Payment[]> {
    return (await paymentsOfAgreement(this.table, agreementId, { limit: 500 })).payments;
  }
}

interface Sent {
  readonly params: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly version?: number;
  readonly key?: string;
}

export function asStaff(
  id: string,
  role: 'finance-officer' | 'finance-approver' | 'team-manager' | 'head-of-service',
  { params, query = {}, body, version, key }: Sent,
): RawRequest {
  const headers = {
    ...(version !== undefined && { 'if-match': `"${version}"` }),
    ...(key !== undefined && { 'idempotency-key': key }),
  };
  const caller = { kind: 'staff', id, roles: [role], teams: [] } as const;
  return { caller, actingAs: role, params, query, body, headers };
}
