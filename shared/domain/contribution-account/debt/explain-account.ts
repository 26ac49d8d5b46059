import type { CivilDate } from '../../calendar/civil-date.ts';
import { formatPounds } from '../../money/pence.ts';
import { balanceOf, type ContributionAccount, leftToPay } from '../account-state.ts';
import { agreedInWords } from './ask-for-instalments.ts';
import { undisputed } from './open-items.ts';

type Told = Pick<
  ContributionAccount,
  'items' | 'creditPence' | 'disputes' | 'instalments' | 'instalmentsAsked'
>;

/** Where an account stands, in sentences for the person. */
export function explainAccount(account: Told, today: CivilDate): readonly string[] {
  const { disputes, instalments, instalmentsAsked } = account;
  return [
    ...whatIsOwed(account, today),
    ...(instalments ? agreedInWords(instalments) : []),
    ...(instalmentsAsked
      ? [
          `You asked to pay bit by bit. We answer by ${instalmentsAsked.answerBy}, and send no reminder before.`,
        ]
      : []),
    ...disputes.map(
      ({ reviewOn }) =>
        `We look into what you told us is not right. You need not pay that meanwhile. We answer by ${reviewOn}.`,
    ),
    'Your support goes on, whatever is to be paid.',
  ];
}

function whatIsOwed(account: Told, today: CivilDate): readonly string[] {
  const balancePence = balanceOf(account);
  if (balancePence < 0) {
    return [`You have paid ${formatPounds(-balancePence)} too much. It pays what comes next.`];
  }
  if (balancePence === 0) return ['There is nothing for you to pay now.'];
  const late = undisputed(account).filter(({ dueOn }) => dueOn < today);
  const latePence = leftToPay(late);
  const all = `You have ${formatPounds(balancePence)} to pay in all.`;
  return latePence === 0 || account.instalments
    ? [all]
    : [all, `Of this, ${formatPounds(latePence)} should have been paid by now.`];
}
