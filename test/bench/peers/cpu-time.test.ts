import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { cpuBetween, cpuOfTree } from './cpu-time.ts';

const burning = `
  const burn = () => { for (let i = 0; i < 1e6; i += 1); };
  while (process.cpuUsage().user < 300_000) burn();
`;

test('the CPU time of a process that has ended is still counted under the one that started it', async () => {
  const shell = spawn('/bin/sh', [
    '-c',
    '"$0" -e "$1"; echo burnt; read -r _',
    process.execPath,
    burning,
  ]);
  try {
    await once(shell.stdout, 'data');
    const spent = cpuOfTree(shell.pid ?? 0);
    expect(spent.get('sh')).toBeGreaterThanOrEqual(0.3);
  } finally {
    shell.stdin.end();
    await once(shell, 'exit');
  }
});

test('a process that others started is not counted', () => {
  const nobody = cpuOfTree(process.pid + 10_000_000);
  expect([...nobody]).toEqual([]);
});

test('what was spent before is taken off, program by program', () => {
  const before = new Map([['node', 2]]);
  const after = new Map([
    ['node', 5],
    ['postgres', 1],
  ]);
  expect([...cpuBetween(before, after)]).toEqual([
    ['node', 3],
    ['postgres', 1],
  ]);
});
