import { afterEach, expect, test, vi } from 'vitest';
import { defaultProvider } from '#shared/gateways/lambda-credentials.ts';

afterEach(() => vi.unstubAllEnvs());

test('A function signs with what its environment holds at that moment', async () => {
  const credentials = defaultProvider();
  for (const [accessKeyId, sessionToken] of [
    ['first', 'one'],
    ['second', 'two'],
  ]) {
    vi.stubEnv('AWS_ACCESS_KEY_ID', accessKeyId);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
    vi.stubEnv('AWS_SESSION_TOKEN', sessionToken);
    expect(await credentials()).toEqual({ accessKeyId, secretAccessKey: 'secret', sessionToken });
  }
});

test('A function without credentials says so, and looks for them nowhere else', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', '');
  await expect(defaultProvider()()).rejects.toThrow('the environment has no credentials');
});
