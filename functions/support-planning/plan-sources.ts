import type { Council } from '#shared/council/schema.ts';
import { eighteenthBirthday } from '#shared/domain/budget/eighteenth-birthday.ts';
import type { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { staffAtDraft } from '#shared/domain/plan/draft/plan-draft.ts';
import type { PlanSources } from '#shared/domain/plan/write-plan.ts';
import {
  type PlanDraftName,
  planDraftIn,
  planDraftKey,
} from '#shared/stores/cases/plan-draft-store.ts';
import { ProviderStanding, standingKey } from '#shared/stores/money/orders/provider-store.ts';
import { summaryIn, summaryKey } from '#shared/stores/people/person-summary.ts';
import type { Table } from '#shared/stores/table/table.ts';

interface NamingLine {
  readonly offer?: { readonly providerId: string } | undefined;
}

interface PlanAsked {
  readonly personId: string;
  readonly lines: readonly NamingLine[];
  readonly draft: PlanDraftName;
}

/** What a plan rests on besides the case, in one request: whose it is, who makes the offers that its
 * lines name, and who wrote at a draft of it. */
export async function readPlanSources(
  asked: PlanAsked,
  { table, council }: { readonly table: Table; readonly council: Council },
): Promise<PlanSources> {
  const [person, draft, ...providers] = await table.getMany([
    summaryKey(asked.personId),
    planDraftKey(asked.draft),
    ...providersNamed(asked.lines).map(standingKey),
  ]);
  return {
    settings: council,
    eighteenth: eighteenthOf(person && summaryIn(person).details),
    providers: providers.flatMap((item) => (item ? [ProviderStanding.parse(item)] : [])),
    drafted: staffAtDraft(planDraftIn(draft)?.writers ?? []),
  };
}

export function providersNamed(lines: readonly NamingLine[]): string[] {
  return [...new Set(lines.flatMap(({ offer }) => (offer ? [offer.providerId] : [])))];
}

/** Null where nobody has told the date of birth: nobody is turned away for leaving it out. */
export function eighteenthOf(
  details: { readonly dateOfBirth?: CivilDate | undefined } | undefined,
): CivilDate | null {
  const birthDate = details?.dateOfBirth;
  return birthDate === undefined ? null : eighteenthBirthday(birthDate);
}
