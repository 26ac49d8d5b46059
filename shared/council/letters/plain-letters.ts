import type * as z from 'zod';
import type { Letter, LetterId, Letters } from './letters.ts';

const greeting = 'Dear ((person name)),';

// How to ask for another format stands in every letter (Accessible Information Standard).
const ending = [
  'Call us on ((phone)), ((opening hours)), if anything is not clear.',
  '((other formats)) ((languages))',
  'What our words mean: ((glossary))',
  '((council name))',
].join('\n\n');

// What is no decision can be complained of too, and whoever may complain is told how, and to whom
// after that (SI 2009/309).
const complain = [
  'You can also complain: call us on ((phone)) or write to us, and say that it is a complaint.',
  'If you are not happy with our answer, you can go to the Local Government and Social Care',
  'Ombudsman: call 0300 061 0614.',
].join(' ');

/** Whoever is told of a decision is told how to question it. */
export const question = `If you think that this is wrong, tell us. Somebody else will then look at it again. ${complain}`;
export const unhappy = `If you are not happy with how we deal with this, tell us. ${complain}`;

/** What cannot wait for an answer: nobody reads a request while the office is closed. */
export const ifItCannotWait = [
  'If things get worse before then, call us straight away.',
  'When we are closed, call ((out-of-hours phone)). If anybody is in danger, call 999.',
].join(' ');

type Paragraphs = readonly string[];

function letter(subject: string, paragraphs: Paragraphs, text?: string): z.input<typeof Letter> {
  const body = [greeting, ...paragraphs, ending].join('\n\n');
  return text === undefined ? { subject, body } : { subject, body, text };
}

/** Letters in plain words, which any preset may use or replace. */
export const plainLetters: z.input<typeof Letters> = {
  'contact-received': letter('We have your request: ((reference))', [
    'Thank you for getting in touch about care and support. Your reference is ((reference)).',
    'We will tell you what happens next by ((date)).',
    '((under 18))',
    ifItCannotWait,
    unhappy,
  ]),
  'advice-given': letter('Advice for you', [
    'We talked about what could help you now:',
    '((advice))',
    'You can ask us for an assessment of your needs at any time. It is free.',
    question,
  ]),
  referred: letter('What happens next with your request', [
    'We have passed your request to ((team name)). You do not need to tell your story again.',
    'What happens next: ((next step)) This will be by ((date)).',
    unhappy,
  ]),
  'appointment-booked': letter(
    'Your appointment on ((date))',
    [
      'We will see you on ((date)). The time is ((time)). The place is: ((place)).',
      'You can have somebody with you. Tell us if you need an interpreter, or help to get there.',
      'Call us if the day or the time does not suit you.',
      unhappy,
    ],
    '((council name)): your appointment is on ((date)), ((time)). Does it not suit you? Call ((phone)).',
  ),
  'appointment-changed': letter(
    'Your appointment has changed',
    [
      'Your appointment is now on ((date)). The time is ((time)). The place is: ((place)).',
      'Call us if the day or the time does not suit you.',
      unhappy,
    ],
    '((council name)): your appointment is now on ((date)), ((time)). Does it not suit you? Call ((phone)).',
  ),
  'appointment-cancelled': letter(
    'Your appointment is cancelled',
    [
      'Your appointment on ((date)) will not take place. We are sorry if this is our doing.',
      'Call us to book another.',
      unhappy,
    ],
    '((council name)): your appointment on ((date)) is cancelled. Call ((phone)) to book another.',
  ),
  'appointment-reminder': letter(
    'Your appointment on ((date))',
    [
      'This is to remind you: your appointment is on ((date)). The time is ((time)). The place is: ((place)).',
      'You can have somebody with you. Call us if the day or the time does not suit you any more.',
      unhappy,
    ],
    '((council name)): your appointment is on ((date)), ((time)). Can you not come? Call ((phone)).',
  ),
  'equipment-prescribed': letter('Equipment for you', [
    'We have ordered this for you: ((equipment)). You do not pay for it.',
    'Tell us if it does not come, or if it does not help.',
    question,
  ]),
  'waiting-list-re-check': letter('You are still on our list', [
    'You are waiting for us, and we have not forgotten you. We have looked again at how you are.',
    'Has anything changed? Then call us, and we will look again at how soon you are seen.',
    unhappy,
  ]),
  'assessment-copy': letter('Your assessment', [
    'This is what we wrote down when we assessed your needs. Keep it.',
    '((reason))',
    'You can have the whole record, and we give it to others only if you ask us to.',
    unhappy,
  ]),
  determination: letter('Our decision about your eligible needs', [
    '((reason))',
    '((advice))',
    question,
  ]),
  'indicative-budget': letter('Your indicative budget', [
    'Your indicative budget is ((weekly amount)) a week. It is a starting point for planning, not a decision.',
    'You can use it to think about the support that would suit you.',
    '((reason))',
    question,
  ]),
  'second-look-asked': letter('We will look at our decision again', [
    'You asked us to look again at our decision about ((decision)). Somebody else than before will do it.',
    'We will tell you what comes of it by ((date)).',
    'The support that you have goes on meanwhile.',
    unhappy,
  ]),
  'second-look-upheld': letter('We have looked at our decision again', [
    'You asked us to look again at our decision about ((decision)). Somebody else has done it.',
    'The decision stays as it was. This is why:',
    '((reason))',
    unhappy,
  ]),
  'second-look-changed': letter('We will decide again', [
    'You asked us to look again at our decision about ((decision)). Somebody else has done it.',
    'The decision was not right. This is why:',
    '((reason))',
    'What we will put right: ((to put right))',
    'We will now decide again, and write to you.',
    'The support that you have goes on meanwhile.',
    unhappy,
  ]),
  'plan-agreed': letter('Your support plan', [
    'You and ((worker name)) talked through your support plan. This is to tell you that it is agreed.',
    'Two people now check it. We will tell you by ((date)).',
    question,
  ]),
  'plan-not-agreed': letter('Your support plan', [
    'You and ((worker name)) talked through your support plan. You do not agree with all of it.',
    'We have written down what you do not agree with, and what was done to agree it.',
    'Two people now check the plan, and read that too. We will tell you by ((date)).',
    question,
  ]),
  contribution: letter('What you pay towards your support', [
    'We have worked out what you pay. For now this is ((contribution)) a week.',
    '((reason))',
    'Tell us when your money changes. Your support does not wait for this.',
    question,
  ]),
  'charge-provisional': letter('What you pay for now', [
    'For now you pay ((contribution)) a week. It is a provisional amount, from ((date)).',
    '((reason))',
    'We help you with papers and forms: call us. Your support does not wait for this.',
    question,
  ]),
  'charge-full-cost': letter('You pay the full cost of your care', [
    'You pay all that your care costs. Now this is ((contribution)) a week, from ((date)).',
    '((reason))',
    'You can have a statement of how we worked it out. Tell us when your money changes.',
    question,
  ]),
  'charge-changed': letter('What you pay has changed', [
    'We have worked out again what you pay. It is ((contribution)) a week, and counts from ((date)).',
    '((reason))',
    'You can have a statement with every week. Your support does not wait for this.',
    question,
  ]),
  'charge-new-year': letter('What you pay from the new year', [
    'New rates begin on ((date)). From then on you pay ((contribution)) a week.',
    '((reason))',
    'You can have a statement of how we worked it out. Tell us when your money changes.',
    question,
  ]),
  'contribution-statement': letter('What you pay for your care: your statement', [
    'This is what you pay for the last four weeks of your care.',
    '((reason))',
    'If a visit was missed or something is not right, tell us. You need not pay what we are looking into. You cannot pay? Call us: we agree on small steps with you. Your support goes on.',
    question,
  ]),
  'contribution-reminder': letter('A reminder of what is to be paid', [
    '((reason))',
    'Perhaps you have paid already: then thank you. You cannot pay, or something is not right? Call us. We agree on small steps with you, or look at what you pay again.',
    'Your support goes on, whatever is to be paid.',
    unhappy,
  ]),
  'contribution-dispute-answered': letter('We have looked at your statement', [
    'You told us that a statement of what you pay was not right. This is our answer:',
    '((reason))',
    question,
  ]),
  'contribution-instalments': letter('Paying for your care bit by bit', [
    '((reason))',
    'Does this not fit your life, or has something changed? Call us. Your support goes on, whatever is to be paid.',
    question,
  ]),
  'budget-authorised': letter('Your personal budget', [
    'Your personal budget is ((weekly amount)) a week. For now you pay ((contribution)) a week of it.',
    'Every four weeks your budget makes ((four-weekly amount)).',
    '((reason))',
    question,
  ]),
  'direct-payment-agreed': letter('Your direct payment', [
    'You asked for a direct payment, and we have agreed. With it you buy your support yourself.',
    'We will ask you to sign an agreement and to name a bank account. Nothing is paid before that.',
    question,
  ]),
  'direct-payment-refused': letter('Your request for a direct payment', [
    'You asked for a direct payment. We cannot agree to it now.',
    '((reason))',
    'Your support goes on in another way. You can ask us again at any time.',
    question,
  ]),
  'direct-payment-ended': letter('Your direct payment ends', [
    'The last day that we pay for is ((date)). This is why:',
    '((reason))',
    'Then we look at the account together. What is still owed is paid, and what was paid ahead is given back.',
    'Your support goes on in another way. You can ask for a direct payment again at any time.',
    question,
  ]),
  'account-changed': letter('The bank account for your direct payment', [
    'Somebody told us of another bank account for your direct payment. We check it before we pay to it.',
    'Payments wait until then. Was this not you? Call us at once on ((phone)).',
    unhappy,
  ]),
  'direct-payment-return-asked': letter('Show us how your direct payment was used', [
    'Please tell us by ((date)) what your direct payment was spent on.',
    '((reason))',
    'Send your bank statements, payslips and bills with it. Money that you keep for holiday pay, redundancy, tax or insurance is yours to keep for that.',
    'We can help you with it: call us. Your payments go on.',
    unhappy,
  ]),
  'direct-payment-return-late': letter('We have not heard how your direct payment was used', [
    'We asked you to tell us by ((date)) what your direct payment was spent on, and have not heard from you.',
    '((reason))',
    'Is something wrong, or do you need help with it? Call us. Your payments go on.',
    unhappy,
  ]),
  'direct-payment-return-questioned': letter('A question about your direct payment', [
    'Thank you for showing us how your direct payment was used. We have a question.',
    '((reason))',
    'Please answer by ((date)). Your payments go on.',
    unhappy,
  ]),
  'direct-payment-return-not-accepted': letter('What you showed us of your direct payment', [
    'We have looked at what you showed us, and cannot accept it as it is.',
    '((reason))',
    'Your payments go on. Nothing has to be paid back before you have had another letter.',
    question,
  ]),
  'direct-payment-reclaimed': letter('Money of your direct payment to pay back', [
    '((reason))',
    'Please pay by ((date)). If you cannot pay it all at once, call us: we find a way together. Your support goes on.',
    question,
  ]),
  'direct-payment-taken-off': letter('Money that we take off your direct payment', [
    '((reason))',
    'Would this leave you without the support that you need? Call us: we find a way together.',
    question,
  ]),
  'direct-payment-reclaim-late': letter('Money of your direct payment that is not paid back yet', [
    'We asked you to pay money of your direct payment back by ((date)).',
    '((reason))',
    'Can you not pay it, or do you think that it is wrong? Call us: we find a way together. Your support goes on.',
    question,
  ]),
  'direct-payment-stopped': letter('Your direct payment waits', [
    'We do not pay your direct payment for now. This is why, and how you get your support until then:',
    '((reason))',
    'Is your support not there, or do you think that we are wrong? Call us at once on ((phone)).',
    question,
  ]),
  'direct-payment-goes-on': letter('Your direct payment goes on', [
    'We pay your direct payment again. What was kept back comes with the next payment.',
    unhappy,
  ]),
  'support-started': letter('Your support has started', [
    'Your support started on ((date)). What happens next: ((next step))',
    'Tell us at once if somebody does not come or if something is not right.',
    unhappy,
  ]),
  'review-due': letter('Let us look at your support together', [
    'We would like to talk with you about your support by ((date)).',
    'We will talk about what works, what does not, and whether the money is right. You can have somebody with you.',
    unhappy,
  ]),
  closed: letter('We have closed your case', [
    '((reason))',
    'You can come back at any time: call ((phone)) and give your reference ((reference)). We will not ask you everything again.',
    question,
  ]),
};

/** The shared letters, with those that a council says in words of its own: a subject and paragraphs,
 * between the shared greeting and ending. */
export function plainLettersWith(
  own: Readonly<Partial<Record<LetterId, readonly [subject: string, paragraphs: Paragraphs]>>>,
): z.input<typeof Letters> {
  const replaced = Object.entries(own).map(([id, [subject, paragraphs]]) => {
    return [id, letter(subject, paragraphs)] as const;
  });
  return { ...plainLetters, ...Object.fromEntries(replaced) };
}
