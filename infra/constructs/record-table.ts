import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { IndexName } from '#shared/stores/table/table.ts';
import type { EntryName } from '../functions.ts';
import type { ServiceFunction } from './service-function.ts';

/** Nothing updates an item in place, and nothing reads the whole table. */
type TableAction =
  | 'BatchGetItem'
  | 'ConditionCheckItem'
  | 'DeleteItem'
  | 'GetItem'
  | 'PutItem'
  | 'Query';

export interface TableAccess {
  readonly actions: readonly TableAction[];
  /** The indexes that may be queried. */
  readonly indexes?: readonly IndexName[];
  /** Patterns of the only partition keys that may be touched; all of them unless given. */
  readonly partitionKeys?: readonly string[];
}

/** DynamoDB uses the caller's own right to the key; asterisks would name more than it needs. */
const keyActions = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/** The one table: the record itself, so it outlives the stack that made it. */
export class RecordTable extends Construct {
  readonly table: Table;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, key: IKey) {
    super(scope, id);
    this.#key = key;
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: 35,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      timeToLiveAttribute: 'expiresAt',
      stream: StreamViewType.NEW_IMAGE,
    });
    // Whole items, because what tasks, waiting lists and payments show are more attributes than the
    // twenty that an index can name. The task token is among them, for the same functions that may
    // read the item itself; no list shows it.
    this.#addIndex('gsi1', ProjectionType.ALL);
    this.#addIndex('gsi2', ProjectionType.KEYS_ONLY);
    // Spare from the first day: an index added to a full table takes hours to fill.
    this.#addIndex('gsi3', ProjectionType.KEYS_ONLY);
  }

  #addIndex(indexName: IndexName, projectionType: ProjectionType): void {
    this.table.addGlobalSecondaryIndex({
      indexName,
      partitionKey: { name: `${indexName}pk`, type: AttributeType.STRING },
      sortKey: { name: `${indexName}sk`, type: AttributeType.STRING },
      projectionType,
    });
  }

  /** Lets a function do exactly this to the table. */
  allow(user: ServiceFunction<EntryName>, access: TableAccess): void {
    const { tableArn } = this.table;
    user.role.addToPolicy(
      new PolicyStatement({
        actions: access.actions.map((action) => `dynamodb:${action}`),
        resources: [tableArn],
        ...(access.partitionKeys && {
          conditions: {
            'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': access.partitionKeys },
          },
        }),
      }),
    );
    if (access.indexes) {
      user.allow(
        ['dynamodb:Query'],
        access.indexes.map((name) => `${tableArn}/index/${name}`),
      );
    }
    this.#allowKey(user);
  }

  get streamArn(): string {
    const { tableStreamArn } = this.table;
    if (tableStreamArn === undefined) throw new Error('the table was made without a stream');
    return tableStreamArn;
  }

  /** Lets a function read the stream of what was written. */
  allowStream(user: ServiceFunction<EntryName>): void {
    const actions = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];
    user.allow(
      actions.map((action) => `dynamodb:${action}`),
      [this.streamArn],
    );
  }

  #allowKey(user: ServiceFunction<EntryName>): void {
    user.role.addToPolicy(
      new PolicyStatement({
        actions: keyActions,
        resources: [this.#key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${Aws.REGION}.amazonaws.com` } },
      }),
    );
  }
}
