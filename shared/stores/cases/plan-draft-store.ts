import { PlanDraft, PlanDraftRevision } from '../../domain/plan/draft/plan-draft.ts';
import { summaryIn, summaryKey } from '../people/person-summary.ts';
import { partition } from '../table/keys.ts';
import type { Item, Key, Table, TableWrite } from '../table/table.ts';

/** One plan that is being written: each round of planning begins another. */
export interface PlanDraftName {
  readonly caseId: string;
  readonly round: number;
}

export function planDraftKey({ caseId, round }: PlanDraftName): Key {
  return { pk: partition('case', caseId), sk: `DRAFT#plan#${round}` };
}

function revisionKey(name: PlanDraftName, version: number): Key {
  const { pk, sk } = planDraftKey(name);
  return { pk, sk: `${sk}#${String(version).padStart(6, '0')}` };
}

export function planDraftIn(item: Item | undefined): PlanDraft | undefined {
  return item && PlanDraft.parse(item['draft'], { jitless: true });
}

/** A draft and whose plan it is, in one request. */
export async function readPlanDraftOf(table: Table, name: PlanDraftName, personId: string) {
  const [draft, person] = await table.getMany([planDraftKey(name), summaryKey(personId)]);
  return { draft: planDraftIn(draft), person: person && summaryIn(person) };
}

/** Saves a draft over the version that was read, and beside it what changed, for good. */
export function planDraftWrites(
  name: PlanDraftName,
  { saved, revision }: { readonly saved: PlanDraft; readonly revision: PlanDraftRevision },
): TableWrite[] {
  const { version } = saved;
  // Whatever is left out of it is left out of the item too.
  const plain = JSON.parse(JSON.stringify({ draft: saved, revision }));
  return [
    {
      put: { ...planDraftKey(name), schema: 1, version, draft: plain.draft },
      onlyIf: [version === 1 ? 'absent' : ({ attribute: 'version', equals: version - 1 } as const)],
    },
    {
      put: { ...revisionKey(name, version), schema: 1, revision: plain.revision },
      onlyIf: ['absent'],
    },
  ];
}

/** Holds a larger transaction to the version that was read. */
export function planDraftAsRead(name: PlanDraftName, version: number): TableWrite {
  return { check: planDraftKey(name), onlyIf: [{ attribute: 'version', equals: version }] };
}

/** What was saved after the given version, oldest first. */
export async function readPlanRevisions(
  table: Table,
  name: PlanDraftName,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<{ readonly revisions: readonly PlanDraftRevision[]; readonly hasMore: boolean }> {
  const { pk, sk: from } = revisionKey(name, after + 1);
  const { items, next } = await table.query({ pk, from, to: `${planDraftKey(name).sk}#~`, limit });
  const revisions = items.map((item) =>
    PlanDraftRevision.parse(item['revision'], { jitless: true }),
  );
  return { revisions, hasMore: next !== undefined };
}
