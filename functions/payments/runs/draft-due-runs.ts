import * as z from 'zod';
import { addDays, CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { type PayPeriod, periodsToPay } from '#shared/domain/calendar/pay-calendar.ts';
import { preparedUpTo } from '#shared/domain/payment/next-pay-date.ts';
import { draftRun } from '#shared/domain/run/draft-run.ts';
import { runIdOf, runRowWrite } from '#shared/stores/money/runs/run-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import type { Ports } from '../../ports.ts';
import { machineWrites } from './waiting-run.ts';

const watermarkKey = { pk: 'PAY-CALENDAR', sk: 'WATERMARK' };
// The first time ever, the calendar looks one period back, so that the newest run is not left out.
const firstLookBackDays = 28;
const actor = { id: 'pay-calendar', role: 'service' };
const Watermark = z.looseObject({ preparedUpTo: CivilDate });

type DraftingPorts = Pick<Ports, 'table' | 'runs' | 'council' | 'system'>;

/** Drafts the runs whose pay date is near, or was missed, by the council's pay calendar. The
 * watermark is the last pay date that was seen to; asked twice, late, or after days of silence, it
 * drafts each period's run once, because the run's id is made from the period. */
export async function draftDueRuns(ports: DraftingPorts): Promise<{ readonly drafted: number }> {
  const { table, council } = ports;
  const now = ports.system.now();
  const today = preparedUpTo(council.payCalendar, civilDateInLondon(now));
  const kept = await table.get(watermarkKey);
  const watermark = kept ? Watermark.parse(kept).preparedUpTo : addDays(today, -firstLookBackDays);
  const periods = periodsToPay(council.payCalendar, { watermark, today });
  let drafted = 0;
  for (const period of periods) if (await draft(period, now, ports)) drafted += 1;
  if (today > watermark) {
    await table.write([{ put: { ...watermarkKey, schema: 1, preparedUpTo: today } }]);
  }
  return { drafted };
}

async function draft(period: PayPeriod, at: string, { runs }: DraftingPorts): Promise<boolean> {
  const runId = runIdOf(period.start);
  const { type, body, next } = draftRun(period);
  const event = {
    id: derivedId(['run-drafted', runId, at]),
    aggregateId: runId,
    type,
    at,
    actor,
    request: null,
    body,
    after: next,
  };
  const result = await runs.append(undefined, event, [
    runRowWrite(runId, next),
    ...machineWrites({ runId, before: undefined, next: next.status, at }),
  ]);
  return result.appended;
}
