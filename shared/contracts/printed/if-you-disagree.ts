import type { TimeLimit } from '../../domain/calendar/time-limit.ts';

/** How a decision is questioned, told wherever one is told: another decider, by when they answer, a complaint,
 * and then the Ombudsman (SI 2009/309; Local Government Act 1974 Part 3). */
export function ifYouDisagree(phone: string, { count, unit }: TimeLimit): readonly string[] {
  const within = `${count} ${unit === 'days' ? 'days' : 'working days'}`;
  return [
    `Ask us to look at the decision again: call ${phone}, write to us or tell your worker. Somebody else than whoever decided will do it, and you will have our answer within ${within}. Tell us what we got wrong, or what we did not know.`,
    'The support that you have goes on meanwhile.',
    `You can also complain: call ${phone} or write to us, and say that it is a complaint. We will tell you within three working days that we have it.`,
    'If you are not happy with our answer, you can go to the Local Government and Social Care Ombudsman. It is free and independent: call 0300 061 0614, or see www.lgo.org.uk.',
  ];
}
