import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import type { CaseState } from '#shared/domain/case/case-state.ts';
import { hasDied } from '#shared/domain/case/ending/note-death.ts';
import { recordUprating } from '#shared/domain/uprating/record-uprating.ts';
import { type UpratingRules, uprateCharge } from '#shared/domain/uprating/uprate-charge.ts';
import type { NewEvent, RecordedEvent } from '#shared/stores/events/event.ts';
import { upratedWrite } from '#shared/stores/money/charges/charged-case-store.ts';
import type { UpratingCase } from '#shared/stores/money/charges/uprating-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { TableBusy } from '#shared/stores/table/table.ts';
import { followCharge } from './follow-charge.ts';
import type { UpratingPorts } from './go-on.ts';

export interface Writing {
  readonly runId: string;
  /** Who committed the uprating. */
  readonly by: string;
  readonly rules: UpratingRules;
}

const attemptsMax = 3;

/** Writes one case its charge of the new year, with the mark that it has it. Left alone is a case that
 * ended, whose person died, or whose finances were assessed since the dry run: nobody has looked at
 * what it would come to. So is one that cannot be worked any more, which holds up none of the others. */
export async function writeCharge(
  row: Extract<UpratingCase, { outcome: 'worked' }>,
  writing: Writing,
  ports: UpratingPorts,
): Promise<void> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const last = await ports.cases.last(row.caseId);
    if (!last || hasDied(last.after) || last.after.records.finances !== row.finances) return;
    const event = await eventOf(last, writing, ports);
    if (!event) return;
    const mark = upratedWrite(row.caseId, writing.rules.terms.ratesFrom, writing.runId);
    const result = await ports.cases.append(last, event, [mark]);
    if (result.appended) return followCharge(result.event, writing, ports);
    // The mark is there already: another call of this very run was faster.
    if (result.because === 'also') return;
  }
  throw new TableBusy('a case was being changed by others at each attempt');
}

/** The event that gives the case its new charge; none where it has ended or cannot be worked. */
async function eventOf(
  last: RecordedEvent<CaseState>,
  { runId, by, rules }: Writing,
  { cases, council, system }: UpratingPorts,
): Promise<NewEvent<CaseState> | undefined> {
  const { aggregateId: caseId, after, sequence } = last;
  const { finances = 0 } = after.records;
  const assessed = sequence === finances ? last : await cases.at(caseId, finances);
  const uprated = uprateCharge(assessed?.body, rules);
  if (uprated.leftOut !== undefined) return undefined;
  const at = system.now();
  const actor = { id: by, role: 'service' };
  const { provisionalWeeklyPence } = council.charging;
  const about = { runId, rules, provisionalWeeklyPence };
  const moment = { actor, today: civilDateInLondon(at), event: sequence + 1 };
  const decision = recordUprating(after, uprated, about, moment);
  if (!decision.accepted) return undefined;
  const { type, body, next } = decision.value;
  const id = derivedId(['uprated', runId, caseId]);
  return { id, aggregateId: caseId, type, at, actor, request: null, body, after: next };
}
