import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Jwks } from 'aws-jwt-verify/jwk';
import { makeFolder } from '../make-folder.ts';
import type { TokenRequest } from './token-request.ts';

/** Who signs people in on one machine. The names lead nowhere on purpose: a stage that trusts them
 * by mistake can find no keys, and lets nobody in. They stand in the settings of stage `dev`. */
export const localIssuers = {
  staff: 'https://staff.issuer.local',
  resident: 'https://resident.issuer.local',
} as const;
export const localAudience = 'adult-social-care';

export interface Issuer {
  /** The keys of an issuer that a template names; fails on one that is not of this machine. */
  jwksOf(issuer: string): Jwks;
  /** A signed token, issued at the instant (milliseconds since the epoch). */
  sign(request: TokenRequest, instant: number): string;
}

const validSecondsDefault = 30 * 365 * 24 * 60 * 60;

/** Opens the local issuer with the key in the folder, made when it is missing. */
export function openIssuer(folder: string | undefined): Issuer {
  const privateKey = folder === undefined ? processKey() : keyIn(folder);
  const publicKey = createPublicKey(privateKey);
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(n).digest('hex').slice(0, 16);
  const jwks: Jwks = { keys: [{ kty: 'RSA', kid, use: 'sig', alg: 'RS256', n, e }] };
  const known: readonly string[] = Object.values(localIssuers);

  return {
    jwksOf(issuer) {
      if (!known.includes(issuer)) {
        throw new Error(`no keys of ${issuer} here: one machine signs as ${known.join(' and ')}`);
      }
      return jwks;
    },
    sign(request, instant) {
      const header = encode({ alg: 'RS256', typ: 'JWT', kid });
      const signed = `${header}.${encode(claimsOf(request, instant))}`;
      return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`;
    },
  };
}

function claimsOf(request: TokenRequest, instant: number): Record<string, unknown> {
  const { validSeconds = validSecondsDefault, ...person } = request;
  const iat = Math.floor(instant / 1000);
  const times = { aud: localAudience, iat, exp: iat + validSeconds };
  if ('resident' in person) {
    const { resident, ...others } = person;
    return { iss: localIssuers.resident, sub: resident, person_id: resident, ...others, ...times };
  }
  return { iss: localIssuers.staff, teams: [], ...person, ...times };
}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

let inMemoryKey: KeyObject | undefined;

/** Making a key takes a moment, so stacks without a folder share the one of their process. */
function processKey(): KeyObject {
  inMemoryKey ??= newKey();
  return inMemoryKey;
}

function keyIn(folder: string): KeyObject {
  const file = join(folder, 'issuer-key.pem');
  if (!existsSync(file)) {
    makeFolder(folder);
    const pem = newKey().export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
  }
  return createPrivateKey(readFileSync(file));
}

function newKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}
