import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { hasDied } from '#shared/domain/case/ending/note-death.ts';
import { recordUprating } from '#shared/domain/uprating/record-uprating.ts';
import { type UpratingRules, uprateCharge } from '#shared/domain/uprating/uprate-charge.ts';
import { upratedWrite } from '#shared/stores/money/charged-case-store.ts';
import type { UpratingCase } from '#shared/stores/money/uprating-store.ts';
import { derivedId } from '#shared/stores/table/digest.ts';
import { TableBusy } from '#shared/stores/table/table.ts';
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
  { caseId, finances }: Extract<UpratingCase, { outcome: 'worked' }>,
  { runId, by, rules }: Writing,
  { cases, council, system }: UpratingPorts,
): Promise<void> {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const last = await cases.last(caseId);
    if (!last || last.after.status === 'closed' || hasDied(last.after)) return;
    if (last.after.records.finances !== finances) return;
    const assessed = last.sequence === finances ? last : await cases.at(caseId, finances);
    const uprated = uprateCharge(assessed?.body, rules);
    if (uprated.leftOut !== undefined) return;
    const at = system.now();
    const actor = { id: by, role: 'service' };
    const moment = { actor, today: civilDateInLondon(at), event: last.sequence + 1 };
    const about = {
      runId,
      rules,
      provisionalWeeklyPence: council.charging.provisionalWeeklyPence,
    };
    const decision = recordUprating(last.after, uprated, about, moment);
    if (!decision.accepted) return;
    const { type, body, next } = decision.value;
    const event = {
      id: derivedId(['uprated', runId, caseId]),
      aggregateId: caseId,
      type,
      at,
      actor,
      request: null,
      body,
      after: next,
    };
    const mark = upratedWrite(caseId, rules.terms.ratesFrom, runId);
    const result = await cases.append(last, event, [mark]);
    // The mark is there already: another call of this very run was faster.
    if (result.appended || result.because === 'also') return;
  }
  throw new TableBusy('a case was being changed by others at each attempt');
}
