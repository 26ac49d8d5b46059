import type { Letters } from './letters.ts';

const ending =
  '\n\nCall us on ((phone)) if anything is not clear, or if you would like this letter in another format or language. What our words mean: ((glossary))\n\n((council name))';

/** Letters in plain words, which any preset may use or replace. */
export const plainLetters: Letters = {
  'contact-received': {
    subject: 'We have your request: ((reference))',
    body: `Dear ((person name)),\n\nThank you for getting in touch about care and support. Your reference is ((reference)). We will tell you what happens next by ((date)). If things get worse before then, call us straight away.${ending}`,
  },
  'advice-given': {
    subject: 'Advice for you',
    body: `Dear ((person name)),\n\nWe talked about what could help you now:\n\n((advice))\n\nYou can ask us for an assessment of your needs at any time. It is free.${ending}`,
  },
  referred: {
    subject: 'What happens next with your request',
    body: `Dear ((person name)),\n\nWe have passed your request on. Next step: ((next step)), by ((date)). You do not need to tell your story again.${ending}`,
  },
  determination: {
    subject: 'Our decision about your eligible needs',
    body: `Dear ((person name)),\n\n((reason))\n\n((advice))\n\nIf you think that this is wrong, tell us and somebody else will look at it again. You can also complain to the Local Government and Social Care Ombudsman.${ending}`,
  },
  'indicative-budget': {
    subject: 'Your indicative budget',
    body: `Dear ((person name)),\n\nYour indicative budget is ((weekly amount)) a week. It is a starting point for planning, not a decision. You can use it to think about the support that would suit you.\n\n((reason))${ending}`,
  },
  'plan-agreed': {
    subject: 'Your support plan',
    body: `Dear ((person name)),\n\nThis is your copy of the support plan that you and ((worker name)) talked through. Two people now check it. We will tell you by ((date)).${ending}`,
  },
  'budget-authorised': {
    subject: 'Your personal budget',
    body: `Dear ((person name)),\n\nYour personal budget is ((weekly amount)) a week. For now you pay ((contribution)) a week of it. Every four weeks that makes ((four-weekly amount)).\n\n((reason))${ending}`,
  },
  'support-started': {
    subject: 'Your support has started',
    body: `Dear ((person name)),\n\nYour support started on ((date)). Next step: ((next step)). Tell us at once if somebody does not come or if something is not right.${ending}`,
  },
  'review-due': {
    subject: 'Let us look at your support together',
    body: `Dear ((person name)),\n\nWe would like to talk with you about your support by ((date)): what works, what does not, and whether the money is right. You can have somebody with you.${ending}`,
  },
  closed: {
    subject: 'We have closed your case',
    body: `Dear ((person name)),\n\n((reason))\n\nYou can come back at any time: call ((phone)) and give your reference ((reference)). We will not ask you everything again.${ending}`,
  },
};
