import * as z from 'zod';
import { CaseParams, NoQuery } from '#shared/contracts/case-answer.ts';
import { staffOperation } from '#shared/contracts/operation.ts';
import { suggestTeam } from '#shared/council/teams/suggest-team.ts';
import { civilDateInLondon } from '#shared/domain/calendar/london-time.ts';
import { accept, refuse } from '#shared/domain/outcome.ts';
import { ReferralAnswers } from '#shared/domain/triage/referral.ts';
import type { Ports } from '../../ports.ts';
import { referralFacts } from './referral-facts.ts';

const Question = ReferralAnswers.extend({
  verdict: z.enum(['assess', 'reablement']),
  /** Whether triage will raise a safeguarding concern. */
  hasConcern: z.boolean().default(false),
}).meta({ id: 'SuggestedTeamQuestion' });

const Suggestion = z
  .strictObject({
    team: z.string(),
    name: z.string(),
    /** The rule of the council's that holds. */
    rule: z.string(),
    why: z.string(),
  })
  .meta({ id: 'SuggestedTeam' });

export const teamSuggestion = staffOperation({
  id: 'suggest-team',
  method: 'POST',
  path: '/cases/{caseId}/triage/suggested-team',
  tag: 'Contact',
  roles: ['adviser', 'practitioner', 'duty-manager'],
  summary: "See which team the council's rules would refer a contact to, and why",
  params: CaseParams,
  query: NoQuery,
  body: Question,
  answer: Suggestion,
  async handle(request, ports: Ports) {
    const last = await ports.cases.last(request.params.caseId);
    if (!last) return refuse('not-found', 'There is no such case.');
    const { verdict, hasConcern, ...answers } = request.body;
    const today = civilDateInLondon(ports.system.now());
    const asked = { answers, hasConcern, leadsTo: verdict, today };
    const facts = await referralFacts(last.after, asked, ports);
    const { restsOn: _restsOn, ...suggestion } = suggestTeam(ports.council, facts);
    return accept({ status: 200, body: suggestion });
  },
});
