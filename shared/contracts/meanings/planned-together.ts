import { plannedAndPaid } from './planned-and-paid.ts';

const sections = ['needs', 'notCovered', 'parts', 'optionsDiscussed', 'difference'];
const sectionsOfMine = ['contingency', 'risks', 'emergency', 'lines'];
const lineFields = [
  'outcome',
  'activity',
  'supporter',
  'component',
  'purchase',
  'when',
  'unit',
  'givenToCaredFor',
  'careHomeStays',
];

/** What a field means in a plan that is recorded, it means in one that is being written. */
function asIn(recorded: string, draft: string, names: readonly string[]): [string, string][] {
  return names.map((name) => {
    const meaning = plannedAndPaid[`${recorded}.${name}`];
    if (meaning === undefined) throw new Error(`${recorded}.${name} has no meaning`);
    return [`${draft}.${name}`, meaning];
  });
}

/** What the fields mean of a plan that several write at. */
export const plannedTogether: Readonly<Record<string, string>> = {
  ...Object.fromEntries([
    ...asIn('WrittenPlan', 'PlanDraftChanges', [...sections, ...sectionsOfMine]),
    ...asIn('WrittenPlan', 'MyPlanDraftChanges', ['parts', ...sectionsOfMine]),
    ...asIn('WrittenPlan', 'PlanDraftContent', [...sections, ...sectionsOfMine]),
    ...asIn('PlanLine', 'UnfinishedLine', [...lineFields, 'funding', 'necessity']),
    ...asIn('PlanLine', 'MyUnfinishedLine', lineFields),
  ]),
  'UnfinishedLine.id': 'The name of the line within the plan, which whoever adds it chooses',
  'UnfinishedLine.kind': 'Whether it is bought every week or once',
  'MyUnfinishedLine.id': 'A name for the line within the plan, of your own choice',
  'MyUnfinishedLine.kind': 'Whether it is bought every week or once',
  budgetFrom: 'From which day the budget is meant to start',
  removedLines: 'The lines that are taken out, by their names',
  isHandedIn: 'That all is written that is to be, and that somebody is asked to read it',
  'PlanDraftCompletion.read': 'The version of the draft that the worker has read',
  'WrittenPlan.alsoBy': 'Who wrote it together with the author',
  'PlanWriters.writers': 'All who may write besides the person: whoever is left out may not',
  'PlanWriters.allowedBy': 'Who lets them: the person, or whoever decides in their place',
  'PlanWriter.as': 'Who they are, as the plan will name its author',
  'as.relationship': 'What they are to the person',
  'as.organisation': 'The organisation for which they write',
  'PlanDraftRevision.changed': 'What it changed: of what was taken out, null or the name',
  'PlanDraftRevision.by': 'Who wrote it',
  'by.author': 'Who that is, as the plan will name its author',
  'by.id': 'The id of their sign-in',
  'writtenBy.author': 'Who that is, as the plan will name its author',
  'writtenBy.id': 'The id of their sign-in',
  'lines.pence': 'What it costs, a week or once; null while units or price are missing',
  'PlanDraftRevisions.revisions': 'The savings, oldest first',
  'PlanDraftRevisions.after': 'Where the next page begins; absent on the last one',
  'StepTask.goesTo': 'Whose limit reaches it, where it went up from that of somebody else',
  'PlanGap.pointer': 'Where it belongs, as a JSON pointer into the plan',
  'PlanGap.detail': 'What is to be said there',
  'PlanDraftView.writtenBy': 'Everybody who wrote at it, in the order in which they began',
  'MyPlanDraft.writtenBy': 'Everybody who wrote at it, in the order in which they began',
  mayWrite: 'Who besides the person may write at it from home',
  priced: 'What it comes to so far, against the indicative budget',
  'PricedDraft.totals': 'What all the lines so far come to',
  'PricedDraft.lines': 'What each line costs, a week or once',
  'PricedDraft.againstIndicative': 'How that stands to the indicative budget',
  'PlanDraftView.content': 'All of it that is written so far',
  'MyPlanDraft.content': 'All of it that is written so far',
  'PlanDraftView.missing': 'What keeps it from being recorded, each with its place',
  'MyPlanDraft.missing': 'What keeps it from being recorded, each with its place',
  'PlanDraftView.mayBeSaved': 'Whether the plan is being written now',
  'MyPlanDraft.mayBeSaved': 'Whether your plan is being written now',
};
