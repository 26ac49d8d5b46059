import * as z from 'zod';
import { CaseAnswer, Id, NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { residentOperation } from '#shared/contracts/operation.ts';
import { OpenAppointment, placeInWords } from '#shared/domain/appointment/open-appointment.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { AskedForCall, answeredBy, oweCall } from '#shared/domain/call-back/ask-for-call.ts';
import { callBacksMax } from '#shared/domain/call-back/open-call-back.ts';
import type { NotSafe } from '#shared/domain/contact/reaching/how-to-reach.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { openDeskTask } from '#shared/stores/cases/desk-task-store.ts';
import { caseRowsOfPerson } from '#shared/stores/people/person-store.ts';
import { changeCase } from '../cases/change-case.ts';
import { callBackIdOf, callBackTask, dayToCallBy } from '../contact/phone/call-back-task.ts';
import type { Ports } from '../ports.ts';

const MyAppointment = OpenAppointment.pick({
  kind: true,
  on: true,
  from: true,
  to: true,
  purpose: true,
  place: true,
  interpreter: true,
}).extend({ appointmentId: Id });

const MyAppointments = z
  .strictObject({ appointments: z.array(MyAppointment) })
  .meta({ id: 'MyAppointments' });

export const readMyAppointments = residentOperation({
  id: 'read-my-appointments',
  method: 'GET',
  path: '/my/appointments',
  tag: 'My case',
  summary: 'See your appointments and home visits to come, the next one first',
  params: NoParams,
  query: NoQuery,
  answer: MyAppointments,
  async handle({ caller }, ports: Pick<Ports, 'table' | 'system'>) {
    const today = civilDateInLondon(ports.system.now());
    const rows = await caseRowsOfPerson(ports.table, caller.personId);
    const appointments = rows
      .flatMap(({ summary }) => summary?.appointments ?? [])
      .filter(({ on }) => on >= today)
      .sort((a, b) => (`${a.on} ${a.from}` < `${b.on} ${b.from}` ? -1 : 1))
      .map((each) => {
        const { id, event: _event, worker: _worker, isElsewhere: _, ...shown } = each;
        return { ...shown, appointmentId: id, place: placeInWords(each) };
      });
    return accept({ status: 200, body: { appointments } });
  },
});

const ChangeAnswer = CaseAnswer.extend({
  weCallBy: CivilDate.optional(),
  /** Where it is not safe to call: we answer in another way. */
  weAnswerBy: CivilDate.optional(),
  notByPhone: z.literal(true).optional(),
}).meta({ id: 'ChangeRequestAnswer' });

export const askToChange = residentOperation({
  id: 'ask-to-change-my-appointment',
  method: 'POST',
  path: '/my/appointments/{appointmentId}/change-request',
  tag: 'My case',
  summary: 'Ask for another time for an appointment, or to call it off: we call you',
  creates: true,
  params: z.strictObject({ appointmentId: Id }),
  query: NoQuery,
  body: AskedForCall,
  answer: ChangeAnswer,
  async handle(request, ports: Ports) {
    const { appointmentId } = request.params;
    const rows = await caseRowsOfPerson(ports.table, request.caller.personId);
    const row = rows.find(({ summary }) =>
      summary?.appointments.some(({ id }) => id === appointmentId),
    );
    if (!row) return refuse('not-found', 'You have no such appointment to come.');
    const { caseId } = row;
    // The newest contact that said anything about calls; a message is left only where it said yes.
    const mayCall = rows.find(({ summary }) => typeof summary?.contact?.mayCall === 'boolean')
      ?.summary?.contact?.mayCall;
    const notSafe: NotSafe = mayCall === false ? ['call', 'message'] : [];
    const byOf = (isUrgent: boolean, at: string) => dayToCallBy({ isUrgent }, at, ports.council);
    return changeCase(
      { ...request, params: { caseId } },
      ports,
      (state, moment) => {
        if ((state.callBacks ?? []).length >= callBacksMax) {
          return refuse('too-many-open', 'Call us: we have your earlier requests.');
        }
        const id = callBackIdOf(caseId, moment.event);
        const by = byOf(state.isUrgent, ports.system.now());
        const concerns = { appointmentId };
        return accept(oweCall(state, { asked: request.body, id, by, notSafe, concerns }, moment));
      },
      {
        also: async ({ next: state }, _before, at) => {
          const owed = state.callBacks?.at(-1);
          if (!owed) return [];
          const { id: callBackId, by } = owed;
          const { team } = state;
          return [openDeskTask(callBackTask({ caseId, state, callBackId, by, team, at }))];
        },
        told: ({ after, at }) => answeredBy(byOf(after.isUrgent, at), notSafe),
      },
    );
  },
});
