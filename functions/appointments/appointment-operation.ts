import { CaseAnswer, CaseParams, Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { derivedId } from '#shared/stores/table/digest.ts';

export const AppointmentParams = CaseParams.extend({ appointmentId: Id });

/** What the operations on an appointment have in common. */
export const onAppointment = {
  method: 'POST',
  tag: 'Appointments',
  roles: ['adviser', 'practitioner', 'team-manager', 'duty-manager', 'finance-officer'],
  params: AppointmentParams,
  query: NoQuery,
  answer: CaseAnswer,
} as const;

/** The id of the appointment that an event of a case booked. */
export function appointmentIdOf(caseId: string, event: number): string {
  return derivedId(['appointment', caseId, String(event)]);
}
