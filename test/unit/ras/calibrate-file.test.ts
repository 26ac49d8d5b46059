import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { calibrateFile } from '#infra/ras/calibrate-file.ts';
import { examplePackages } from '#infra/ras/example-packages.ts';
import adultQuestionnaire from '#shared/council/data/allocation/questionnaire-adult-2008-04-01.json' with {
  type: 'json',
};
import carerQuestionnaire from '#shared/council/data/allocation/questionnaire-carer-2008-04-01.json' with {
  type: 'json',
};
import { defineCouncil } from '#shared/council/define-council.ts';
import { example } from '#shared/council/presets/example.ts';
import { Questionnaire } from '#shared/domain/allocation/questionnaire.ts';
import { CivilDate } from '#shared/domain/calendar/civil-date.ts';

const command = fileURLToPath(new URL('../../../infra/ras.ts', import.meta.url));
const shipped = fileURLToPath(
  new URL('../../../shared/council/data/allocation/packages-example.csv', import.meta.url),
);
const folder = mkdtempSync(join(tmpdir(), 'ras-'));
const questionnaire = Questionnaire.parse(adultQuestionnaire);
const today = CivilDate.parse('2026-11-20');

afterAll(() => rmSync(folder, { recursive: true }));

async function calibrated(...args: readonly string[]): Promise<string> {
  let said = '';
  const print = (text: string) => {
    said += text;
  };
  await calibrateFile(args, { today, print, bar: { write: () => undefined } });
  return said;
}

async function run(...args: readonly string[]) {
  return promisify(execFile)(process.execPath, [command, ...args]).then(
    ({ stdout, stderr }) => ({ isGood: true, stdout, stderr }),
    ({ stdout, stderr }) => ({ isGood: false, stdout: `${stdout}`, stderr: `${stderr}` }),
  );
}

/** What the last line of a report's table of groups says, by its columns. */
function rowOfAll(report: string): readonly string[] {
  return (
    report
      .split('\n')
      .find((line) => line.startsWith('All '))
      ?.split(/ {2,}/) ?? []
  );
}

describe('The synthetic packages', () => {
  it('are 2,000, and are what their seed makes', () => {
    const text = readFileSync(shipped, 'utf8');
    expect(text).toBe(examplePackages(questionnaire, { packages: 2000, seed: 1 }));
    expect(text.trimEnd().split('\n').length).toBe(2001);
  });

  it('are others with another seed', () => {
    const [one, two] = [1, 2].map((seed) => examplePackages(questionnaire, { packages: 9, seed }));
    expect(one).not.toBe(two);
  });
});

describe('A calibration', () => {
  it('proposes a table that the preset takes as it is', async () => {
    const out = join(folder, 'proposed.json');
    expect(await calibrated(shipped, '--out', out)).toContain(`The proposed table is in ${out}.`);
    const proposed = JSON.parse(readFileSync(out, 'utf8'));
    const council = defineCouncil({
      ...example,
      ras: { ...example.ras, tables: [...example.ras.tables, proposed] },
    });
    expect(council.ras.tables.at(-1)).toEqual(proposed);
    expect(proposed).toMatchObject({
      version: 'example-2027-04-01-p80',
      effectiveFrom: '2027-04-01',
      provenance: { source: expect.stringMatching(/percentile 80 .* 2000 .*SHA-256 [0-9a-f]{64}/) },
    });
    expect(readdirSync(folder)).toEqual(['proposed.json']);
  });

  it('counts and adds up in its report', async () => {
    const report = await calibrated(shipped);
    const costs = readFileSync(shipped, 'utf8').trimEnd().split('\n').slice(1);
    const pence = costs.reduce((sum, row) => sum + Number(row.split(',')[1]?.replace('.', '')), 0);
    const [, people, actual, , , , , , gain, lose, same] = rowOfAll(report);
    expect(people).toBe('2000');
    expect(Number(actual?.replaceAll(/[£,.]/g, ''))).toBe(pence);
    expect(Number(gain) + Number(lose) + Number(same)).toBe(2000);
    expect(report).toContain('present table example-2026-04-06');
    for (const group of ['learning disability', 'mental health', 'older people']) {
      expect(report).toContain(`\n${group} `);
    }
  });

  it('at a higher percentile costs more', async () => {
    const [low, high] = await Promise.all(
      ['50', '90'].map(async (percentile) => {
        const row = rowOfAll(await calibrated(shipped, '--percentile', percentile));
        return Number(row[4]?.replaceAll(/[£,.]/g, ''));
      }),
    );
    expect(high).toBeGreaterThan(low ?? Number.POSITIVE_INFINITY);
  });

  it('compares with the table that is named, and decides from the day that is said', async () => {
    const options = ['--table', 'example-2015-04-01', '--from', '2028-04-01'];
    const report = await calibrated(shipped, ...options);
    expect(report).toContain('present table example-2015-04-01');
    expect(report).toContain('Proposed table example-2028-04-01-p80, from 2028-04-01');
  });

  it('serves another council', async () => {
    const report = await calibrated(shipped, '--council', 'worcestershire');
    expect(report).toContain('present table worcestershire-2015-04-01');
  });

  it('for carers asks for the domains of their questionnaire, and names its table for them', async () => {
    const file = join(folder, 'carers.csv');
    const carers = Questionnaire.parse(carerQuestionnaire);
    writeFileSync(file, examplePackages(carers, { packages: 200, seed: 2 }));
    const report = await calibrated(file, '--table', 'carer-2008-04-01');
    expect(report).toContain('Proposed table example-carer-2027-04-01-p80');
    expect(report).toContain('for the carer:');
    await expect(calibrated(file)).rejects.toThrow(/column personal-care: this column is missing/);
  });

  it.each<[string, string[], RegExp]>([
    ['no file', [], /one FILE/],
    ['two files', [shipped, shipped], /one FILE/],
    ['a percentile of 0', [shipped, '--percentile', '0'], /1 to 100/],
    ['a percentile of 80.5', [shipped, '--percentile', '80.5'], /1 to 100/],
    ['a day that is none', [shipped, '--from', '2027-02-30'], /--from/],
    ['a council that is none', [shipped, '--council', 'nowhere'], /no council preset "nowhere"/],
    ['a table that is none', [shipped, '--table', 'nothing'], /nothing is not kept/],
    [
      'a day that a table has',
      [shipped, '--from', '2026-04-06'],
      /has the table example-2026-04-06/,
    ],
    ['an option that is none', [shipped, '--group', 'old'], /--group/],
    ['a place that is taken', [shipped, '--out', shipped], /is there already/],
    [
      'a file that is not there',
      [join(folder, 'none.csv')],
      /none\.csv cannot be read \(ENOENT\): is that where it is\?/,
    ],
  ])('with %s is refused', async (_, args, message) => {
    await expect(calibrated(...args)).rejects.toThrow(message);
  });

  it('leaves nothing behind where rows are bad, and names the first 50 of them', async () => {
    const file = join(folder, 'bad.csv');
    const out = join(folder, 'never.json');
    const [head, ...rows] = examplePackages(questionnaire, { packages: 60, seed: 3 })
      .trimEnd()
      .split('\n');
    writeFileSync(file, [head, ...rows.map((row) => row.replace(/,[^,]*/, ',free'))].join('\n'));
    const refused = calibrated(file, '--out', out);
    await expect(refused).rejects.toThrow(/^line 2, column weekly-cost-pounds: is not an amount/);
    await expect(refused).rejects.toThrow(
      /line 51, .*\nand 10 more\nnothing was proposed: .*60 faults$/,
    );
    expect(existsSync(out)).toBe(false);
  });

  it('of an older encoding says how to save the file', async () => {
    const file = join(folder, 'latin.csv');
    writeFileSync(file, Buffer.from('group,£', 'latin1'));
    await expect(calibrated(file)).rejects.toThrow(/save it as CSV UTF-8/);
  });
});

describe('The command', () => {
  it('says what it needs when it is given nothing', async () => {
    const answer = await run();
    expect(answer).toMatchObject({ isGood: false, stdout: '' });
    expect(answer.stderr).toContain('npm run ras -- calibrate FILE');
    expect((await run('measure')).stderr).toContain('"measure" is not known');
  });

  it('calibrates 100,000 packages and loses none', async () => {
    const file = join(folder, 'many.csv');
    const made = await run('example', file, '--packages', '100000', '--seed', '7');
    expect(made).toMatchObject({ isGood: true });
    const answer = await run('calibrate', file, '--percentile', '75');
    expect(answer).toMatchObject({ isGood: true, stderr: '' });
    const bands = answer.stdout.split('\n').filter((line) => / to below /.test(line));
    const inBands = bands.reduce((sum, line) => sum + Number(line.split(/ {2,}/)[2]), 0);
    const [, people, , , , , , , gain, lose, same] = rowOfAll(answer.stdout);
    expect([inBands, Number(people)]).toEqual([100_000, 100_000]);
    expect(Number(gain) + Number(lose) + Number(same)).toBe(100_000);
    expect((await run('example', file)).stderr).toContain('EEXIST');
  });
});
