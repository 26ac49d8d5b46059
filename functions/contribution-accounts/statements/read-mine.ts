import * as z from 'zod';
import { NoParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { residentOperation } from '#shared/contracts/operation.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { agedDebt } from '#shared/domain/contribution-account/debt/open-items.ts';
import { accept } from '#shared/domain/outcome.ts';
import { contributionAccounts } from '#shared/stores/money/contributions/account-log.ts';
import {
  BilledStatement,
  pageOfStatements,
} from '#shared/stores/money/contributions/statement-store.ts';
import { casesOfPerson } from '#shared/stores/people/person-store.ts';
import type { Ports } from '../../ports.ts';
import { MyAccount, showMine } from './my-account.ts';

const MyStatement = BilledStatement.pick({
  from: true,
  to: true,
  issuedOn: true,
  dueOn: true,
  totalPence: true,
}).meta({ id: 'MyContributionStatement' });

const MyContributions = z
  .strictObject({
    accounts: z.array(MyAccount.extend({ statements: z.array(MyStatement) })),
  })
  .meta({ id: 'MyContributions' });

// The newest of everything: nobody has more cases that are billed at once.
const casesMax = 3;
const statementsMax = 14;

export const readMyContributions = residentOperation({
  id: 'read-my-contributions',
  method: 'GET',
  path: '/my/contributions',
  tag: 'My case',
  summary: 'See what you pay for your care, your statements, and what you have paid',
  params: NoParams,
  query: NoQuery,
  answer: MyContributions,
  async handle({ caller }, { table, system }: Pick<Ports, 'table' | 'system'>) {
    const caseIds = await casesOfPerson(table, caller.personId);
    const today = civilDateInLondon(system.now());
    const shown = await Promise.all(
      caseIds.slice(0, casesMax).map(async (caseId) => {
        const [last, page] = await Promise.all([
          contributionAccounts(table).last(caseId),
          pageOfStatements(table, caseId, { limit: statementsMax }),
        ]);
        if (!last) return [];
        const mine = showMine({
          ...last.after,
          caseId,
          on: today,
          debt: agedDebt(last.after, today),
        });
        const statements = page.statements
          .filter(({ event }) => event !== null)
          .map((statement) => MyStatement.strip().parse(statement));
        return [{ ...mine, statements }];
      }),
    );
    return accept({ status: 200, body: { accounts: shown.flat() } });
  },
});
