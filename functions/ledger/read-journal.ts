import * as z from 'zod';
import { NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { journalCsv } from '#shared/domain/ledger/journal.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { entriesBookedOn } from '#shared/stores/money/ledger/ledger-store.ts';
import type { Ports } from '../ports.ts';

export const readJournal = staffOperation({
  id: 'read-journal',
  method: 'GET',
  path: '/ledger/journals/{day}',
  tag: 'Ledger',
  roles: ['finance-officer', 'finance-approver'],
  summary:
    'What a day that is over means for the general ledger, by account and cost centre, runs apart',
  params: z.strictObject({ day: CivilDate }),
  query: NoQuery,
  answer: z.string().meta({ description: 'A table of values with commas between them' }),
  answerType: 'text/csv',
  async handle({ params }, { table, system }: Pick<Ports, 'table' | 'system'>) {
    const { day } = params;
    if (day >= civilDateInLondon(system.now())) {
      return refuse('wrong-stage', 'A journal is drawn up once its day is over.');
    }
    const entries = await entriesBookedOn(table, day);
    const text = journalCsv(entries, { on: day, reference: `journal-${day}` });
    return accept({ status: 200, file: { text, type: 'text/csv', name: `journal-${day}.csv` } });
  },
});
