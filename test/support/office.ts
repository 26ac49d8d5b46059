import { randomUUID } from 'node:crypto';
import { makeStores } from '#functions/make-ports.ts';
import type { Ports } from '#functions/ports.ts';
import type { Operation, RawRequest, Reply } from '#shared/contracts/operation.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import type { Role } from '#shared/domain/roles.ts';
import { keyedPseudonyms } from '#shared/stores/people/pseudonyms.ts';
import type { Table } from '#shared/stores/table/table.ts';
import { councils } from '#test/support/case-states.ts';
import { MemoryTable } from '#test/support/memory-table.ts';

export interface Staff {
  readonly id: string;
  readonly role: Role;
}

interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly ifMatch?: number | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A council's service on a table in memory, called as the gateway calls it, on a day that may be set. */
export class Office {
  readonly ports: Ports;
  readonly #routes: readonly Operation<Ports>[];
  today = '2026-07-08';

  constructor(
    routes: readonly Operation<Ports>[],
    council = councils.worcestershire,
    table: Table = new MemoryTable(),
  ) {
    this.#routes = routes;
    this.ports = {
      ...makeStores(table),
      council,
      pseudonyms: keyedPseudonyms(async () => 'key'),
      system: { now: () => `${this.today}T10:00:00.000Z`, newId: () => randomUUID() },
    };
  }

  /** Puts a case on the table as earlier decisions left it. */
  async seed(caseId: string, after: CaseState): Promise<void> {
    await this.ports.cases.append(undefined, {
      id: 'seed',
      aggregateId: caseId,
      type: 'indicative-budget-given',
      at: `${this.today}T09:00:00.000Z`,
      actor: { id: 'practitioner-1', role: 'practitioner' },
      request: null,
      body: {},
      after,
    });
  }

  asStaff({ id, role }: Staff, operation: string, sent: Sent = {}): Promise<Reply> {
    const caller = { kind: 'staff', id, roles: [role], teams: [] } as const;
    return this.#run(operation, sent, { caller, actingAs: role });
  }

  asResident(personId: string, operation: string, sent: Sent = {}): Promise<Reply> {
    const caller = { kind: 'resident', personId } as const;
    return this.#run(operation, sent, { caller, actingAs: undefined });
  }

  async #run(
    id: string,
    { params = {}, query = {}, body, ifMatch, headers: others = {} }: Sent,
    by: Pick<RawRequest, 'caller' | 'actingAs'>,
  ): Promise<Reply> {
    const operation = this.#routes.find((each) => each.id === id);
    if (!operation) throw new Error(`no operation ${id}`);
    const named = Object.entries(params).filter(([name]) => operation.path.includes(`{${name}}`));
    const headers = {
      'idempotency-key': randomUUID(),
      ...others,
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    };
    return operation.run(
      { ...by, params: Object.fromEntries(named), query, body, headers },
      this.ports,
    );
  }
}
