import * as z from 'zod';
import { CivilDate } from '../calendar/civil-date.ts';
import { CareLine } from '../charging/input/care-lines.ts';
import { ChargedPerson, ChargeInput } from '../charging/input/charge-input.ts';

/** The care that is charged for: what the newest plan buys, or lines that the finance officer gives
 * because there is no plan yet or the NHS has come to pay a share. */
const CareSource = z
  .discriminatedUnion('from', [
    z.strictObject({ from: z.literal('plan') }),
    z.strictObject({ from: z.literal('lines'), lines: z.array(CareLine).min(1).max(60) }),
  ])
  .meta({ id: 'CareSource' });

/** What a finance officer finds out about somebody's money; what they pay is worked from it (Care
 * Act 2014 s17). */
export const CareActAssessment = ChargeInput.omit({ on: true })
  .extend({
    method: z.literal('care-act-2014'),
    assessedOn: CivilDate,
    /** The day from which the charge counts: an earlier one is worked again from there. */
    appliesFrom: CivilDate,
    /** The finance officer, by the name that the person is told. */
    assessedByName: z.string().trim().min(1).max(200),
    person: ChargedPerson.omit({ assessedAs: true }),
    care: CareSource,
  })
  .meta({
    id: 'CareActAssessment',
    examples: [
      {
        method: 'care-act-2014',
        assessedOn: '2026-04-06',
        appliesFrom: '2026-04-06',
        assessedByName: 'Jonah Farthingale',
        person: {
          ageGroup: 'pension-age',
          household: { kind: 'single' },
          premiums: { disability: false, enhancedDisability: false, carer: false },
        },
        setting: { kind: 'home' },
        care: {
          from: 'lines',
          lines: [{ id: 'home', label: 'Help at home', kind: 'care', weeklyPence: 28_750 }],
        },
        assessment: { kind: 'full' },
        capital: [
          {
            id: 'savings',
            kind: 'savings',
            valuePence: 1_500_000,
            evidence: 'Statement of 1 April 2026',
          },
        ],
        incomes: [
          {
            id: 'pension',
            kind: 'state-pension',
            pence: 25_000,
            every: 'week',
            evidence: 'Letter of the Department for Work and Pensions',
          },
        ],
      },
    ],
  });
export type CareActAssessment = z.infer<typeof CareActAssessment>;
