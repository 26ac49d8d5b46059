/** What the fields mean in which the council keeps count of what care costs it. */
export const borneByCostCentres: Readonly<Record<string, string>> = {
  'CashLimits.limits': 'The limit of each cost centre in each financial year',
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
    'What the runs that were sent have cost so far, before contributions',
  'CostCentreStanding.leftPence': 'The limit less the commitment; below zero where it is passed',
  'CostCentreStanding.forecast': 'What is committed in each of the next 13 pay periods',
};
