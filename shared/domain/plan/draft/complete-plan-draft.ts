import * as z from 'zod';
import { CivilDate } from '../../calendar/civil-date.ts';
import type { CaseState, OpenCase } from '../../case/case-state.ts';
import type { CaseDecision, Moment } from '../../case/change.ts';
import { accept, type Outcome, type Refused, refuse } from '../../outcome.ts';
import { isSame } from '../../person/is-same.ts';
import { plainWords } from '../../plain-words.ts';
import type { PlanAuthor } from '../plan-author.ts';
import { WrittenPlan } from '../plan-input.ts';
import { faultsIn, type PlanSettings, type PlanSources, writePlan } from '../write-plan.ts';
import { findGaps, type PlanGap } from './find-gaps.ts';
import type { DraftContent, PlanDraft, UnfinishedLine } from './plan-draft.ts';
import { penceOf } from './price-draft.ts';

export const PlanDraftCompletion = z
  .strictObject({
    /** The version of the draft that the worker has read. */
    read: z.int().positive(),
    writtenOn: CivilDate,
  })
  .meta({ id: 'PlanDraftCompletion', examples: [{ read: 1, writtenOn: '2026-04-06' }] });
export type PlanDraftCompletion = z.infer<typeof PlanDraftCompletion>;

/** Records what was written together as the plan, or a new version of it, with everybody who wrote at it.
 * Refuses `version-stale` when it was saved since it was read, `plan-incomplete` with everything that it
 * lacks, and whatever writing the plan refuses. */
export function completeDraft(
  state: CaseState,
  { input, draft, about }: { input: PlanDraftCompletion; draft: PlanDraft; about: PlanSources },
  moment: Moment,
): CaseDecision {
  if (input.read !== draft.version) {
    const detail = 'The draft has been saved since you read it. Read it again.';
    return refuse('version-stale', detail, '/read');
  }
  const plan = toPlan(draft, input.writtenOn, state.eligibility?.outcomes ?? []);
  if (!plan.accepted) return plan;
  const decision = writePlan(state, plan.value, about, moment);
  if (!decision.accepted) return decision;
  // What the plan recorded, and beside it what it was made of.
  const body = { ...Object(decision.value.body), draft: { version: draft.version } };
  return accept({ ...decision.value, body });
}

/** As much of a draft as a plan is made of. */
interface Unrecorded extends Pick<PlanDraft, 'content' | 'writers'> {
  readonly begunBy?: readonly PlanAuthor[] | undefined;
}

/** All that keeps a draft from being recorded and signed off, for whoever writes it to see meanwhile: what
 * it lacks, and once it lacks nothing, what the checks of a plan say. */
export function whatIsMissing(
  state: OpenCase,
  draft: Unrecorded,
  { settings, today }: { readonly settings: PlanSettings; readonly today: CivilDate },
): readonly PlanGap[] {
  const plan = toPlan(draft, today, state.eligibility?.outcomes ?? []);
  if (!plan.accepted) return plan.refusal.errors ?? [];
  return faultsIn(plan.value, state, settings).map(({ pointer = '', detail }) => ({
    pointer,
    detail,
  }));
}

function toPlan(
  { content, writers, begunBy = [] }: Unrecorded,
  writtenOn: CivilDate,
  eligibleOutcomes: readonly string[],
): Outcome<WrittenPlan> {
  const gaps = findGaps(content, eligibleOutcomes);
  if (gaps.length > 0) return lacking(gaps);
  const authors = [...writers.map((writer) => writer.author), ...begunBy];
  const [author, ...alsoBy] = inOrder(
    authors.filter((each, place) => authors.findIndex((other) => isSame(other, each)) === place),
  );
  const parsed = WrittenPlan.safeParse(
    {
      ...withDefaults(content),
      lines: content.lines.map(toLine),
      writtenOn,
      author,
      ...(alsoBy.length > 0 && { alsoBy }),
    },
    { error: plainWords, jitless: true },
  );
  return parsed.success ? accept(parsed.data) : lacking(misfits(parsed.error));
}

function withDefaults({
  notCovered = [],
  parts = [],
  optionsDiscussed = [],
  ...content
}: DraftContent) {
  return { ...content, notCovered, parts, optionsDiscussed };
}

/** The person before all, then family and friends, whoever plans for a living, and the council's own. */
function inOrder(authors: readonly PlanAuthor[]): PlanAuthor[] {
  const order = ['person', 'family-or-friend', 'independent-planner', 'practitioner'];
  return authors.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function toLine(line: UnfinishedLine) {
  const pence = penceOf(line);
  return line.kind === 'one-off'
    ? { ...line, oneOffPence: pence }
    : { ...line, weeklyPence: pence };
}

function misfits({ issues }: z.ZodError): PlanGap[] {
  return issues.map(({ path, message }) => ({
    pointer: path.map((part) => `/${String(part)}`).join(''),
    detail: message,
  }));
}

function lacking(errors: readonly PlanGap[]): Refused {
  const [first] = errors;
  const detail =
    errors.length === 1 ? (first?.detail ?? '') : `The plan lacks ${errors.length} things.`;
  return { accepted: false, refusal: { kind: 'plan-incomplete', detail, errors } };
}
