import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSettings } from '#infra/settings.ts';
import { givenByCouncil } from './synthesised-service.ts';

const read = (given: Readonly<Record<string, string>>) => readSettings((name) => given[name]);

describe('A stage is made from what the council gives', () => {
  it('dev needs nothing, and its issuers exist on no network', () => {
    const settings = read({});
    expect(settings.stage).toBe('dev');
    expect(settings.given.STAFF_ISSUER).toBe('https://staff.issuer.local');
    expect(settings.given.RESIDENT_ISSUER).toBe('https://resident.issuer.local');
  });

  it.each(['test', 'prod'])('%s is made when all is given', (stage) => {
    const settings = read({ ...givenByCouncil, STAGE: stage, COUNCIL: 'worcestershire' });
    expect(settings.given).toMatchObject({ ...givenByCouncil, COUNCIL: 'worcestershire' });
  });

  it.each(
    ['test', 'prod'].flatMap((stage) => Object.keys(givenByCouncil).map((name) => [stage, name])),
  )('%s is refused without %s, by name', (stage = '', name = '') => {
    const { [name]: _left, ...others } = givenByCouncil;
    expect(() => read({ ...others, STAGE: stage })).toThrow(`${name} is not given`);
  });

  it('an empty value counts as none', () => {
    const given = { ...givenByCouncil, STAGE: 'prod', STAFF_ISSUER: '' };
    expect(() => read(given)).toThrow('STAFF_ISSUER is not given');
  });

  it.each([
    ['STAFF_ISSUER', 'http://login.council.example'],
    ['RESIDENT_ISSUER', 'the broker'],
    ['ALARM_EMAIL', 'the duty desk'],
    ['COUNCIL', 'elsewhere'],
  ])('%s is refused when it is "%s"', (name, value) => {
    expect(() => read({ ...givenByCouncil, STAGE: 'prod', [name]: value })).toThrow(`${name} is `);
  });

  it.each(['cheshire-2008', 'southwark-2010'])('prod is refused under the law of %s', (COUNCIL) => {
    const given = { ...givenByCouncil, COUNCIL };
    expect(() => read({ ...given, STAGE: 'prod' })).toThrow('does not decide by the Care Act');
    expect(read({ ...given, STAGE: 'test' }).given.COUNCIL).toBe(COUNCIL);
  });

  it('a stage that is not known is refused', () => {
    expect(() => read({ STAGE: 'live' })).toThrow('STAGE is one of dev, test, prod');
  });
});

describe('The app', () => {
  const missing = [
    'STAFF_ISSUER',
    'STAFF_AUDIENCE',
    'RESIDENT_ISSUER',
    'RESIDENT_AUDIENCE',
    'ALARM_EMAIL',
  ].map((name) => `  ${name} is not given\n`);

  it.each([
    ['prod', `the prod stage cannot be made:\n${missing.join('')}`],
    ['weird', 'STAGE is one of dev, test, prod\n'],
  ])('says of stage %s no more than what is wrong with its settings', (stage, said) => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, ['infra/app.ts'], {
      cwd: root,
      env: { STAGE: stage },
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([1, said]);
  });
});
