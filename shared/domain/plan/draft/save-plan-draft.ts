import type { CaseState } from '../../case/case-state.ts';
import { openSteps } from '../../journey/workflow.ts';
import { accept, type Outcome, type Refused, refuse } from '../../outcome.ts';
import { isSame } from '../../person/is-same.ts';
import type { BegunDraft } from './begin-from-plan.ts';
import {
  DraftContent,
  type DraftWriter,
  decidedByStaff,
  type PlanDraft,
  type PlanDraftChanges,
  type PlanDraftRevision,
  type UnfinishedLine,
} from './plan-draft.ts';

export interface Saving {
  readonly changes: PlanDraftChanges;
  /** Whether it is handed in with this; undefined leaves that as it is. */
  readonly isHandedIn?: boolean;
  readonly by: DraftWriter;
  readonly at: string;
}

// The plan made of it, with its totals and its budget, goes into one event of 400 kB at most.
const bytesMax = 100_000;
const linesMax = 200;

/** Why nothing can be written at the plan now; undefined while it is being written. */
export function notBeingPlanned(state: CaseState): Refused | undefined {
  if (state.status === 'closed') return refuse('case-closed', 'The case has ended.');
  return openSteps(state.workflow).includes('write-support-plan')
    ? undefined
    : refuse('wrong-stage', 'The case is not waiting for a support plan.');
}

/** Lays what changed over what was saved before, or over the plan with which the draft begins; undefined where
 * nothing did. Half a plan is kept. Refuses `indicative-budget-not-given`, because the person knows their
 * budget before it is planned (Care Act 2014 s25(3)), `limit-reached` and `answers-too-large`. */
export function saveDraft(
  state: CaseState,
  {
    kept,
    begun,
  }: { readonly kept?: PlanDraft | undefined; readonly begun?: BegunDraft | undefined },
  { changes, isHandedIn = kept?.isHandedIn ?? false, by, at }: Saving,
): Outcome<{ readonly saved: PlanDraft; readonly revision: PlanDraftRevision } | undefined> {
  const before: DraftContent = kept?.content ?? begun?.content ?? { lines: [] };
  const begunBy = kept ? kept.begunBy : begun?.authors;
  const changed = onlyChanged(before, mayDecide(by) ? changes : keepDecisions(before, changes));
  if ((kept?.isHandedIn ?? false) === isHandedIn && Object.keys(changed).length === 0) {
    return accept(undefined);
  }
  if ((changed.lines ?? []).length > 0 && !state.allocation?.givenOn) {
    const detail = 'Give the person the indicative budget before the plan is written.';
    return refuse('indicative-budget-not-given', detail, '/lines');
  }
  const laid = lay(changed, before);
  const refused = tooMuch(laid);
  if (refused) return refused;
  const content = DraftContent.parse(laid, { jitless: true });
  const saving = { version: (kept?.version ?? 0) + 1, savedAt: at, by, isHandedIn };
  const { lines = [], removedLines = [], ...sections } = changed;
  return accept({
    saved: {
      ...saving,
      content,
      writers: withWriter(kept?.writers ?? [], by),
      ...(begunBy && begunBy.length > 0 && { begunBy: [...begunBy] }),
    },
    revision: { ...saving, changed: { ...sections, lines, removedLines } },
  });
}

function mayDecide({ author }: DraftWriter): boolean {
  return author.kind === 'practitioner';
}

/** What staff have decided about a line stays, whoever writes the line anew; what they allowed against a rule,
 * only while it buys the same from the same. */
function keepDecisions(before: DraftContent, changes: PlanDraftChanges): PlanDraftChanges {
  const lines = changes.lines.map((line) => {
    const old = before.lines.find(({ id }) => id === line.id);
    const decided = decidedByStaff.flatMap((field) =>
      old?.[field] === undefined || (isAllowance(field) && !isSamePurchase(old, line))
        ? []
        : [[field, old[field]] as const],
    );
    return { ...line, ...Object.fromEntries(decided) };
  });
  return { ...changes, lines };
}

function isAllowance(field: (typeof decidedByStaff)[number]): boolean {
  return field !== 'funding';
}

function isSamePurchase(old: UnfinishedLine, line: UnfinishedLine): boolean {
  return old.purchase === line.purchase && isSame(old.supporter, line.supporter);
}

function onlyChanged(
  before: DraftContent,
  { lines, removedLines, ...sections }: PlanDraftChanges,
): Partial<PlanDraftChanges> {
  const was = new Map<string, unknown>(Object.entries(before));
  const isNews = ([name, value]: [string, unknown]) =>
    value === null ? was.has(name) : !isSame(value, was.get(name));
  const written = lines.filter((line) => !before.lines.some((old) => isSame(old, line)));
  const removed = removedLines.filter((id) => before.lines.some((line) => line.id === id));
  return {
    ...Object.fromEntries(Object.entries(sections).filter(isNews)),
    ...(written.length > 0 && { lines: written }),
    ...(removed.length > 0 && { removedLines: removed }),
  };
}

function lay(changed: Partial<PlanDraftChanges>, before: DraftContent): Laid {
  const { lines = [], removedLines = [], ...sections } = changed;
  const { lines: old, ...others } = before;
  const laid = Object.entries({ ...others, ...sections }).filter(([, value]) => value !== null);
  const kept = old
    .filter(({ id }) => !removedLines.includes(id))
    .map((line) => lines.findLast(({ id }) => id === line.id) ?? line);
  const added = lines.filter(({ id }) => !old.some((line) => line.id === id));
  return { ...Object.fromEntries(laid), lines: [...kept, ...lastOf(added)] };
}

type Laid = Pick<DraftContent, 'lines'>;

/** One line of each name, as it was written last. */
function lastOf(lines: readonly UnfinishedLine[]): UnfinishedLine[] {
  return lines.filter(({ id }, place) => !lines.slice(place + 1).some((later) => later.id === id));
}

function tooMuch(content: Laid): Refused | undefined {
  if (content.lines.length > linesMax) {
    return refuse('limit-reached', `A plan has at most ${linesMax} lines.`, '/lines');
  }
  const bytes = new TextEncoder().encode(JSON.stringify(content)).byteLength;
  if (bytes <= bytesMax) return undefined;
  const detail = `The plan has ${bytes} bytes; ${bytesMax} can be kept. Make some of it shorter.`;
  return refuse('answers-too-large', detail, '');
}

function withWriter(writers: readonly DraftWriter[], by: DraftWriter): DraftWriter[] {
  return writers.some(({ id }) => id === by.id) ? [...writers] : [...writers, by];
}
