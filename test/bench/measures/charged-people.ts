import { loadChargingRates } from '#shared/council/load/load-charging-rates.ts';
import type { OpenCase } from '#shared/domain/case/case-state.ts';
import { assessCharge } from '#shared/domain/charging/assess-charge.ts';
import { ChargeInput } from '#shared/domain/charging/input/charge-input.ts';
import { AssessedCharge } from '#shared/domain/finances/assessed-charge.ts';
import { chargedCaseWrite } from '#shared/stores/money/charges/charged-case-store.ts';
import { eventKey } from '#shared/stores/table/keys.ts';
import type { Item, Table } from '#shared/stores/table/table.ts';
import { MemoryTable } from '#test/support/memory-table.ts';
import { directPorts } from '../journey/direct-player.ts';
import { liveCase } from './due-sweep.ts';

const assessedOn = '2025-10-01';
const evidence = 'Letter seen';
const noPremiums = { disability: false, enhancedDisability: false, carer: false };

/** So many people of every sort that is charged: at home and in care homes, single and in couples, young
 * and old, with and without savings. The same each time. */
export function chargedPeople(people: number): ChargeInput[] {
  return Array.from({ length: people }, (_, n) =>
    ChargeInput.parse({
      on: assessedOn,
      person: personOf(n),
      setting: n % 4 === 3 ? { kind: 'care-home', permanentSince: '2024-05-01' } : { kind: 'home' },
      care: [{ id: 'care', label: 'Care', kind: 'care', weeklyPence: 30_000 + (n % 600) * 100 }],
      assessment: { kind: 'full' },
      capital: [
        {
          id: 'savings',
          kind: 'savings',
          valuePence: (n % 97) * 23_000,
          holders: 1 + (n % 2),
          evidence,
        },
        { id: 'home', kind: 'personal-possessions', valuePence: 500_000, evidence },
      ],
      incomes: [
        {
          id: 'a',
          kind: 'state-pension',
          pence: 70_000 + (n % 311) * 97,
          every: 'four-weeks',
          evidence,
        },
        {
          id: 'b',
          kind: 'private-pension',
          pence: (n % 89) * 1013,
          every: 'calendar-month',
          evidence,
        },
        { id: 'c', kind: 'attendance-allowance', pence: 7390, every: 'week', evidence },
      ],
      housingCosts: [{ id: 'tax', kind: 'council-tax', pence: 120_000, every: 'year', evidence }],
      disabilityExpenses: [
        {
          id: 'laundry',
          label: 'Laundry',
          pence: 500 + (n % 40) * 25,
          every: 'week',
          evidence,
          reviewOn: '2026-10-01',
        },
      ],
    }),
  );
}

function personOf(n: number) {
  const single = { household: { kind: 'single' }, premiums: noPremiums };
  switch (n % 3) {
    case 0:
      return { ...single, ageGroup: 'pension-age' };
    case 1:
      return {
        ageGroup: 'pension-age',
        household: { kind: 'couple', partnerAgeGroup: 'pension-age' },
        premiums: noPremiums,
      };
    default:
      return {
        ...single,
        ageGroup: '25-to-pension-age',
        premiums: { ...noPremiums, disability: true, enhancedDisability: true },
      };
  }
}

// So many different assessments: each person has one of them, and the table keeps each once.
const assessmentsMax = 2_000;

/** Fills a table with cases whose people are charged, as the stream lists them. */
export async function fillWithCharged(table: Table, people: number): Promise<void> {
  const bodies = await assessedCharges(Math.min(people, assessmentsMax));
  const event = eventOf(await liveCase());
  for (let n = 0; n < people; n += 1) {
    const caseId = `case-${String(n).padStart(6, '0')}`;
    const { pk } = eventKey('case', caseId, 1);
    const body = JSON.parse(JSON.stringify(bodies[n % bodies.length]));
    await table.write([
      { put: { ...event, pk, aggregateId: caseId, body } },
      chargedCaseWrite(caseId, 1, 1),
    ]);
  }
}

async function assessedCharges(many: number): Promise<AssessedCharge[]> {
  const book = await loadChargingRates();
  return chargedPeople(many).map((input) => {
    const charge = assessCharge(input, book, {});
    if (!charge.accepted) throw new Error(charge.refusal.detail);
    const { weeklyPence, mostWeeklyPence } = charge.value;
    return AssessedCharge.parse({
      method: 'care-act-2014',
      status: 'assessed',
      assessedOn,
      appliesFrom: assessedOn,
      assessedByName: 'Jonah Farthingale',
      input,
      planVersion: null,
      followsPlan: true,
      policy: { council: 'example', local: {} },
      charge: charge.value,
      asked: [{ from: assessedOn, weeklyPence, mostWeeklyPence }],
      replaces: null,
      difference: null,
      rule: charge.value.rule,
    });
  });
}

function eventOf(live: OpenCase): Item {
  const write = directPorts(new MemoryTable()).cases.asWrite(undefined, {
    id: 'finances',
    aggregateId: 'case',
    type: 'finances-assessed',
    at: `${assessedOn}T09:00:00.000Z`,
    actor: { id: 'finance', role: 'finance-officer' },
    request: null,
    body: {},
    after: { ...live, records: { ...live.records, finances: 1 } },
  });
  if (!('put' in write)) throw new Error('an event is a whole item');
  return write.put;
}
