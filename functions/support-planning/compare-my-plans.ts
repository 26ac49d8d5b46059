import * as z from 'zod';
import { CaseParams } from '#shared/contracts/case-answer.ts';
import { residentOperation } from '#shared/contracts/operation.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { accept } from '#shared/domain/outcome.ts';
import { Cost, planTotals } from '#shared/domain/plan/plan-totals.ts';
import { ChangesInWords, changesSince } from '#shared/domain/plan/statement/changes-in-words.ts';
import { LineInWords, lineInWords } from '#shared/domain/plan/statement/line-in-words.ts';
import { readOwnCase } from '../cases/own-case.ts';
import type { Ports } from '../ports.ts';
import { readVersions, Versions } from './plan-versions.ts';
import { standingOf } from './sheet/standing-of-plan.ts';

const Side = z
  .strictObject({
    version: z.int().positive(),
    writtenOn: CivilDate,
    /** How far it is on its way, in words. */
    standing: z.string(),
    lines: z.array(LineInWords),
    budget: Cost,
  })
  .meta({ id: 'MyPlanVersion' });

export const compareMyPlans = residentOperation({
  id: 'compare-my-plans',
  method: 'GET',
  path: '/my/cases/{caseId}/plan-comparison',
  tag: 'My case',
  summary: 'The plan that you have now beside the new one, and what is another in it',
  params: CaseParams,
  query: Versions,
  answer: z
    .strictObject({ from: Side, to: Side, changes: ChangesInWords })
    .meta({ id: 'MyPlanComparison' }),
  async handle({ params, query, caller }, ports: Pick<Ports, 'cases' | 'people'>) {
    const last = await readOwnCase(params.caseId, caller.personId, ports);
    if (!last.accepted) return last;
    const found = await readVersions(last.value, query, ports.cases);
    if (!found.accepted) return found;
    const { from, to } = found.value;
    const sideOf = ({ version, plan }: typeof from) => ({
      version,
      writtenOn: plan.writtenOn,
      standing: standingOf(last.value.after, version),
      lines: plan.lines.map(lineInWords),
      budget: planTotals(plan.lines).budget,
    });
    const changes = changesSince(from.plan, to.plan);
    return accept({ status: 200, body: { from: sideOf(from), to: sideOf(to), changes } });
  },
});
