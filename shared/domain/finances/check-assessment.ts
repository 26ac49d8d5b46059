import type { Moment } from '../case/change.ts';
import { careActFrom } from '../codes/law-in-force.ts';
import { type Refused, refuse } from '../outcome.ts';
import type { CareActAssessment } from './care-act-assessment.ts';
import type { FinancialAssessment } from './financial-assessment.ts';

/** Why an assessment cannot be recorded as it was written. Refuses `invalid-input` for a day that is
 * still to come, a review that is not, a charge from before the stay it is for and an item that was
 * entered twice, and `scheme-not-in-force` for rules that did not hold on its days. */
export function whyUnfit(
  input: FinancialAssessment,
  { today }: Pick<Moment, 'today'>,
): Refused | undefined {
  const past = daysThatHaveBeen(input).find(({ day }) => day !== undefined && day > today);
  if (past) return refuse('invalid-input', 'That day is still to come.', past.pointer);
  const isManual = input.method === 'manual-fairer-charging';
  if (isManual !== input.assessedOn < careActFrom) {
    const detail = `Fairer Charging gave way to the Care Act's regulations on ${careActFrom}.`;
    return refuse('scheme-not-in-force', detail, '/method');
  }
  const unfit =
    input.method === 'care-act-2014' ? (countsTooEarly(input) ?? enteredTwice(input)) : undefined;
  if (unfit) return unfit;
  const review = reviewOf(input);
  return review !== undefined && review.day <= today
    ? refuse('invalid-input', 'A provisional charge has a review to come.', review.pointer)
    : undefined;
}

/** A charge under the Act begins with it: what was asked before was decided by hand. One in a care
 * home for good begins with the stay: what was due before it is a charge of its own. */
function countsTooEarly({ appliesFrom, setting }: CareActAssessment): Refused | undefined {
  if (appliesFrom < careActFrom) {
    const detail = `No charge under the Care Act counts before ${careActFrom}.`;
    return refuse('scheme-not-in-force', detail, '/appliesFrom');
  }
  if (setting.kind === 'care-home' && setting.permanentSince > appliesFrom) {
    const detail =
      'The charge would count before the stay began: assess the time before it on its own.';
    return refuse('invalid-input', detail, '/setting/permanentSince');
  }
  return undefined;
}

/** What stands in a list twice would be charged for twice, or taken off twice. */
function enteredTwice(input: CareActAssessment): Refused | undefined {
  const { incomes, capital, housingCosts, disabilityExpenses, care } = input;
  const lists = {
    '/incomes': incomes,
    '/capital': capital,
    '/housingCosts': housingCosts,
    '/disabilityExpenses': disabilityExpenses,
    '/care/lines': care.from === 'lines' ? care.lines : [],
  };
  for (const [pointer, items] of Object.entries(lists)) {
    const ids = items.map(({ id }) => id);
    const place = ids.findIndex((id, at) => ids.indexOf(id) !== at);
    if (place >= 0) {
      const detail = `${ids[place]} is there twice: give each item an id of its own.`;
      return refuse('invalid-input', detail, `${pointer}/${place}/id`);
    }
  }
  return undefined;
}

function daysThatHaveBeen(input: FinancialAssessment) {
  const assessed = { day: input.assessedOn, pointer: '/assessedOn' };
  if (input.method === 'manual-fairer-charging') {
    return [assessed, { day: input.decidedOn, pointer: '/decidedOn' }];
  }
  const { assessment } = input;
  const recorded = assessment.kind === 'refused' ? assessment.recordedOn : undefined;
  return [assessed, { day: recorded, pointer: '/assessment/recordedOn' }];
}

function reviewOf(input: FinancialAssessment) {
  if (input.method === 'manual-fairer-charging') {
    return input.status === 'provisional'
      ? { day: input.reviewOn, pointer: '/reviewOn' }
      : undefined;
  }
  return 'reviewOn' in input.assessment
    ? { day: input.assessment.reviewOn, pointer: '/assessment/reviewOn' }
    : undefined;
}
