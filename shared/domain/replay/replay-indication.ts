import * as z from 'zod';
import { replayAllocation } from '../allocation/allocate.ts';
import { IndicativeBudget } from '../allocation/indicative-budget.ts';
import { versionNamed } from '../allocation/policy-item.ts';
import type { Questionnaire } from '../allocation/questionnaire.ts';
import {
  compareWithReckoner,
  HelpMinutes,
  type ReadyReckoner,
  ReckonerComparison,
} from '../allocation/ready-reckoner.ts';
import type { AllocationTable } from '../allocation/tables.ts';
import { formatPounds } from '../money/pence.ts';
import { accept } from '../outcome.ts';
import type { DecidedEvent } from './decided-event.ts';
import { compared, leftOut, type Replayed, unworkable } from './replayed.ts';

/** Every version of a council's resource allocation that is kept. */
export interface KeptAllocation {
  readonly questionnaires: readonly Questionnaire[];
  readonly tables: readonly AllocationTable[];
  readonly readyReckoners: readonly ReadyReckoner[];
}

const Recorded = z.looseObject({
  allocation: z.unknown(),
  carerAllocation: z.unknown(),
  readyReckoner: z.unknown(),
});
const Basis = z.looseObject(
  IndicativeBudget.pick({
    questionnaireVersion: true,
    tableVersion: true,
    inputs: true,
    indicativeWeeklyPence: true,
  }).shape,
);
const Reckoned = z.looseObject({
  ...ReckonerComparison.pick({ readyReckonerVersion: true, readyReckonerWeeklyPence: true }).shape,
  help: HelpMinutes.optional(),
});
const After = z.looseObject({ allocation: z.looseObject({ weeklyPence: z.unknown() }).nullish() });

/** Works an indicative budget again by the questionnaire and the table that it names, and what was
 * shown beside it: the carer's own, and the ready reckoner. */
export function replayIndication({ body, after }: DecidedEvent, kept: KeptAllocation): Replayed[] {
  const recorded = Recorded.safeParse(body);
  if (!recorded.success) return [leftOut('indicative budget', 'its inputs are not kept')];
  const { allocation, carerAllocation, readyReckoner } = recorded.data;
  const carried = After.parse(after).allocation?.weeklyPence;
  return [
    replayBudget('indicative budget', allocation, { kept, carried }),
    ...(carerAllocation
      ? [replayBudget("carer's indicative budget", carerAllocation, { kept })]
      : []),
    ...(readyReckoner ? [replayReckoner(readyReckoner, allocation, kept)] : []),
  ];
}

function replayBudget(
  what: string,
  recorded: unknown,
  { kept, ...from }: { readonly kept: KeptAllocation; readonly carried?: unknown },
): Replayed {
  const basis = Basis.safeParse(recorded);
  if (!basis.success) return unworkable(what, 'its inputs cannot be read');
  const { questionnaireVersion, tableVersion, indicativeWeeklyPence } = basis.data;
  const worked = replayAllocation(basis.data, kept);
  const sum = formatPounds(indicativeWeeklyPence);
  return {
    what,
    told: `${questionnaireVersion}, ${tableVersion}: ${sum} a week`,
    result: compared(
      { budget: { ...basis.data, inputs: undefined }, ...from },
      worked.accepted
        ? accept({
            budget: { ...worked.value, inputs: undefined },
            ...('carried' in from ? { carried: worked.value.indicativeWeeklyPence } : {}),
          })
        : worked,
    ),
  };
}

function replayReckoner(recorded: unknown, allocation: unknown, kept: KeptAllocation): Replayed {
  const what = 'ready reckoner';
  const reckoned = Reckoned.safeParse(recorded);
  const budget = Basis.safeParse(allocation);
  if (!reckoned.success || !budget.success) return unworkable(what, 'its inputs cannot be read');
  const { help, readyReckonerVersion, readyReckonerWeeklyPence } = reckoned.data;
  if (help === undefined) return leftOut(what, 'its inputs are not kept');
  const reckoner = versionNamed(kept.readyReckoners, readyReckonerVersion);
  const worked = reckoner.accepted
    ? compareWithReckoner(budget.data.indicativeWeeklyPence, reckoner.value, help)
    : reckoner;
  const told = `${readyReckonerVersion}: ${formatPounds(readyReckonerWeeklyPence)} a week`;
  return { what, told, result: compared(reckoned.data, worked) };
}
