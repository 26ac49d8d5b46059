import * as z from 'zod';
import { readBacsFile } from '#test/support/read-bacs-file.ts';
import { openTarget, type Target } from './player/target.ts';

const Totals = z.looseObject({ count: z.int(), pence: z.int() });
const Run = z.looseObject({
  payOn: z.iso.date(),
  totals: z.looseObject({ sent: Totals }),
  file: z.looseObject({ count: z.int(), pence: z.int() }),
});
const Listed = z.looseObject({
  runs: z.array(z.looseObject({ runId: z.string(), status: z.string() })),
});

const approver = {
  comes: 'as-staff',
  id: 'reader',
  name: 'Reader of files',
  roles: ['finance-approver' as const],
  teams: [],
} as const satisfies Parameters<Target['tokenOf']>[0];

/** Reads the file of each run that was sent, as the bank would, and says what in it is not what the run
 * says: how many there were, and every difference. */
export async function readFiles(url: string): Promise<{ read: number; wrong: string[] }> {
  const target = await openTarget(url);
  const token = await target.tokenOf(approver);
  const get = async (path: string) => (await target.call({ method: 'GET', path, token })).body;
  const { runs } = Listed.parse(await get('/payment-runs?limit=100'));
  const sent = runs.filter(({ status }) => status === 'sent');
  const wrong: string[] = [];
  for (const { runId } of sent) {
    const run = Run.parse(await get(`/payment-runs/${runId}`));
    const text = await fetch(`${url}/payment-runs/${runId}/bacs-file`, {
      headers: { authorization: `Bearer ${token}` },
    }).then((answer) => answer.text());
    wrong.push(...differences(run, text).map((what) => `run ${runId}: ${what}`));
  }
  return { read: sent.length, wrong };
}

function differences({ totals, file, payOn }: z.infer<typeof Run>, text: string): string[] {
  const { records, totals: said, processedOn } = readBacsFile(text);
  const credits = records.filter(({ code }) => code === '99');
  const pence = credits.reduce((sum, record) => sum + record.pence, 0);
  const checks: readonly (readonly [what: string, found: unknown, expected: unknown])[] = [
    ['credits', credits.length, file.count],
    ['pence of the credits', pence, totals.sent.pence],
    ['credit total', said.creditPence, file.pence],
    ['debit total', said.debitPence, file.pence],
    ['processed before the money arrives', processedOn < payOn, true],
  ];
  return checks.flatMap(([what, found, expected]) =>
    found === expected ? [] : [`${what}: ${found}, not ${expected}`],
  );
}
