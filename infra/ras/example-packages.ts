import type { Questionnaire } from '#shared/domain/allocation/questionnaire.ts';
import { seededRandom } from '../seeded-random.ts';
import { packageColumns } from './read-packages.ts';

interface Group {
  readonly name: string;
  /** Of every hundred packages. */
  readonly share: number;
  /** How much of the possible need people of the group have on average, from 0 to 1. */
  readonly need: number;
  /** What the same points cost in the group, in hundredths of the usual. */
  readonly pricePercent: number;
}

/** Unequal on purpose: a report on them shows what a table that is blind to groups does to each. */
const groups: readonly Group[] = [
  { name: 'older people', share: 52, need: 0.36, pricePercent: 92 },
  { name: 'physical disability', share: 21, need: 0.4, pricePercent: 103 },
  { name: 'learning disability', share: 17, need: 0.46, pricePercent: 118 },
  { name: 'mental health', share: 10, need: 0.3, pricePercent: 97 },
];

/** What is left of a domain's points for those whom family or friends help there. */
const leftPercents = [50, 75, 87.5];
const pencePerPoint = 880;

function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('There is nothing to pick from');
  return item;
}

function pickGroup(random: () => number): Group {
  let left = random() * 100;
  const found = groups.find((group) => {
    left -= group.share;
    return left < 0;
  });
  return found ?? pick(groups, random);
}

/** Around 1, between `1 - spread` and `1 + spread`, seldom at the ends: the mean of four draws. Only
 * sums and products are used here, which every machine works out to the same bit. */
function around(spread: number, random: () => number): number {
  const mean = (random() + random() + random() + random()) / 4;
  return 1 + spread * (2 * mean - 1);
}

function pointsByDomain(
  questionnaire: Questionnaire,
  need: number,
  random: () => number,
): readonly number[] {
  const isHelped = random() < 0.4;
  return questionnaire.domains.map((domain) => {
    const points = domain.questions.reduce((sum, { answers }) => {
      const level = need * around(1.6, random) * answers.length;
      const answer = answers[Math.min(Math.max(Math.floor(level), 0), answers.length - 1)];
      return sum + (answer?.points ?? 0);
    }, 0);
    const left =
      isHelped && domain.isReducedBySupport && random() < 0.5 ? pick(leftPercents, random) : 100;
    return Math.ceil(points * left) / 100;
  });
}

/** A CSV file of made-up past packages. The seed decides everything in it. */
export function examplePackages(
  questionnaire: Questionnaire,
  { packages, seed }: { readonly packages: number; readonly seed: number },
): string {
  const random = seededRandom(seed);
  const lines = [packageColumns(questionnaire).join(',')];
  for (let made = 0; made < packages; made += 1) {
    const group = pickGroup(random);
    const points = pointsByDomain(questionnaire, group.need * around(0.8, random), random);
    const total = points.reduce((sum, some) => sum + some, 0);
    // The last points cost more than the first: at the top, help is there day and night.
    const usual = total * pencePerPoint * (0.8 + total / 250);
    const cost = Math.round((usual * group.pricePercent * around(0.55, random)) / 2500) * 25;
    lines.push([group.name, (cost / 100).toFixed(2), ...points].join(','));
  }
  return `${lines.join('\n')}\n`;
}
