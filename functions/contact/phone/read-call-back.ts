import * as z from 'zod';
import { CaseParams, Id, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { CallBackRequest } from '#shared/domain/call-back/request-call-back.ts';
import { SafeContactOnRecord } from '#shared/domain/contact/reaching/how-to-reach.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { factsOf } from '#shared/domain/person/person-state.ts';
import type { Ports } from '../../ports.ts';

const CallBackView = CallBackRequest.pick({
  about: true,
  askedBy: true,
  number: true,
  bestTime: true,
})
  .extend({
    callBackId: Id,
    by: CivilDate,
    mayLeaveMessage: z.boolean(),
    /** They asked us, and it is not safe to call: answer them in another way. */
    notByPhone: z.boolean(),
    /** How it is safe to reach them, as it was told last. */
    safeContact: SafeContactOnRecord.nullable(),
    tries: z.int().nonnegative(),
  })
  .meta({ id: 'CallBackView' });

const Asked = CallBackRequest.pick({ about: true, askedBy: true, number: true, bestTime: true });

export const readCallBack = staffOperation({
  id: 'read-call-back',
  method: 'GET',
  path: '/cases/{caseId}/call-backs/{callBackId}',
  tag: 'Contact',
  roles: ['adviser', 'practitioner', 'team-manager', 'duty-manager'],
  summary: 'Whom to call, at which number and what about, while the call is owed',
  params: CaseParams.extend({ callBackId: Id }),
  query: NoQuery,
  answer: CallBackView,
  async handle({ params }, ports: Pick<Ports, 'cases' | 'people'>) {
    const last = await ports.cases.last(params.caseId);
    const owed = last?.after.callBacks?.find(({ id }) => id === params.callBackId);
    const promise = owed && (await ports.cases.at(params.caseId, owed.event));
    if (!promise) return refuse('not-found', 'No such call is owed on this case.');
    const { by, mayLeaveMessage, notByPhone, tries } = owed;
    const person = await ports.people.last(promise.after.personId);
    return accept({
      status: 200,
      body: {
        ...Asked.strip().parse(promise.body),
        callBackId: owed.id,
        by,
        mayLeaveMessage,
        notByPhone,
        safeContact: person ? factsOf(person.after).safeContact : null,
        tries,
      },
    });
  },
});
