import { describe, expect, it } from 'vitest';
import { pointsMax, Questionnaire, scoreAnswers } from '#shared/domain/allocation/questionnaire.ts';
import { everything, questionnaire } from './questionnaires.ts';

describe('A questionnaire', () => {
  it('scores each domain by the answers given', () => {
    const scored = scoreAnswers(questionnaire, { ...everything, dressing: 'a1', nights: 'a0' });
    expect(scored.accepted && scored.value.map(({ points }) => points)).toEqual([45, 0, 10]);
  });

  it('knows the most points that it can give', () => {
    expect(pointsMax(questionnaire)).toBe(100);
  });

  it.each([
    [
      'a question is left open',
      { ...everything, nights: undefined },
      'answer-missing',
      '/answers/nights',
    ],
    [
      'an answer belongs to no question',
      { ...everything, nights: 'a9' },
      'answer-unknown',
      '/answers/nights',
    ],
    [
      'a question is not its own',
      { ...everything, other: 'a0' },
      'answer-unknown',
      '/answers/other',
    ],
  ])('refuses answers where %s', (_, answers, kind, pointer) => {
    const given = Object.fromEntries(
      Object.entries(answers).filter((pair): pair is [string, string] => pair[1] !== undefined),
    );
    expect(scoreAnswers(questionnaire, given)).toMatchObject({
      accepted: false,
      refusal: { kind, pointer },
    });
  });

  it('says which answers a question takes that was left open', () => {
    expect(scoreAnswers(questionnaire, {})).toMatchObject({
      refusal: { kind: 'answer-missing', detail: expect.stringMatching(/: choose one of a0, a1/) },
    });
  });

  it('has no place for a user group, so that everybody is asked the same', () => {
    const grouped = { ...questionnaire, userGroup: 'older-people' };
    expect(Questionnaire.safeParse(grouped).success).toBe(false);
  });

  it.each([
    ['domain', { ...questionnaire, domains: [...questionnaire.domains, ...questionnaire.domains] }],
    [
      'question',
      {
        ...questionnaire,
        domains: questionnaire.domains.map((domain) => ({
          ...domain,
          questions: [...domain.questions, ...domain.questions],
        })),
      },
    ],
    [
      'answer',
      {
        ...questionnaire,
        domains: questionnaire.domains.map((domain) => ({
          ...domain,
          questions: domain.questions.map((question) => ({
            ...question,
            answers: [...question.answers, ...question.answers],
          })),
        })),
      },
    ],
  ])('does not name the same %s twice', (_, twice) => {
    const parsed = Questionnaire.safeParse(twice);
    expect(parsed.error?.issues[0]?.message).toMatch(/appears twice/);
  });
});
