import type * as z from 'zod';
import { weeklyPenceForPoints } from '#shared/domain/allocation/convert-points.ts';
import type { Subject } from '#shared/domain/allocation/policy-item.ts';
import { inForceOn } from '#shared/domain/allocation/policy-item.ts';
import { pointsMax } from '#shared/domain/allocation/questionnaire.ts';
import { checkTable } from '#shared/domain/allocation/tables.ts';
import { addDays, type CivilDate } from '#shared/domain/calendar/civil-date.ts';
import { schemeVersionOn } from '#shared/domain/eligibility/schemes.ts';
import { Council } from './schema.ts';
import { referralFaults } from './teams/referral-rules.ts';
import type { TeamKind } from './teams/teams.ts';

/** A preset as it is written. Policy data comes from JSON files, whose types say too little to be
 * checked before they are parsed. */
export type CouncilInput = Omit<z.input<typeof Council>, 'ras'> & {
  readonly ras: {
    readonly questionnaires: readonly unknown[];
    readonly tables: readonly unknown[];
    readonly readyReckoners: readonly unknown[];
    readonly contingencyPercent: number;
  };
};

interface Fault {
  readonly field: string;
  readonly problem: string;
}

/** The teams without which a step of the journey would stand in nobody's queue. */
const neededTeams: readonly TeamKind[] = [
  'front-door',
  'social-work',
  'safeguarding',
  'hospital-and-reablement',
  'finance',
  'budget-management',
];

function repeats(ids: readonly string[], list: string, key: string): Fault[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [{ field: `${list}.${index}.${key}`, problem: `${id} appears twice` }],
  );
}

function teamFaults(council: Council): Fault[] {
  const kinds = new Set(council.teams.map((team) => team.kind));
  return [
    ...repeats(
      council.teams.map((team) => team.id),
      'teams',
      'id',
    ),
    ...neededTeams
      .filter((kind) => !kinds.has(kind))
      .map((kind) => ({ field: 'teams', problem: `there is no team of kind ${kind}` })),
  ];
}

function eligibilityFaults(council: Council): Fault[] {
  return council.eligibility.flatMap((rule, index) => {
    const field = `eligibility.${index}`;
    const faults: Fault[] = [];
    const days = [rule.from, ...(rule.until === undefined ? [] : [rule.until])];
    for (const day of days) {
      const lawful = schemeVersionOn(rule.scheme, day);
      if (!lawful.accepted) faults.push({ field, problem: lawful.refusal.detail });
    }
    if (rule.until !== undefined && rule.until < rule.from) {
      faults.push({ field: `${field}.until`, problem: 'is before the rule begins' });
    }
    const before = council.eligibility[index - 1];
    if (before === undefined) return faults;
    if (before.until === undefined || addDays(before.until, 1) !== rule.from) {
      faults.push({ field: `${field}.from`, problem: 'is not the day after the rule before it' });
    }
    return faults;
  });
}

/** Two of a kind that begin on one day would leave open which of them decides. */
function sameDayFaults(
  field: string,
  items: readonly { readonly subject?: Subject; readonly effectiveFrom: CivilDate }[],
): Fault[] {
  const begins = items.map(({ subject, effectiveFrom }) =>
    subject === undefined
      ? `begin on ${effectiveFrom}`
      : `for the ${subject} begin on ${effectiveFrom}`,
  );
  return begins
    .filter((words, index) => begins.indexOf(words) !== index)
    .map((words) => ({ field, problem: `two ${words}` }));
}

/** When the council first decides, and on each later day that a questionnaire or a table of the
 * subject begins, there must be one of each, and the table must have an amount for the most points
 * that the questionnaire can give. */
function subjectFaults(council: Council, subject: Subject): Fault[] {
  const { ras } = council;
  const questionnaires = ras.questionnaires.filter((item) => item.subject === subject);
  const tables = ras.tables.filter((item) => item.subject === subject);
  const first = council.eligibility[0]?.from;
  if (first === undefined) return [];
  const begins: CivilDate[] = [...questionnaires, ...tables].map((item) => item.effectiveFrom);
  const days = [first, ...begins.filter((day) => day > first)];
  return [...new Set(days)].flatMap((day) => {
    const questionnaire = inForceOn(questionnaires, day, 'questionnaire');
    const table = inForceOn(tables, day, 'allocation table');
    if (!questionnaire.accepted) {
      const problem = `there is none for the ${subject} on ${day}`;
      return [{ field: 'ras.questionnaires', problem }];
    }
    if (!table.accepted) {
      return [{ field: 'ras.tables', problem: `there is none for the ${subject} on ${day}` }];
    }
    const most = weeklyPenceForPoints(table.value, pointsMax(questionnaire.value) * 100);
    return most.accepted ? [] : [{ field: 'ras.tables', problem: most.refusal.detail }];
  });
}

function allocationFaults(council: Council): Fault[] {
  const { questionnaires, tables, readyReckoners } = council.ras;
  const unusable = tables.flatMap((table, index) => {
    const checked = checkTable(table);
    if (checked.accepted) return [];
    const within = (checked.refusal.pointer ?? '').replaceAll('/', '.');
    return [{ field: `ras.tables.${index}${within}`, problem: checked.refusal.detail }];
  });
  return [
    ...repeats(
      questionnaires.map((item) => item.version),
      'ras.questionnaires',
      'version',
    ),
    ...repeats(
      tables.map((item) => item.version),
      'ras.tables',
      'version',
    ),
    ...repeats(
      readyReckoners.map((item) => item.version),
      'ras.readyReckoners',
      'version',
    ),
    ...unusable,
    ...sameDayFaults('ras.questionnaires', questionnaires),
    ...sameDayFaults('ras.tables', tables),
    ...sameDayFaults('ras.readyReckoners', readyReckoners),
    ...subjectFaults(council, 'adult'),
    ...subjectFaults(council, 'carer'),
  ];
}

/** A preset that has been parsed and checked against itself. Throws with the name of every field
 * that is wrong, so that a wrong preset fails the build and not a person's case. */
export function defineCouncil(input: CouncilInput): Council {
  // Parsed once in a function's life: compiling a parser for it would take longer than parsing
  // does.
  const parsed = Council.safeParse(input, { jitless: true });
  const faults: Fault[] = parsed.success
    ? [
        ...teamFaults(parsed.data),
        ...referralFaults(parsed.data),
        ...repeats(
          parsed.data.referralRules.map((rule) => rule.id),
          'referralRules',
          'id',
        ),
        ...eligibilityFaults(parsed.data),
        ...allocationFaults(parsed.data),
        ...repeats(
          parsed.data.costCentres.map((centre) => centre.id),
          'costCentres',
          'id',
        ),
      ]
    : parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), problem: message }));
  if (!parsed.success || faults.length > 0) {
    const told = faults.map(({ field, problem }) => `${field}: ${problem}`).join('; ');
    throw new Error(`The council preset ${input.id} is wrong. ${told}`);
  }
  return parsed.data;
}
