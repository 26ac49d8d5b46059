import { describe, expect, it } from 'vitest';
import { readPackages } from '#infra/ras/read-packages.ts';
import { questionnaire } from '../domain/allocation/questionnaires.ts';

const header = 'group,weekly-cost-pounds,personal-care,nights,carer';

function read(...lines: readonly string[]) {
  return readPackages(lines.join('\n'), questionnaire, () => undefined);
}

function faultsOf(...lines: readonly string[]) {
  return read(...lines).faults.map(({ line, column, detail }) => `${line} ${column}: ${detail}`);
}

describe('A file of past packages', () => {
  it('is read with its columns in any order, parts of points and pounds as people write them', () => {
    expect(
      read(
        'nights, carer ,group,personal-care,weekly-cost-pounds',
        '7,0,Older people,12.5,"£1,234.50"',
        '',
        '30, 10 ,"Under 65, physical",60.00,620',
        ',,,,',
      ),
    ).toEqual({
      packages: [
        { group: 'Older people', weeklyPence: 123_450, pointsHundredths: 1950 },
        { group: 'Under 65, physical', weeklyPence: 62_000, pointsHundredths: 10_000 },
      ],
      faults: [],
    });
  });

  it.each([
    ['no group', ',620.00,1,2,3', 'group: is not a group'],
    ['a group of 81 letters', `${'x'.repeat(81)},620.00,1,2,3`, 'group: is not a group'],
    ['no cost', 'a,,1,2,3', 'weekly-cost-pounds: is not an amount'],
    ['a negative cost', 'a,-5.00,1,2,3', 'weekly-cost-pounds: is not an amount'],
    ['a cost with half a penny', 'a,5.005,1,2,3', 'weekly-cost-pounds: is not an amount'],
    ['a cost beyond reason', 'a,10000000.01,1,2,3', 'weekly-cost-pounds: is more than ten million'],
    ['no points', 'a,620.00,,2,3', 'personal-care: is not points from 0 to 60'],
    ['negative points', 'a,620.00,-1,2,3', 'personal-care: is not points'],
    ['points in three decimals', 'a,620.00,1.125,2,3', 'personal-care: is not points'],
    ['more points than answers give', 'a,620.00,60.01,2,3', 'personal-care: is not points'],
    ['words for points', 'a,620.00,1,many,3', 'nights: is not points from 0 to 30'],
    ['a column too few', 'a,620.00,1,2', 'carer: the row has 4 columns and not 5'],
    ['a column too many', 'a,620.00,1,2,3,4', '6: the row has 6 columns and not 5'],
    ['an open quotation mark', 'a,620.00,1,"2,3', 'nights: its quotation mark is never closed'],
  ])('with %s is refused with the line and the column', (_, row, fault) => {
    expect(faultsOf(header, 'a,620.00,1,2,3', row)).toEqual([
      expect.stringContaining(`3 ${fault}`),
    ]);
    expect(read(header, 'a,620.00,1,2,3', row).packages).toEqual([]);
  });

  it('names every fault of every row', () => {
    expect(faultsOf(header, ',x,1,2,3', 'a,1.00,1,2,3', 'a,1.00,x,x,x').length).toBe(5);
  });

  it('tells nothing that stood in a wrong column', () => {
    expect(faultsOf(header, 'a,Edwin Lanternby,Edwin Lanternby,2,3').join()).not.toContain('Edwin');
  });

  it.each([
    ['a name', `name,${header}`, ['1 1: "name" is not a column of past packages']],
    ['a column missing', 'group,weekly-cost-pounds,nights,carer', ['1 personal-care: this column']],
    ['a column twice', `${header},nights`, ['1 6: "nights" stands here a second time']],
    ['nothing in it', '', Array.from({ length: 5 }, () => 'this column is missing')],
    ['an open quotation mark at its head', '"group', ['1 1: its quotation mark is never closed']],
  ])('with %s is refused by its head', (_, head, faults) => {
    expect(faultsOf(head, 'a,620.00,1,2,3'.slice(0, head.length))).toEqual(
      faults.map((fault) => expect.stringContaining(fault)),
    );
  });

  it('has 50 groups and no more', () => {
    const rows = Array.from({ length: 51 }, (_, index) => `group ${index},1.00,1,2,3`);
    expect(faultsOf(header, ...rows.slice(0, 50), rows[0] ?? '')).toEqual([]);
    expect(faultsOf(header, ...rows)).toEqual(['52 group: is one group more than 50']);
  });

  it('is told from time to time how far it is read, and at its end', () => {
    const seen: number[] = [];
    const text = [header, ...Array.from({ length: 1200 }, () => 'a,1.00,1,2,3')].join('\n');
    readPackages(text, questionnaire, (done) => seen.push(done));
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect([seen.length, seen.at(-1)]).toEqual([3, text.length]);
  });
});
