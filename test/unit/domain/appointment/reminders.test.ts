import { expect, test } from 'vitest';
import { Appointment } from '#shared/domain/appointment/appointment.ts';
import { bookAppointment } from '#shared/domain/appointment/book-appointment.ts';
import {
  AppointmentChange,
  cancelAppointment,
  changeAppointment,
} from '#shared/domain/appointment/change-appointment.ts';
import { remindOfAppointment } from '#shared/domain/appointment/remind.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { at, changeOf, opened, stateAfter } from '#test/support/case-states.ts';

const [first, second] = ['visit0000001', 'visit0000002'];
const visit = (on: string) =>
  Appointment.parse({
    kind: 'office',
    place: 'The Old Granary',
    on,
    from: '10:00',
    to: '11:00',
    purpose: 'assessment',
    interpreter: { standing: 'not-needed' },
  });
const moment = (today: string) => ({ ...at(today), now: `${today}T07:00:00.000Z`, needs: null });
const book = (on: string, id = first, state: CaseState = opened()) =>
  bookAppointment(state, visit(on), id, moment('2026-07-08'));
const dues = (on: string | null) => [{ due: 'appointment-reminder', on }];

test('A booking falls due for a reminder on the day before', () => {
  expect(changeOf(book('2026-07-14')).dues).toEqual(dues('2026-07-13'));
});

test.each(['2026-07-08', '2026-07-09'])(
  'One for %s, which is told with a day’s notice, is reminded of no more',
  (on) => {
    expect(changeOf(book(on)).dues).toEqual(dues(null));
  },
);

test('The next of two comes first, and the other when its day comes', () => {
  const both = changeOf(book('2026-07-13', second, stateAfter(book('2026-07-14'))));
  expect(both.dues).toEqual(dues('2026-07-12'));
  const reminded = changeOf(remindOfAppointment(both.next, at('2026-07-12')));
  expect(reminded).toMatchObject({
    type: 'appointment-reminded',
    body: { appointmentId: second },
    dues: dues('2026-07-13'),
  });
  const again = changeOf(remindOfAppointment(reminded.next, at('2026-07-13')));
  expect(again).toMatchObject({ body: { appointmentId: first }, dues: dues(null) });
});

test('One that is called off is reminded of no more', () => {
  const cancellation = { askedBy: 'person', reason: 'She is away.' } as const;
  const off = changeOf(cancelAppointment(stateAfter(book('2026-07-14')), first, cancellation));
  expect(off.dues).toEqual(dues(null));
  expect(remindOfAppointment(off.next, at('2026-07-13'))).toMatchObject({
    refusal: { kind: 'not-found' },
  });
});

test('One that is moved is reminded of by its new day, though it was before', () => {
  const reminded = stateAfter(
    remindOfAppointment(stateAfter(book('2026-07-14')), at('2026-07-13')),
  );
  const change = AppointmentChange.parse({
    appointment: visit('2026-07-21'),
    askedBy: 'person',
    reason: 'She is away.',
  });
  const moved = changeOf(changeAppointment(reminded, first, change, moment('2026-07-13')));
  expect(moved.dues).toEqual(dues('2026-07-20'));
});

test('Nobody is reminded of a day that is past', () => {
  const booked = stateAfter(book('2026-07-14'));
  expect(remindOfAppointment(booked, at('2026-07-15'))).toMatchObject({ accepted: false });
});
