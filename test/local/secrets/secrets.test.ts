import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterEach, describe, expect, test } from 'vitest';
import { createSecrets, type SecretsPorts } from '#infra/local/secrets/secrets.ts';
import { serveJson } from '../events/json-server.ts';
import { deploymentOf, resource } from '../events/rig.ts';

const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
const file = join(folder, '.local', 'secrets.json');
let closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing) await close();
  closing = [];
  rmSync(join(folder, '.local'), { recursive: true, force: true });
});

const generated = { GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true } };
function open(
  options: Partial<SecretsPorts> = {},
  properties: Record<string, unknown> = generated,
) {
  const secret = resource('AWS::SecretsManager::Secret', 'care/pseudonym-key', properties);
  return createSecrets({ deployment: deploymentOf(secret), ...options });
}
const valueFor = (properties: Record<string, unknown>): string =>
  open({}, properties).value('care/pseudonym-key') ?? '';

describe('a generated secret', () => {
  test('keeps to its rules', () => {
    const value = valueFor(generated);
    expect(value).toMatch(/^[A-Za-z0-9]{64}$/);
    expect(value).toMatch(/[a-z]/);
    expect(value).toMatch(/[A-Z]/);
    expect(value).toMatch(/[0-9]/);
    expect(valueFor({ GenerateSecretString: { ExcludeCharacters: 'abc' } })).not.toMatch(/[abc]/);
    expect(valueFor(generated)).not.toBe(value);
  });

  test('stands under its key in the template that it is given', () => {
    const GenerateSecretString = {
      SecretStringTemplate: '{"user":"care"}',
      GenerateStringKey: 'password',
      PasswordLength: 10,
      ExcludePunctuation: true,
    };
    expect(JSON.parse(valueFor({ GenerateSecretString }))).toEqual({
      user: 'care',
      password: expect.stringMatching(/^[A-Za-z0-9]{10}$/),
    });
  });

  test('is the same after a restart, in a file that only its owner reads', () => {
    const first = open({ file }).value('care/pseudonym-key');
    expect(open({ file }).value('care/pseudonym-key')).toBe(first);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ 'care/pseudonym-key': first });
  });

  test('gives way to a fixed value', () => {
    const secrets = open({ fixed: { 'care/pseudonym-key': 'known' } });
    expect(secrets.value('care/pseudonym-key')).toBe('known');
  });
});

describe('GetSecretValue', () => {
  async function client(): Promise<SecretsManagerClient> {
    const { endpoint, close } = await serveJson(open({}, { SecretString: 'given' }));
    const made = new SecretsManagerClient({
      endpoint,
      region: 'eu-west-2',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    closing.push(async () => made.destroy(), close);
    return made;
  }

  test('answers an unchanged SDK client, by name and by ARN', async () => {
    const sdk = await client();
    const byName = await sdk.send(new GetSecretValueCommand({ SecretId: 'care/pseudonym-key' }));
    expect(byName).toMatchObject({ Name: 'care/pseudonym-key', SecretString: 'given' });
    const byArn = await sdk.send(new GetSecretValueCommand({ SecretId: byName.ARN }));
    expect(byArn.SecretString).toBe('given');
  });

  test('tells of a secret that is not there as Secrets Manager does', async () => {
    const sdk = await client();
    await expect(
      sdk.send(new GetSecretValueCommand({ SecretId: 'elsewhere' })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

test('a property of a secret that the local stack does not know stops the start by name', () => {
  expect(() => open({}, { ReplicaRegions: [] })).toThrow('ReplicaRegions');
});
