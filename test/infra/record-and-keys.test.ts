import { describe, expect, it } from 'vitest';
import { buildApp, synthesiseService } from './synthesised-service.ts';

const service = synthesiseService('prod');
const ofType = (type: string) => service.filter((resource) => resource.type === type);
const [table] = ofType('AWS::DynamoDB::Table');

describe('The record can be recovered', () => {
  it('is one table, restorable to any second of the last five weeks', () => {
    expect(ofType('AWS::DynamoDB::Table')).toHaveLength(1);
    expect(table?.properties['PointInTimeRecoverySpecification']).toEqual({
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 35,
    });
  });

  it('cannot be deleted by hand or with its stack', () => {
    expect(table?.properties['DeletionProtectionEnabled']).toBe(true);
    expect(table?.deletionPolicy).toBe('Retain');
    expect(buildApp('prod').stacks.data.terminationProtection).toBe(true);
  });

  it.each(['AWS::KMS::Key', 'AWS::SecretsManager::Secret'])('keeps every %s for ever', (type) => {
    expect(ofType(type)).toHaveLength(2);
    for (const resource of ofType(type)) expect(resource.deletionPolicy).toBe('Retain');
  });

  it('streams what is written and forgets what has expired', () => {
    expect(table?.properties).toMatchObject({
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      BillingMode: 'PAY_PER_REQUEST',
    });
  });
});

describe('The table has its indexes from the first day', () => {
  const indexes = table?.properties['GlobalSecondaryIndexes'];

  it.each(['gsi1', 'gsi2', 'gsi3'])('%s, sorted', (name) => {
    expect(indexes).toContainEqual(
      expect.objectContaining({
        IndexName: name,
        KeySchema: [
          { AttributeName: `${name}pk`, KeyType: 'HASH' },
          { AttributeName: `${name}sk`, KeyType: 'RANGE' },
        ],
      }),
    );
  });

  it('copies whole items for lists, and keys alone for what is due', () => {
    for (const [name, projection] of [
      ['gsi1', 'ALL'],
      ['gsi2', 'KEYS_ONLY'],
      ['gsi3', 'KEYS_ONLY'],
    ]) {
      expect(indexes).toContainEqual(
        expect.objectContaining({ IndexName: name, Projection: { ProjectionType: projection } }),
      );
    }
  });
});

describe('Everything at rest is encrypted', () => {
  it('the record and its secrets with a key of the council, renewed each year', () => {
    for (const key of ofType('AWS::KMS::Key')) {
      expect(key.properties['EnableKeyRotation'], key.id).toBe(true);
    }
    const recordKey = expect.stringMatching(/^data\.RecordKey\w+\.Arn$/);
    expect(table?.properties['SSESpecification']).toEqual({
      KMSMasterKeyId: recordKey,
      SSEEnabled: true,
      SSEType: 'KMS',
    });
    for (const secret of ofType('AWS::SecretsManager::Secret')) {
      expect(secret.properties['KmsKeyId'], secret.id).toEqual(recordKey);
    }
  });

  it('no secret has its value in the template', () => {
    for (const secret of ofType('AWS::SecretsManager::Secret')) {
      expect(secret.properties, secret.id).not.toHaveProperty('SecretString');
    }
  });

  it('every log, kept for as long as the stage says', () => {
    const logs = ofType('AWS::Logs::LogGroup');
    // Six functions, four machines, one gateway.
    expect(logs).toHaveLength(11);
    for (const log of logs) {
      expect(log.properties['KmsKeyId'], log.id).toMatch(/^data\.OperationsKey\w+\.Arn$/);
      expect(log.properties['RetentionInDays'], log.id).toBe(365);
    }
  });

  it('the logs service may use the key of logs for our logs only, and not the key of the record', () => {
    const [operations] = ofType('AWS::KMS::Key').filter(({ id }) => id.includes('OperationsKey'));
    const [record] = ofType('AWS::KMS::Key').filter(({ id }) => id.includes('RecordKey'));
    expect(JSON.stringify(operations?.properties)).toContain(
      'log-group:/aws/*/adult-social-care-prod*',
    );
    expect(JSON.stringify(record?.properties)).not.toContain('Service');
    for (const log of ofType('AWS::Logs::LogGroup')) {
      expect(log.properties['LogGroupName']).toMatch(/^\/aws\/.+\/adult-social-care-prod/);
    }
  });

  it('every queue and the topic of alarms, and none is spoken to in the clear', () => {
    const queues = ofType('AWS::SQS::Queue');
    expect(queues).toHaveLength(7);
    for (const queue of queues) {
      expect(queue.properties['SqsManagedSseEnabled'], queue.id).toBe(true);
    }
    const policies = [...ofType('AWS::SQS::QueuePolicy'), ...ofType('AWS::SNS::TopicPolicy')];
    expect(policies).toHaveLength(8);
    for (const policy of policies) {
      expect(JSON.stringify(policy.properties), policy.id).toContain(
        '"Condition":{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny"',
      );
    }
    for (const topic of ofType('AWS::SNS::Topic')) {
      expect(topic.properties['KmsMasterKeyId']).toMatch(/^data\.OperationsKey/);
    }
  });
});
