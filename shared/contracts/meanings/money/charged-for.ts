/** What the fields mean in which a charge is worked out, or an estimate of it. */
export const chargedFor: Readonly<Record<string, string>> = {
  // Whose money it is
  ageGroup: 'Whether they have reached pension age',
  partnerAgeGroup: 'Whether the partner has reached pension age',
  household: 'Whether they live alone or with a partner',
  'person.children': 'Children of the household for whom they are responsible',
  premiums: 'The premiums to which they are entitled',
  'premiums.carer': 'The carer premium',
  'premiums.disability': 'The disability premium',
  enhancedDisability: 'The enhanced disability premium',
  hasCreutzfeldtJakobDisease: 'Whether they have a form of CJD: they are then not charged',
  'CareActAssessment.person': 'Whom it is about, as far as the rules ask',
  'EstimateInput.person': 'Whom it is about, as far as the rules ask',

  // Where and what care
  'EstimateInput.where': 'Where the care is given',
  hasNightCare: 'Whether the care goes on through the night',
  'CareActAssessment.setting':
    'Where the care is given: at home, or in a care home for good or for a time',
  expectedWeeks: 'For how many weeks it is expected',
  exceptionalReason: 'Why a longer stay is still one for a time',
  usesHomeRules: 'Whether a stay of up to eight weeks is charged for as care at home is',
  'CareActAssessment.care': 'The care that is charged for: as the plan has it, or line by line',
  'CareSource.lines': 'The care, line by line',
  'CareLine.id': 'The name of the line within the assessment',
  'CareLine.label': 'What it is called on the statement',
  'CareLine.shared': 'For care that several people share: what part of it is theirs',
  'shared.people': 'How many people share it',
  'shared.place':
    'Which of them this person is, counted from one: pennies that do not divide go to the first',
  paidByOthers: 'What others pay of it, such as the NHS towards nursing',
  'paidByOthers.funder': 'Who pays it',

  // What comes in and what there is
  'CareActAssessment.capital': 'Savings, property and other capital',
  'EstimateInput.capital': 'Savings, property and other capital',
  'CapitalItem.id': 'The name of the item within the assessment',
  'CapitalItem.kind': 'What kind of capital it is',
  holders: 'How many people hold it: each is taken to have an equal share',
  costsToSell:
    'Whether selling it would cost something: then a tenth is taken off (SI 2014/2672 reg 20)',
  occupiedBy: 'Who lives in the home, where the person has left it for a care home',
  councilsReason:
    'Why the council leaves the home out although the law does not say so (Sch 2 para 4)',
  'CapitalItem.scheme': 'The scheme that paid it, as the dated list of the law names it',
  'CareActAssessment.incomes': 'Incomes, each with how often it comes',
  'capital.kind': 'What kind of capital it is',
  'incomes.kind': 'What kind of income it is',
  'housingCosts.kind': 'What kind of cost it is',
  'EstimateInput.incomes': 'Incomes, each with how often it comes',
  'Income.id': 'The name of the income within the assessment',
  'Income.kind': 'What kind of income it is',
  notional: 'Why it counts although it does not reach the person',
  every: 'How often it comes or is due',
  isHalfPaidToPartner: 'Whether half of the pension goes to the partner who stays at home',
  isHigherRate: 'Whether a benefit for disability is at its higher, highest or enhanced rate',
  hasWholeSavingsDisregard:
    'Whether the income is too high for savings credit in full, so that the whole of its disregard is left out',
  housingCosts: 'What the home costs',
  'HousingCost.id': 'The name of the cost within the assessment',
  'HousingCost.kind': 'What kind of cost it is',
  disabilityExpenses: 'What disability costs the person besides',
  'DisabilityExpense.label': 'What it is called on the statement',
  'DisabilityExpense.id': 'The name of the expense within the assessment',
  higherExpensesAllowance: 'More for expenses at home than the standard, and why',

  // How it was worked out
  'CareActAssessment.assessment': 'What it rests on: everything, a light touch, or a refusal',
  assessedByName: 'The name of whoever assesses, as the person will read it',
  selfFundingRoute: 'Who arranges the care of somebody whose capital is over the limit',
  'SelfFundingChoice.route': 'Who arranges the care: the person, or the council and why',
  'SelfFundingChoice.how': 'How they said so',
  incomeRisesBasisPoints:
    'By how much each kind of income rises with the new rates, in hundredths of a per cent',
  alsoAsked: 'What else is asked for, which this service refuses by name',
  'AssessmentBasis.missing': 'What the council still has to know',
  'ManualChargeDecision.missing': 'What the council still has to know',
  'AssessmentBasis.refusal':
    'Why the person gives no account of their money, and what they were told',
  'ManualChargeDecision.refusal':
    'Why the person gives no account of their money, and what they were told',
  'ManualChargeDecision.decidedBy': 'Who decided it',
  helpOffered: 'The help that was offered with the form',
};
