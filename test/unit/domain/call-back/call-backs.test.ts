import { expect, test } from 'vitest';
import { CallBackOutcome, recordCallBack } from '#shared/domain/call-back/record-call-back.ts';
import {
  CallBackRequest,
  type CallBackSettings,
  requestCallBack,
} from '#shared/domain/call-back/request-call-back.ts';
import { toClosed } from '#shared/domain/case/ending/close.ts';
import { at, changeOf, opened, stateAfter } from '#test/support/case-states.ts';

const today = '2026-07-08';
const teams = [{ id: 'access' }, { id: 'finance' }];
const safe = { number: '01632 960 123', mayLeaveMessage: true };
const asked = { by: '2026-07-09', about: 'The form', askedBy: { kind: 'person' } };

function request(
  others: Record<string, unknown> = {},
  state = opened(),
  from: typeof safe | undefined = safe,
  onRecord: CallBackSettings['onRecord'] = null,
) {
  const input = CallBackRequest.parse({ ...asked, ...others });
  return requestCallBack(
    state,
    input,
    { id: 'call00000001', safe: from, onRecord, teams },
    at(today),
  );
}

function promised(mayLeaveMessage = true) {
  return stateAfter(request({ mayLeaveMessage }));
}

function outcome(body: Record<string, unknown>, state = promised()) {
  const input = CallBackOutcome.parse(body);
  return recordCallBack(state, 'call00000001', input, at(today));
}

test('a promised call takes the number at which the contact said it is safe to call', () => {
  const { body, next } = changeOf(request());
  expect(body).toMatchObject({ number: safe.number, mayLeaveMessage: true, team: 'access' });
  expect(next.callBacks).toMatchObject([{ id: 'call00000001', by: '2026-07-09', tries: 0 }]);
});

test('the case keeps neither the number nor what the call is about', () => {
  const kept = JSON.stringify(promised());
  expect(kept).not.toContain('960');
  expect(kept).not.toContain('The form');
});

test('nobody leaves a message at a number of which nothing was said', () => {
  const { body } = changeOf(request({ number: '01632 960 999' }));
  expect(body).toMatchObject({ number: '01632 960 999', mayLeaveMessage: false });
});

test.each([
  ['on a day that is past', { by: '2026-07-07' }, '/by'],
  ['more than four weeks off', { by: '2026-08-06' }, '/by'],
  ['by a team that there is not', { team: 'nobody' }, '/team'],
])('no call is promised %s', (_title, others, pointer) => {
  expect(request(others)).toMatchObject({ refusal: { kind: 'invalid-input', pointer } });
});

test('no call is promised without a number that is safe', () => {
  const input = CallBackRequest.parse(asked);
  const settings = { id: 'call00000001', safe: undefined, onRecord: null, teams };
  expect(requestCallBack(opened(), input, settings, at(today))).toMatchObject({
    refusal: { kind: 'invalid-input', pointer: '/number' },
  });
});

const inDanger = { mayCall: false, mayLeaveMessage: false };
const number = '01632 960 999';

test('a number that somebody types in does not make a call safe', () => {
  expect(request({ number, mayLeaveMessage: true }, opened(), undefined, inDanger)).toMatchObject({
    refusal: { kind: 'call-not-safe', pointer: '/agreedSince' },
  });
});

test('nobody promises to leave a message where the person said to leave none', () => {
  const noMessage = { mayCall: true, mayLeaveMessage: false };
  expect(request({ mayLeaveMessage: true }, opened(), safe, noMessage)).toMatchObject({
    refusal: { kind: 'message-not-safe', pointer: '/agreedSince' },
  });
  expect(request({ number }, opened(), safe, noMessage)).toMatchObject({ accepted: true });
});

test('a call is safe once somebody says with whom and when it was agreed', () => {
  const agreedOn = (on: string) => ({ number, agreedSince: { with: 'Herself', on } });
  const { body } = changeOf(request(agreedOn(today), opened(), undefined, inDanger));
  expect(body).toMatchObject({ number, agreedSince: { with: 'Herself', on: today } });
  expect(request(agreedOn('2026-07-09'), opened(), undefined, inDanger)).toMatchObject({
    refusal: { kind: 'invalid-input', pointer: '/agreedSince/on' },
  });
});

test('no call is promised on a closed case, and no eleventh on an open one', () => {
  const state = opened();
  if (state.status !== 'open') throw new Error('the case is open');
  const closed = toClosed(state, today, 'nfa-other-reason');
  expect(request({}, closed)).toMatchObject({ refusal: { kind: 'case-closed' } });
  let full = opened();
  for (let calls = 0; calls < 10; calls += 1) full = stateAfter(request({}, full));
  expect(request({}, full)).toMatchObject({ refusal: { kind: 'too-many-open' } });
});

test.each([
  ['reached', { result: 'reached', whatWasSaid: 'The form is on its way.' }],
  ['left a message', { result: 'left-message' }],
  ['cancelled', { result: 'cancelled', reason: 'She rang us first.' }],
])('a call is done once they were %s', (_title, body) => {
  expect(stateAfter(outcome(body)).callBacks).toEqual([]);
});

test('a call that nobody answered is owed on another day', () => {
  const again = { result: 'no-answer', tryAgainOn: '2026-07-10' };
  expect(stateAfter(outcome(again)).callBacks).toMatchObject([{ by: '2026-07-10', tries: 1 }]);
  const past = { result: 'no-answer', tryAgainOn: '2026-07-07' };
  expect(outcome(past)).toMatchObject({ refusal: { pointer: '/tryAgainOn' } });
});

test('a message is not left where that is not safe', () => {
  const refused = outcome({ result: 'left-message' }, promised(false));
  expect(refused).toMatchObject({ refusal: { kind: 'message-not-safe' } });
});

test('the outcome of a call that nobody promised is refused', () => {
  const body = { result: 'reached', whatWasSaid: 'Hello.' };
  expect(outcome(body, opened())).toMatchObject({ refusal: { kind: 'not-found' } });
});

test('a call that was promised is still owed when the case has closed', () => {
  const state = promised();
  if (state.status !== 'open') throw new Error('the case is open');
  const closed = toClosed(state, today, 'nfa-other-reason');
  const body = { result: 'reached', whatWasSaid: 'All is well.' };
  expect(stateAfter(outcome(body, closed))).toMatchObject({ status: 'closed', callBacks: [] });
});
