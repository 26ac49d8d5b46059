/** What the fields mean in which the council keeps count of what care costs it. */
export const borneByCostCentres: Readonly<Record<string, string>> = {
  'CashLimits.limits': 'The limit of each cost centre in each financial year',
  'CashLimits.escalateTo':
    'Who finds the money when one is passed, by their sign-in: else whoever set the limits',
  'CashLimit.costCentre': 'The cost centre, by its id',
  'CashLimit.yearlyPence': 'What may be committed in the year before the head of service is told',
  'CashLimitAnswer.foundBy': 'Where the money is found',
  'CashLimitAnswer.reason': 'Why it is found there',
  'CostCentreList.costCentres': 'Every cost centre of the council',
  'CostCentreStanding.costCentreId': 'The cost centre, by its id',
  'CostCentreStanding.name': 'Its name',
  'CostCentreStanding.limitPence': 'Its limit of the year; null where none was set',
  'CostCentreStanding.committedPence':
    'What authorised and live plans cost in the whole year, day by day, before contributions',
  'CostCentreStanding.actualPence':
    'What stands by it in the ledger so far: runs that were sent, and what moved outside of them',
  'CostCentreStanding.leftPence': 'The limit less the commitment; below zero where it is passed',
  'CostCentreStanding.forecast': 'What is committed in each of the next 13 pay periods',
  'AgreementBalances.balances': 'What all its entries add up to, by account and cost centre',
  'PaymentRunBalances.balances': 'What all its entries add up to, by account and cost centre',
  'CostCentreLedger.costCentreId': 'The cost centre, by its id',
  'CostCentreLedger.year': 'The financial year, by the year in which it begins',
  'CostCentreLedger.spentPence': 'What stands by it in the ledger of the year',
  'CostCentreLedger.byAccount': 'The same by account',
  'CostCentreLedger.byRun': 'What each run that was sent has cost it',
  'CostCentreLedger.byJournal': 'What moved outside of runs, by the day whose journal it is in',
  'LedgerEntry.entryId': 'The entry',
  'LedgerEntry.kind': 'What moved',
  'LedgerEntry.contributionsOf': 'The case of the person who was billed for it',
  'LedgerEntry.on': 'The day that it counts for',
  'LedgerEntry.lines': 'Its debits and credits, which are equal',
  'LedgerLine.account': 'The account of the ledger',
  'LedgerLine.costCentre':
    "The cost centre by which it stands; null for what is the whole council's",
  'LedgerLine.pence': 'What it comes to: debits above zero, credits below',
};
