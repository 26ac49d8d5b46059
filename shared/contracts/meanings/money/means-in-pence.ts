/** What an amount or a day is for in what is sent of somebody's means and of their charge. */
export const meansInPence: Readonly<Record<string, string>> = {
  'CareActAssessment.assessedOn': 'The day on which the means were looked at',
  'CareActAssessment.appliesFrom':
    'The day from which the charge counts: an earlier one is worked again from there',
  'ManualChargeDecision.assessedOn': 'The day on which the means were looked at',
  'ManualChargeDecision.appliesFrom': 'The day from which the charge counts',
  'ManualChargeDecision.decidedOn': 'The day of the decision',
  'ManualChargeDecision.weeklyContributionPence': 'What the person pays by the week',
  'ManualChargeDecision.reviewOn': 'The day by which it is looked at again',
  'AssessmentBasis.weeklyPence':
    'What the person pays by the week, where it is small, or until they are assessed',
  'AssessmentBasis.reviewOn': 'The day by which it is looked at again',
  'AssessmentBasis.recordedOn': 'The day on which the person refused',
  'SelfFundingChoice.chosenOn': 'The day on which they chose',
  'UpratingTerms.ratesFrom': 'The first day of the new rates',

  // The care
  'CareSetting.permanentSince': 'The day from which they live there for good',
  'CareLine.weeklyPence': 'What it costs by the week',
  'CareLine.costPence': 'What it costs once',
  'CareLine.firstDay': 'The first day on which it is given',
  'paidByOthers.weeklyPence': 'How much of it, by the week',
  'EstimateInput.on': 'The day for which it is estimated; today where none is said',
  'EstimateInput.livesThereSince': 'The day on which the person moved into the care home for good',
  'EstimateInput.careWeeklyPence': 'What the care costs by the week',
  'EstimateInput.nhsWeeklyPence': 'What the NHS pays of it, such as its share of nursing',

  // Capital and income
  'CapitalItem.valuePence':
    "What it is worth today, all holders together; of land, what the person's own share is worth",
  'CapitalItem.debtPence': 'What is owed on it',
  'CapitalItem.twelveWeeksFrom':
    'The day from which the 12 weeks count, where it is not the first day as a permanent resident',
  'CapitalItem.receivedOn': 'The day on which the money came in, where it is left out for a time',
  'CapitalItem.ignoredUntil': 'The last day of a reasonable time to sell',
  'CapitalItem.countedFrom':
    'The day from which capital that was given up counts with this value (SI 2014/2672 reg 23)',
  'capital.valuePence': 'What it is worth today',
  'Income.pence': 'How much comes in each time',
  'Income.taxPence': 'The income tax on it, for the same length of time',
  'incomes.pence': 'How much comes in each time',
  'incomes.taxPence': 'The income tax on it, for the same length of time',

  // What is paid for a home and for a disability
  'HousingCost.pence': 'How much it costs each time',
  'HousingCost.metByBenefitPence':
    'What a benefit or a reduction pays of it, for the same length of time',
  'housingCosts.pence': 'How much it costs each time',
  'housingCosts.metByBenefitPence':
    'What a benefit or a reduction pays of it, for the same length of time',
  'DisabilityExpense.pence': 'How much it costs each time',
  'DisabilityExpense.reviewOn': 'The day by which it is looked at again',
  'higherExpensesAllowance.weeklyPence': 'How much is allowed by the week instead of the usual sum',
  'EstimateInput.disabilityExpensesWeeklyPence':
    'What is spent by the week because of a disability',
};
