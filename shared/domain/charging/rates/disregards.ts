import * as z from 'zod';
import { Slug } from '../../allocation/policy-item.ts';
import { CivilDate } from '../../calendar/civil-date.ts';
import { IncomeKind } from '../means/income-kinds.ts';

const marks = { law: z.string().min(1).max(200), isReadAtSource: z.boolean() };

/** Disregards that are lists, or that nobody has read at their source yet: data, so that a council
 * can put them right without a release. */
export const Disregards = z.strictObject({
  version: Slug,
  /** Incomes that are left out wherever the person lives. */
  incomes: z.array(z.strictObject({ kind: IncomeKind, ...marks })),
  /** Incomes that are left out while the person stays in a care home for a time. */
  incomesOfTemporaryResidents: z.array(z.strictObject({ kind: IncomeKind, ...marks })),
  /** Schemes whose payments are never counted as capital (SI 2014/2672 Sch 2), each from its
   * day. */
  compensationSchemes: z.array(
    z.strictObject({ id: Slug, name: z.string().min(1), from: CivilDate, ...marks }),
  ),
});
export type Disregards = z.infer<typeof Disregards>;
