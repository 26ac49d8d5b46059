/** Bodies that are told as a whole, by the name of their shape: figures that add up and parts that
 * belong together are nothing that its fields could say each for itself. */
export const wholeExamples: Readonly<Record<string, unknown>> = {
  WrittenPlan: {
    writtenOn: '2026-04-06',
    author: { kind: 'person' },
    needs: [
      {
        need: 'Help with washing and dressing',
        isEligible: true,
        metBy: 'council',
        how: 'A carer on each morning',
      },
    ],
    outcomesWanted: ['To live at home with her cat'],
    lines: [
      {
        id: 'mornings',
        outcome: 'CA-HYGIENE',
        activity: 'Help with washing and dressing',
        supporter: { kind: 'person', name: 'Rosalind Quince', relationship: 'not-related' },
        component: 'Direct Payment',
        purchase: 'personal-care',
        when: 'Every morning',
        unit: 'hour',
        unitsHundredths: 1_000,
        unitPence: 1_250,
        funding: { funder: 'council', partId: 'care', costCentre: 'older-people' },
        kind: 'weekly',
        weeklyPence: 12_500,
      },
    ],
    notCovered: [
      { outcome: 'CA-NUTRITION', reason: 'Her son cooks with her and wishes to go on.' },
    ],
    parts: [
      {
        id: 'care',
        holding: 'direct-payment',
        contribution: 'net',
        payee: { kind: 'self' },
      },
    ],
    optionsDiscussed: [
      {
        option: 'direct-payment',
        discussedOn: '2026-04-06',
        discussedWith: ['person'],
        familyPermission: 'given',
      },
    ],
    contingency: {
      whoCovers: 'Her niece, who lives two doors away',
      phone: '01632 960123',
      councilStepsInWhen: 'Nobody has come within two hours',
      testedOn: '2026-04-06',
    },
    risks: [{ risk: 'A fall while she is moved', howManaged: 'Two people and the hoist' }],
    emergency: { whatToDo: 'Ring the emergency duty team.', phone: '01632 960123' },
    informalSupport: [
      {
        who: 'Her daughter',
        whatTheyDo: 'Shops and collects the prescriptions',
        isWilling: true,
        isAble: true,
      },
    ],
    preventionAdvice: 'A bath board, and the falls class on Thursdays',
    budgetFrom: '2026-04-13',
  },
  MonitoringReturn: {
    receivedPence: 150_000,
    paidInPence: 0,
    spent: {
      wagesPence: 110_000,
      agencyPence: 0,
      employerCostsPence: 15_000,
      activitiesPence: 0,
      otherPence: 0,
    },
    closingPence: 25_000,
    reserve: { holidayPence: 12_000, redundancyPence: 0, taxPence: 3_000, insurancePence: 0 },
    evidence: ['Bank statements of April to June, sent by post.'],
  },
  PaymentStop: {
    reason: 'She has gone into hospital.',
    needsMetOtherwise: 'The ward looks after her until she is home.',
  },
  OneOffPayment: {
    outcome: 'CA-HYGIENE',
    supporter: { kind: 'provider', name: 'Larkrise Home Care' },
    purchase: 'equipment',
    pence: 12_500,
    purpose: 'equipment',
    reason: 'The hoist has to be repaired.',
  },
  PaymentRestart: { on: '2026-04-13', reason: 'She is home again.' },
  OrderHandedBack: {
    by: 'provider',
    on: '2026-04-06',
    lastDay: '2026-04-30',
    reason: 'The branch closes at the end of the month.',
  },
  ReplacementOrder: {
    provider: { providerId: '100012345678' },
    weeklyPence: 12_500,
    oneOffPence: 0,
    startsOn: '2026-05-01',
    interimCover: 'Nobody has to: they begin on the day after.',
  },
  PaymentEnd: {
    lastDay: '2026-05-17',
    cause: 'asked-by-person',
    reason: 'She asked the council to arrange her support again.',
    needsMetOtherwise: 'An agency comes from 18 May, arranged by the council.',
  },
  FinalAccount: {
    lastDay: '2026-05-17',
    lines: [
      { kind: 'notice', pence: 50_000, evidence: 'The contract gives four weeks of notice.' },
      { kind: 'holiday', pence: 12_000, evidence: 'The payroll counts five days.' },
    ],
    settledWith: 'payee',
    reason: 'She moved to her daughter, and her assistant was given notice.',
  },
};
