import { Aws, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { EntryName } from '../functions.ts';
import type { ServiceFunction } from './service-function.ts';

export interface ServiceSecretProps {
  readonly name: string;
  readonly description: string;
  readonly key: IKey;
  /** `generated` is made here and known to nobody; `given` stays empty until the council fills it. */
  readonly value: 'generated' | 'given';
  readonly whyNotRotated: string;
}

export class ServiceSecret extends Construct {
  readonly secretArn: string;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, props: ServiceSecretProps) {
    super(scope, id);
    this.#key = props.key;
    const secret = new CfnSecret(this, 'Secret', {
      name: props.name,
      description: props.description,
      kmsKeyId: props.key.keyArn,
      ...(props.value === 'generated' && {
        generateSecretString: { passwordLength: 64, excludePunctuation: true },
      }),
    });
    secret.applyRemovalPolicy(RemovalPolicy.RETAIN);
    Validations.of(secret).acknowledge({ id: 'AwsSolutions-SMG4', reason: props.whyNotRotated });
    this.secretArn = secret.ref;
  }

  allowReading(user: ServiceFunction<EntryName>): void {
    user.allow(['secretsmanager:GetSecretValue'], [this.secretArn]);
    user.role.addToPolicy(
      new PolicyStatement({
        actions: ['kms:Decrypt'],
        resources: [this.#key.keyArn],
        conditions: {
          StringEquals: { 'kms:ViaService': `secretsmanager.${Aws.REGION}.amazonaws.com` },
        },
      }),
    );
  }
}
