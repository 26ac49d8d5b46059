import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { makeFolder } from '../make-folder.ts';
import type { JsonAnswer, JsonService } from '../ports.ts';
import { arn } from '../template/account.ts';
import type { Deployment, Resource } from '../template/deployment.ts';
import { readProperties, withoutEffect } from '../template/properties.ts';
import { generateSecret, generateSecretString } from './generate-secret.ts';

/** Secrets Manager, as far as reading goes. */
export interface Secrets extends JsonService {
  /** A secret's value by its name, for the local stack's own parts. */
  value(name: string): string | undefined;
}

export interface SecretsPorts {
  readonly deployment: Pick<Deployment, 'ofType'>;
  /** Where the values are kept between starts; in memory without one. */
  readonly file?: string;
  /** Values to use in place of random ones, by name. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** A whole number from 0 and below the bound; random unless a test wants it otherwise. */
  readonly pick?: (bound: number) => number;
}

const properties = z.strictObject({
  Name: withoutEffect,
  Description: withoutEffect,
  KmsKeyId: withoutEffect,
  Tags: withoutEffect,
  SecretString: z.string().optional(),
  GenerateSecretString: generateSecretString.optional(),
});
const keptValues = z.record(z.string(), z.string());
const getSecretValue = z.object({ SecretId: z.string() });

export function createSecrets(ports: SecretsPorts): Secrets {
  const { file, fixed = {}, pick = (bound) => randomInt(bound) } = ports;
  const kept =
    file && existsSync(file) ? keptValues.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  const values: Record<string, string> = { ...kept };
  for (const resource of ports.deployment.ofType('AWS::SecretsManager::Secret')) {
    const { name } = resource;
    values[name] = fixed[name] ?? kept[name] ?? firstValue(resource, pick);
  }
  if (file) {
    makeFolder(dirname(file));
    writeFileSync(file, `${JSON.stringify(values, undefined, 2)}\n`, { mode: 0o600 });
  }

  const read = (body: unknown): JsonAnswer => {
    const request = getSecretValue.safeParse(body);
    if (!request.success) return refused('InvalidRequestException', 'SecretId is missing');
    const name = nameOf(request.data.SecretId);
    const SecretString = values[name];
    if (SecretString === undefined) {
      return refused(
        'ResourceNotFoundException',
        `Secrets Manager can't find the specified secret ${name}.`,
      );
    }
    return {
      status: 200,
      body: {
        ARN: arn('secretsmanager', `secret:${name}`),
        Name: name,
        SecretString,
        VersionId: '00000000-0000-0000-0000-000000000000',
        VersionStages: ['AWSCURRENT'],
      },
    };
  };

  return {
    target: 'secretsmanager',
    value: (name) => values[name],
    async handle(operation, body) {
      if (operation === 'GetSecretValue') return read(body);
      return refused('UnknownOperationException', `the local secrets do not know ${operation}`);
    },
  };
}

function firstValue(resource: Resource, pick: (bound: number) => number): string {
  const { SecretString, GenerateSecretString } = readProperties(resource, properties);
  return SecretString ?? generateSecret(GenerateSecretString ?? {}, pick);
}

function nameOf(secretId: string): string {
  return secretId.startsWith('arn:') ? secretId.split(':').slice(6).join(':') : secretId;
}

function refused(type: string, message: string): JsonAnswer {
  return { status: 400, body: { __type: type, message } };
}
