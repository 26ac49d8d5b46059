import { describe, expect, test } from 'vitest';
import { Appointment } from '#shared/domain/appointment/appointment.ts';
import { bookAppointment } from '#shared/domain/appointment/book-appointment.ts';
import type { KnownNeeds } from '#shared/domain/appointment/carry-needs.ts';
import {
  AppointmentChange,
  arrangeInterpreter,
  cancelAppointment,
  changeAppointment,
} from '#shared/domain/appointment/change-appointment.ts';
import { isShownInLondon } from '#shared/domain/appointment/clock-time.ts';
import { placeInWords } from '#shared/domain/appointment/open-appointment.ts';
import { AppointmentOutcome, recordOutcome } from '#shared/domain/appointment/record-outcome.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { toClosed } from '#shared/domain/case/ending/close.ts';
import { AccessNeeds } from '#shared/domain/codes/accessible-information.ts';
import { at, changeOf, opened, stateAfter } from '#test/support/case-states.ts';

const today = '2026-07-08';
const now = '2026-07-08T09:00:00.000Z';
const visit = {
  kind: 'home-visit',
  on: '2026-07-10',
  from: '10:00',
  to: '11:30',
  purpose: 'assessment',
  worker: 'worker-1',
  interpreter: { standing: 'needed', language: 'Polish' },
  loneWorking: 'The duty desk is called at noon.',
};

type Details = Readonly<Record<string, unknown>>;

function book(
  others: Details = {},
  state: CaseState = opened(),
  moment = now,
  needs: KnownNeeds | null = null,
) {
  const day = others['today'] === undefined ? today : String(others['today']);
  const { today: _day, ...details } = others;
  const appointment = Appointment.parse({ ...visit, ...details });
  return bookAppointment(state, appointment, 'visit0000001', { ...at(day), now: moment, needs });
}

const booked = () => stateAfter(book());

function closed(state: CaseState): CaseState {
  if (state.status !== 'open') throw new Error('the case is open');
  return toClosed(state, today, 'nfa-other-reason');
}

describe('A booking', () => {
  test('keeps when, what kind and with whom on the case, and no place and no words', () => {
    const { next, body } = changeOf(book({ place: "At her sister's" }));
    expect(next.appointments).toMatchObject([
      { id: 'visit0000001', kind: 'home-visit', on: '2026-07-10', from: '10:00', to: '11:30' },
    ]);
    expect(JSON.stringify(next.appointments)).not.toContain('sister');
    expect(body).toMatchObject({ place: "At her sister's", clashes: { worker: 'not checked' } });
  });

  test.each([
    ['a day that is past', { on: '2026-07-07' }, '/on'],
    ['an hour that is past', { on: today, from: '09:59', to: '11:00' }, '/from'],
    ['an end before its start', { from: '11:00', to: '10:00' }, '/to'],
    ['no time at all', { from: '11:00', to: '11:00' }, '/to'],
    ['a day two years off', { on: '2028-07-10' }, '/on'],
  ])('is refused with %s', (_title, others, pointer) => {
    expect(book(others)).toMatchObject({ refusal: { kind: 'invalid-input', pointer } });
  });

  test('may be later on the same day: ten in the morning in summer is nine by UTC', () => {
    expect(book({ on: today, from: '10:00', to: '11:00' })).toMatchObject({ accepted: true });
  });

  test.each([
    ['a Saturday', '2026-07-11'],
    ['a bank holiday', '2026-08-31'],
  ])('on %s needs a reason', (_title, on) => {
    expect(book({ on })).toMatchObject({ refusal: { kind: 'reason-needed' } });
    const meant = book({ on, whyNotOnWorkingDay: 'Her son works all week.' });
    expect(meant).toMatchObject({ accepted: true });
  });

  test('is refused at a time at which the person has another', () => {
    const clash = book({ from: '11:00', to: '12:00' }, booked());
    expect(clash).toMatchObject({ refusal: { kind: 'appointment-clash' } });
    expect(book({ from: '11:30', to: '12:00' }, booked())).toMatchObject({ accepted: true });
    expect(book({ on: '2026-07-13' }, booked())).toMatchObject({ accepted: true });
  });

  test('is refused on a closed case, and as the thirteenth', () => {
    expect(book({}, closed(opened()))).toMatchObject({ refusal: { kind: 'case-closed' } });
    let full = opened();
    for (let hour = 8; hour < 20; hour += 1) {
      const [from, to] = [hour, hour + 1].map((each) => `${String(each).padStart(2, '0')}:00`);
      full = stateAfter(book({ from, to }, full));
    }
    expect(book({ on: '2026-07-13' }, full)).toMatchObject({ refusal: { kind: 'too-many-open' } });
  });

  test('stands with the next one first', () => {
    const two = stateAfter(book({ on: '2026-07-09' }, booked()));
    expect(two.appointments?.map(({ on }) => on)).toEqual(['2026-07-09', '2026-07-10']);
  });
});

describe('When the clocks change', () => {
  const sunday = { whyNotOnWorkingDay: 'The crisis team visits at night.' };

  test.each([
    ['2026-03-29', '00:59', true],
    ['2026-03-29', '01:00', false],
    ['2026-03-29', '01:59', false],
    ['2026-03-29', '02:00', true],
    ['2026-10-25', '01:30', true],
    ['2026-06-01', '01:30', true],
    ['2026-12-31', '23:30', true],
  ])('on %s London shows %s: %s', (on, time, isShown) => {
    expect(isShownInLondon(on, time)).toBe(isShown);
  });

  test('a visit in the hour that March skips is refused', () => {
    const skipped = {
      ...sunday,
      on: '2026-03-29',
      from: '01:15',
      to: '02:15',
      today: '2026-03-20',
    };
    const winter = '2026-03-20T09:00:00.000Z';
    expect(book(skipped, opened(), winter)).toMatchObject({ refusal: { pointer: '/from' } });
    const into = { ...skipped, from: '00:30', to: '01:15' };
    expect(book(into, opened(), winter)).toMatchObject({ refusal: { pointer: '/to' } });
  });

  test('a visit in the hour that October repeats is its first hour', () => {
    const repeated = {
      ...sunday,
      on: '2026-10-25',
      from: '01:30',
      to: '02:30',
      today: '2026-10-25',
    };
    const during = (moment: string) => book(repeated, opened(), moment);
    expect(during('2026-10-25T00:30:00.000Z')).toMatchObject({ accepted: true });
    expect(during('2026-10-25T00:31:00.000Z')).toMatchObject({ refusal: { pointer: '/from' } });
  });

  test.each([
    ['the day after March goes forward', '2026-03-30', '2026-03-30T08:30:00.000Z'],
    ['the day after October goes back', '2026-10-26', '2026-10-26T09:30:00.000Z'],
  ])('half past nine is half past nine in London on %s', (_title, on, start) => {
    const early = { on, from: '09:30', to: '10:00', today: on };
    expect(book(early, opened(), start)).toMatchObject({ accepted: true });
    const late = new Date(Date.parse(start) + 1_000).toISOString();
    expect(book(early, opened(), late)).toMatchObject({ refusal: { pointer: '/from' } });
  });
});

describe('An appointment', () => {
  const change = (details: Details, id = 'visit0000001', state = booked()) => {
    const appointment = { ...visit, ...details };
    const body = { appointment, askedBy: 'person', reason: 'She is at the hospital.' };
    const moment = { ...at(today), now, needs: null };
    return changeAppointment(state, id, AppointmentChange.parse(body), moment);
  };

  test('moves to another time, within its own time too, and says when it was', () => {
    const { body, next } = changeOf(change({ from: '10:30', to: '12:00' }));
    expect(body).toMatchObject({ was: { from: '10:00' }, from: '10:30', askedBy: 'person' });
    expect(next.appointments).toMatchObject([{ id: 'visit0000001', from: '10:30' }]);
  });

  test('does not move to where no booking could be', () => {
    const refusal = { kind: 'invalid-input', pointer: '/appointment/on' };
    expect(change({ on: '2026-07-07' })).toMatchObject({ refusal });
    expect(change({}, 'visit0000009')).toMatchObject({ refusal: { kind: 'not-found' } });
    expect(change({}, 'visit0000001', closed(booked()))).toMatchObject({
      refusal: { kind: 'case-closed' },
    });
  });

  test('is called off on a closed case too, and its interpreter is told', () => {
    const interpreter = { standing: 'booked', language: 'Polish', provider: 'W', reference: 'R1' };
    const state = closed(stateAfter(book({ interpreter })));
    const why = { askedBy: 'council', reason: 'The worker is ill.' } as const;
    const { body, next } = changeOf(cancelAppointment(state, 'visit0000001', why));
    expect(body).toMatchObject({ tellInterpreter: true, on: '2026-07-10' });
    expect(next.appointments).toEqual([]);
    expect(cancelAppointment(next, 'visit0000001', why)).toMatchObject({
      refusal: { kind: 'not-found' },
    });
  });

  test('that needs an interpreter has one once they are booked', () => {
    const booking = { language: 'Polish', provider: 'Words', reference: 'W-1' };
    const arranged = { standing: 'booked', ...booking } as const;
    const { next } = changeOf(arrangeInterpreter(booked(), 'visit0000001', arranged));
    expect(next.appointments).toMatchObject([{ interpreter: 'booked' }]);
    expect(arrangeInterpreter(booked(), 'visit0000009', arranged)).toMatchObject({
      refusal: { kind: 'not-found' },
    });
    expect(arrangeInterpreter(closed(booked()), 'visit0000001', arranged)).toMatchObject({
      refusal: { kind: 'case-closed' },
    });
  });

  test('that needs an interpreter again does so once it has moved', () => {
    const booking = { language: 'Polish', provider: 'Words', reference: 'W-1' };
    const interpreter = { standing: 'booked', ...booking } as const;
    const arranged = stateAfter(arrangeInterpreter(booked(), 'visit0000001', interpreter));
    const { next } = changeOf(change({ on: '2026-07-13' }, 'visit0000001', arranged));
    expect(next.appointments).toMatchObject([{ on: '2026-07-13', interpreter: 'needed' }]);
  });

  test.each([
    [{ result: 'kept' }],
    [{ result: 'not-at-home', howWeMadeSureTheyAreSafe: 'A neighbour saw her at the shop.' }],
    [{ result: 'cancelled', askedBy: 'person', reason: 'She felt unwell.' }],
  ])('has the outcome %o from its first minute on', (outcome) => {
    const came = (moment: string, state = booked()) =>
      recordOutcome(state, 'visit0000001', AppointmentOutcome.parse(outcome), moment);
    const early = came('2026-07-10T08:59:59.000Z');
    expect(early).toMatchObject({ refusal: { kind: 'wrong-stage' } });
    const over = changeOf(came('2026-07-10T09:00:00.000Z', closed(booked())));
    expect(over).toMatchObject({ body: outcome, next: { appointments: [] } });
  });
});

test('a home visit is not booked without saying how its worker is kept safe', () => {
  const { loneWorking: _unsaid, ...unsafe } = visit;
  const pointers = Appointment.safeParse(unsafe).error?.issues.map(({ path }) => path);
  expect(pointers).toEqual([['loneWorking']]);
});

describe('What the person is known to need', () => {
  const needsOf = (needs: object, others: Partial<KnownNeeds> = {}): KnownNeeds => {
    const known = { needs: AccessNeeds.parse(needs), language: 'English', needsInterpreter: false };
    return { ...known, ...others };
  };
  const signs = needsOf({ professionals: ['bsl-interpreter'], support: ['hearing-loop'] });
  const booking = (interpreter: object | undefined, needs: KnownNeeds | null) =>
    book({ interpreter }, opened(), now, needs);

  test('goes into an appointment that says nothing of it', () => {
    const { body, next } = changeOf(booking(undefined, signs));
    expect(body).toMatchObject({
      interpreter: { standing: 'needed', language: 'British Sign Language interpreter' },
      accessNeeds: ['British Sign Language interpreter', 'Needs a hearing loop'],
    });
    expect(next.appointments).toMatchObject([{ interpreter: 'needed' }]);
  });

  test.each([
    ['another language', needsOf({}, { language: 'Polish', needsInterpreter: true }), 'needed'],
    ['another language that they share with us', needsOf({}, { language: 'Welsh' }), 'not-needed'],
    ['somebody who takes notes', needsOf({ professionals: ['notetaker'] }), 'not-needed'],
    ['nothing', null, 'not-needed'],
  ])('asks for an interpreter for whoever needs one: %s', (_what, needs, standing) => {
    expect(changeOf(booking(undefined, needs)).next.appointments).toMatchObject([
      { interpreter: standing },
    ]);
  });

  test('is not let go without a reason', () => {
    const refusal = { kind: 'reason-needed', pointer: '/interpreter/why' };
    expect(booking({ standing: 'not-needed' }, signs)).toMatchObject({ refusal });
    const told = { standing: 'not-needed', why: 'Her daughter signs, as she wishes.' };
    expect(changeOf(booking(told, signs)).body).toMatchObject({ interpreter: told });
  });

  test('is added to what was agreed for the day, and once', () => {
    const accessNeeds = ['A ramp', 'Needs a hearing loop'];
    const { body } = changeOf(book({ accessNeeds }, opened(), now, signs));
    expect(body).toMatchObject({
      accessNeeds: ['A ramp', 'Needs a hearing loop', 'British Sign Language interpreter'],
    });
  });

  test('is not lost when an appointment moves or an interpreter is arranged', () => {
    const moment = { ...at(today), now, needs: null };
    const { interpreter: _, ...appointment } = { ...visit, on: '2026-07-13' };
    const body = { appointment, askedBy: 'person', reason: 'She is at the hospital.' };
    const change = AppointmentChange.parse(body);
    expect(changeAppointment(booked(), 'visit0000001', change, moment)).toMatchObject({
      refusal: { kind: 'reason-needed', pointer: '/appointment/interpreter/why' },
    });
    const nobody = { standing: 'not-needed' } as const;
    expect(arrangeInterpreter(booked(), 'visit0000001', nobody)).toMatchObject({
      refusal: { kind: 'reason-needed', pointer: '/interpreter/why' },
    });
    const why = { ...nobody, why: 'He speaks English since the new hearing aid.' };
    const { next } = changeOf(arrangeInterpreter(booked(), 'visit0000001', why));
    expect(next.appointments).toMatchObject([{ interpreter: 'not-needed' }]);
  });
});

test('A visit is at the home of the person unless another place was agreed', () => {
  const placeOf = (others: Details) =>
    changeOf(book(others)).next.appointments?.map((each) => placeInWords(each));
  expect(placeOf({})).toEqual(['your home']);
  expect(placeOf({ place: "At her sister's" })).toEqual(['the place that we agreed with you']);
  const { loneWorking: _, ...office } = { ...visit, kind: 'office', place: 'The Old Granary' };
  const { next } = changeOf(
    bookAppointment(opened(), Appointment.parse(office), 'v', { ...at(today), now, needs: null }),
  );
  expect(next.appointments?.map((each) => placeInWords(each))).toEqual(['The Old Granary']);
});
