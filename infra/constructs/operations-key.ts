import { Arn, ArnFormat, Aws, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** Encrypts logs and alarms. Apart from the record's key, so that the services which must use this
 * one gain nothing over the record. */
export class OperationsKey extends Key {
  constructor(scope: Construct, id: string, namePrefix: string) {
    super(scope, id, {
      alias: `${namePrefix}-operations`,
      description: 'Logs and alarms of adult social care',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.#allowLogs(scope, namePrefix);
    this.#allowAlarms();
  }

  #allowLogs(scope: Construct, namePrefix: string): void {
    const ourLogGroups = Arn.format(
      {
        service: 'logs',
        resource: 'log-group',
        resourceName: `/aws/*/${namePrefix}*`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      },
      Stack.of(scope),
    );
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`)],
        actions: [
          'kms:Decrypt',
          'kms:DescribeKey',
          'kms:Encrypt',
          'kms:GenerateDataKey',
          'kms:GenerateDataKeyWithoutPlaintext',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
        ],
        // In a key's own policy the asterisk means this key.
        resources: ['*'],
        conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': ourLogGroups } },
      }),
    );
  }

  #allowAlarms(): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
  }
}
