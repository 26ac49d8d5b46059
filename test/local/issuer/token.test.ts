import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openIssuer } from '#infra/local/issuer/issuer.ts';
import { temporaryFolder } from '#test/support/local/temporary-folder.ts';

const staff = { sub: 'p-1', roles: ['practitioner'] };
const instant = Date.parse('2026-03-02T09:00:00Z');

function claimsOf(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

test('A key in a folder is made once, for its owner alone, and signs the same for ever', () => {
  const folder = join(temporaryFolder(), 'new');
  const token = openIssuer(folder).sign(staff, instant);
  expect(openIssuer(folder).sign(staff, instant)).toBe(token);
  expect(statSync(join(folder, 'issuer-key.pem')).mode & 0o077).toBe(0);
});

test('A resident is known by their person id, and a member of staff by roles and teams', () => {
  const issuer = openIssuer(undefined);
  expect(claimsOf(issuer.sign({ resident: 'r-1' }, instant))).toMatchObject({
    iss: 'https://resident.issuer.local',
    sub: 'r-1',
    person_id: 'r-1',
  });
  expect(claimsOf(issuer.sign({ ...staff, teams: ['north'] }, instant))).toMatchObject({
    iss: 'https://staff.issuer.local',
    sub: 'p-1',
    roles: ['practitioner'],
    teams: ['north'],
  });
});

test('A token of the command holds in a service whose clock was started in another year', async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['infra/local/issuer/token.ts', '--resident', 'r-1'],
    { env: { ...process.env, LOCAL_FOLDER: temporaryFolder() } },
  );
  const { iat, exp } = Object(claimsOf(stdout));
  expect(iat).toBeLessThan(Date.parse('2008-05-23') / 1000);
  expect(exp).toBeGreaterThan(Date.parse('2050-01-01') / 1000);
});

test.each([
  { args: [], line: '--role and --sub are needed, or --resident' },
  { args: ['--role', 'king', '--sub', 'p-1'], line: 'king is not a role; the roles are adviser, ' },
  { args: ['--rolle', 'practitioner'], line: "Unknown option '--rolle'" },
  { args: ['--role', 'practitioner', '--sub', ''], line: 'Too small' },
])(
  'The token command, told $args, says what is wrong and what it takes',
  async ({ args, line }) => {
    const command = ['infra/local/issuer/token.ts', ...args];
    const failure: unknown = await promisify(execFile)(process.execPath, command).catch((e) => e);
    const { code, stderr } = Object(failure);
    expect(code).toBe(1);
    expect(stderr.startsWith(line)).toBe(true);
    expect(stderr).toContain('npm run --silent token -- --role practitioner');
  },
);
