import type { Answer } from './answers.ts';
import type { Column, Question } from './question.ts';

/** An answer as it is read back, a line for each of its parts; empty where it says nothing. What is
 * found of outcomes is told elsewhere, from the assessment. */
export function answerInWords(question: Question, answer: Answer | undefined): string[] {
  if (answer === undefined || answer === null) return [];
  switch (question.type) {
    case 'choice':
    case 'score':
      return [optionText(question.options, answer)];
    case 'many-choices':
      return listOf(answer).map((id) => optionText(question.options, id));
    case 'yes-no':
      return [yesOrNo(answer)];
    case 'number':
      return [[answer, question.unit ?? ''].join(' ').trim()];
    case 'rows':
      return listOf(answer).map((row) => rowInWords(question.columns, row));
    case 'support':
      return [supportInWords(answer)];
    case 'finding':
      return findingInWords(answer);
    default:
      return [String(answer)];
  }
}

const listOf = (answer: Answer): readonly Answer[] => (Array.isArray(answer) ? answer : []);
const yesOrNo = (answer: unknown): string => (answer === true ? 'Yes' : 'No');
const partOf = (answer: Answer, name: string): unknown => Object(answer)[name];

function optionText(options: readonly { id: string; text: string }[], answer: unknown): string {
  return options.find(({ id }) => id === answer)?.text ?? String(answer);
}

function rowInWords(columns: readonly Column[], row: Answer): string {
  const cells = columns.flatMap((column) => {
    const cell = partOf(row, column.id);
    if (cell === undefined) return [];
    if (column.type === 'text') return [String(cell)];
    const words = column.type === 'choice' ? optionText(column.options, cell) : yesOrNo(cell);
    return [`${column.text}: ${words}`];
  });
  return cells.join('; ');
}

const shares: Readonly<Record<string, string>> = {
  none: 'Nobody helps with it',
  some: 'Some of it is done by others',
  most: 'Most of it is done by others',
  all: 'All of it is done by others',
};

function supportInWords(answer: Answer): string {
  const share = shares[String(partOf(answer, 'shareMet'))] ?? '';
  const isGiven = partOf(answer, 'isWilling') === true && partOf(answer, 'isAble') === true;
  return isGiven ? `${share}.` : `${share}, by somebody who cannot or does not want to go on.`;
}

/** What somebody says of an outcome in a few words: the practitioner's finding has its own place. */
function findingInWords(answer: Answer): string[] {
  const evidence = String(partOf(answer, 'evidence') ?? '');
  const can = partOf(answer, 'achieved') === true ? 'Can do it.' : 'Cannot do it alone.';
  return [evidence === '' ? can : `${can} ${evidence}`];
}
