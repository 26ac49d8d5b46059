import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { OperationsKey } from '../constructs/operations-key.ts';
import { RecordTable } from '../constructs/record-table.ts';
import { ServiceSecret } from '../constructs/service-secret.ts';
import type { ServiceSettings } from '../settings.ts';

export interface DataStackProps extends StackProps {
  readonly settings: ServiceSettings;
}

/** What must outlive everything else: the record, the keys it can be read with, and the secrets
 * without which its pointers cannot be found again. Deleting the stack deletes none of them. */
export class DataStack extends Stack {
  readonly records: RecordTable;
  readonly pseudonymSecret: ServiceSecret;
  readonly notifySecret: ServiceSecret;
  readonly operationsKey: OperationsKey;

  constructor(scope: Construct, id: string, props: DataStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const { namePrefix } = props.settings;
    const recordKey = new Key(this, 'RecordKey', {
      alias: `${namePrefix}-record`,
      description: 'The record of adult social care and its secrets',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.operationsKey = new OperationsKey(this, 'OperationsKey', namePrefix);
    this.records = new RecordTable(this, 'Records', recordKey);
    this.pseudonymSecret = new ServiceSecret(this, 'PseudonymKey', {
      name: `${namePrefix}/pseudonym-key`,
      description: 'Key of the hashes that stand for names and numbers in the record',
      key: recordKey,
      value: 'generated',
      whyNotRotated:
        'Every pointer in the record is a hash under this key: a new one loses them all.',
    });
    this.notifySecret = new ServiceSecret(this, 'NotifyKey', {
      name: `${namePrefix}/notify-api-key`,
      description: 'API key of GOV.UK Notify, filled in by the council',
      key: recordKey,
      value: 'given',
      whyNotRotated: 'GOV.UK Notify has no way to renew a key but by hand in its own pages.',
    });
  }
}
