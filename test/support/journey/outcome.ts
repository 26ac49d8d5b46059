import * as z from 'zod';
import type { RunningService } from '../running-service.ts';
import { Executions } from './executions.ts';
import type { Walk } from './walk.ts';

const Timeline = z.looseObject({ entries: z.array(z.looseObject({ type: z.string() })) });
const Subject = z.looseObject({ personalisation: z.looseObject({ subject: z.string() }) });

/** What a journey came to, without the ids that differ from one to the next. */
export async function outcomeOf(walk: Walk, service: RunningService) {
  const items = await service.items();
  const executions = new Executions(
    String(service.stack.services.endpoints['AWS_ENDPOINT_URL_SFN']),
  );
  const running = await executions.running();
  executions.close();
  const timeline = await walk.ask('practitioner', `GET /cases/${walk.caseId}/timeline`);
  const receipt = await walk.ask('public', `GET /public/receipts/${walk.receipt.reference}`, {
    headers: { 'x-receipt-secret': walk.receipt.secret },
  });
  const { state } = await walk.readCase();
  const kinds = items.map((item) => `${kindOf(item['pk'])} ${kindOf(item['sk'])}`);
  const letters = service.stack.notifications().map(({ body }) => Subject.parse(body));
  return {
    events: Timeline.parse(timeline.body).entries.map(({ type }) => type),
    items: Object.fromEntries(Object.entries(Object.groupBy(kinds, (kind) => kind)).map(countOf)),
    stage: Object(receipt.body).status,
    verdicts: Object(state).workflow.verdicts,
    letters: letters.map(({ personalisation }) => withoutReference(personalisation.subject)).sort(),
    running,
  };
}

function withoutReference(subject: string): string {
  return subject.replace(/ASC(-\w{4}){3}/, 'a reference');
}

function kindOf(key: unknown): string {
  return String(key).split('#')[0] ?? '';
}

function countOf([kind, list]: [string, readonly string[] | undefined]): [string, number] {
  return [kind, list?.length ?? 0];
}
