import {
  DraftedSide,
  DraftRevision,
  type DraftSide,
  type DraftSides,
} from '../../domain/assessment/draft/assessment-draft.ts';
import { partition } from '../table/keys.ts';
import type { Item, Key, Table, TableWrite } from '../table/table.ts';

/** One draft of a case: each round of the journey is assessed anew. */
export interface DraftName {
  readonly caseId: string;
  readonly round: number;
}

function key({ caseId, round }: DraftName, side: DraftSide): Key {
  return { pk: partition('case', caseId), sk: `DRAFT#assessment#${round}#${side}` };
}

function revisionKey(name: DraftName, side: DraftSide, version: number): Key {
  const { pk, sk } = key(name, side);
  return { pk, sk: `${sk}#${String(version).padStart(6, '0')}` };
}

/** Both sides of a draft, in one request. */
export async function readDraft(table: Table, name: DraftName): Promise<DraftSides> {
  const [person, practitioner] = await table.getMany([
    key(name, 'person'),
    key(name, 'practitioner'),
  ]);
  return { person: sideIn(person), practitioner: sideIn(practitioner) };
}

function sideIn(item: Item | undefined): DraftedSide | undefined {
  return item && DraftedSide.parse(item['draft'], { jitless: true });
}

export interface SavedSide {
  readonly side: DraftSide;
  readonly saved: DraftedSide;
  readonly revision: DraftRevision;
}

/** Saves one side over the version that was read, and beside it what changed, for good. */
export function draftWrites(name: DraftName, { side, saved, revision }: SavedSide): TableWrite[] {
  const { version } = saved;
  const draft = { ...key(name, side), schema: 1, version, draft: saved };
  const kept = { ...revisionKey(name, side, version), schema: 1, revision };
  return [
    { put: draft, onlyIf: [atVersion(version - 1)] },
    { put: kept, onlyIf: ['absent'] },
  ];
}

/** Holds a larger transaction to the versions that were read. */
export function asRead(
  name: DraftName,
  versions: Readonly<Record<DraftSide, number | null>>,
): TableWrite[] {
  return (['person', 'practitioner'] as const).map((side) => ({
    check: key(name, side),
    onlyIf: [atVersion(versions[side] ?? 0)],
  }));
}

function atVersion(version: number) {
  return version === 0 ? 'absent' : ({ attribute: 'version', equals: version } as const);
}

/** What was saved of one side after the given version, oldest first. */
export async function readRevisions(
  table: Table,
  name: DraftName,
  { side, after, limit }: { side: DraftSide; after: number; limit: number },
): Promise<{ readonly revisions: readonly DraftRevision[]; readonly hasMore: boolean }> {
  const { pk, sk: from } = revisionKey(name, side, after + 1);
  const to = `${key(name, side).sk}#~`;
  const { items, next } = await table.query({ pk, from, to, limit });
  const revisions = items.map((item) => DraftRevision.parse(item['revision'], { jitless: true }));
  return { revisions, hasMore: next !== undefined };
}
