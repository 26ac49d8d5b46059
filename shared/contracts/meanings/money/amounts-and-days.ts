/** What an amount or a day is for, in what is sent of plans, orders and money: their shapes say only
 * that they are whole pence or a day. */
export const amountsAndDays: Readonly<Record<string, string>> = {
  // The plan and its start
  'WrittenPlan.writtenOn':
    'The day on which it was written, once the person had their indicative budget',
  'PlanDraftCompletion.writtenOn': 'The day on which it was read through, and is recorded',
  'optionsDiscussed.discussedOn': 'When it was talked through',
  'contingency.testedOn': 'When somebody tried whether it works',
  'PlanLine.unitPence': 'What one unit costs',
  'PlanLine.weeklyPence': 'What the line costs by the week: units times the price of one',
  'PlanLine.oneOffPence': 'What it costs once: units times the price of one',
  'UnfinishedLine.unitPence': 'What one unit costs',
  'MyUnfinishedLine.unitPence': 'What one unit costs',
  'DraftPlanLine.unitPence': 'What one unit costs',
  'PlanAgreement.on': 'The day on which they said so',
  'howItCanBeBought.pricedOn': 'When the prices were asked for',
  'PlanWriters.allowedOn': 'When the person said so',
  'lines.firstDay': 'The day on which it actually began',
  'SupportStart.withoutBudgetFrom':
    'The day from which a plan holds of which no line is paid for; else left out',
  'UrgentSupportStart.weeklyPence': 'What it costs by the week',

  // What is ordered
  'ServiceOrder.weeklyPence': 'What the lines cost by the week at the price of this provider',
  'ServiceOrder.oneOffPence': 'What of them is bought once; 0 where nothing is',
  'ServiceOrder.startsOn': 'The day on which it is planned to begin',
  'ReplacementOrder.weeklyPence': 'What the lines cost by the week at the price of this provider',
  'ReplacementOrder.oneOffPence': 'What of them is bought once; 0 where nothing is',
  'ReplacementOrder.startsOn': 'The day on which it takes over',
  'PaidInterim.weeklyPence': 'What it costs by the week',
  'PaidInterim.from': 'Its first day',
  'PaidInterim.lastDay': 'Its last day',
  'AgreedPrice.unitPence': 'What one unit costs',
  'retainer.weeklyPence': 'What keeps the place, by the week',
  'LineStart.firstDay': 'The day on which it actually began',

  // Direct payments
  'AgreementAnswer.payStop':
    'What of the agreement itself stops payments; a death stands with what it was paid, a hold beside it',
  'AgreementSignature.signedOn': 'The day of the signature',
  'AgreementSignature.copyGivenOn': 'When the payee got a copy',
  'PaymentReturn.on': "The day on which the money was back on the council's account",
  'PaymentReturn.reason':
    "The code of the bank's advice (Bacs ARUCS): 0 invalid details, 2 the payee has died, 3 account transferred, 5 no account, B account closed, C asked back by the council",
  'MonitoringReturn.receivedPence':
    'What the council paid in those days, as it came to the account',
  'MonitoringReturn.paidInPence': "What else was paid in: the person's own contribution or top-up",
  'spent.wagesPence': 'Wages of assistants',
  'spent.agencyPence': 'Bills of agencies and other providers',
  'spent.employerCostsPence': 'National Insurance, pension, insurance and payroll',
  'spent.activitiesPence': 'Activities and what they cost to get to',
  'spent.otherPence': 'Anything else',
  'MonitoringReturn.closingPence':
    'What stood on the account at the end: the balance before it and what came in, less what was spent',
  'reserve.holidayPence': 'Holiday pay that is still to be paid',
  'reserve.redundancyPence': 'Redundancy pay that is kept back',
  'reserve.taxPence': 'Tax and National Insurance that are still to be paid',
  'reserve.insurancePence': 'Insurance that is still to be paid',
  'outsidePlan.pence': 'What it cost',
  'MonitoringReturnCheck.closingPence': 'The balance that is accepted, where it is another',
  'FinalAccount.lastDay': 'The last day that is paid for: after a death, no later than its day',
  'FinalAccountLine.pence': 'How much; its kind says whether it is paid or given back',
  'ReclaimProposal.pence': 'How much is asked back',
  'ReclaimReceipt.pence': 'What came in',
  'ReclaimReceipt.on': "The day on which it was on the council's account",
  'ReclaimWriteOffProposal.pence': 'How much is given up',

  // Limits
  'CashLimits.from': 'The day from which these limits hold',
  'CashLimit.year': 'The year in which the financial year begins: 2026 for 2026-27',
  'DelegationScheme.from': 'The day from which these limits hold',
};
