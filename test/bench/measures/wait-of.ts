import type { Wait } from '#shared/stores/cases/task-store.ts';
import { today } from '../journey/bodies.ts';

/** The wait that a machine opens for a case's first step. */
export function waitOf(caseId: string): Wait {
  return {
    schema: 1,
    owner: 'case',
    aggregateId: caseId,
    step: 'triage-contact',
    team: 'adult-front-door',
    due: today,
    round: 1,
    level: 0,
    claimedBy: null,
    isUrgent: false,
    isOverdue: false,
    openedAt: `${today}T09:00:00.000Z`,
    execution: `case_${caseId}_journey_1_1`,
    attempt: `${today}T09:00:00.000Z#0000`,
    token: 'A token is some hundred letters long on AWS. '.repeat(10),
  };
}
