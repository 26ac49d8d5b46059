import { account, arn } from './account.ts';

/** The part of the local stack that runs a type of resource. */
type Part = 'table' | 'lambda' | 'events' | 'states' | 'http' | 'secrets';

export interface ResourceType {
  /** The part that runs it, or why nothing needs to on one machine. */
  readonly handling: { readonly runBy: Part } | { readonly idle: string };
  /** The property that holds a chosen name; without one the name is made from the logical id. */
  readonly nameProperty?: string;
  readonly ref: (name: string) => string;
  /** What Fn::GetAtt may ask for. */
  readonly attributes: Readonly<Record<string, (name: string) => string>>;
}

const asIs = (name: string): string => name;
const rightsReason = 'rights are AWS business; the tests of the template judge them';
const watchReason = 'nobody is paged from one machine';

const run = (
  runBy: Part,
  rest: Omit<ResourceType, 'handling' | 'ref' | 'attributes'> & Partial<ResourceType> = {},
): ResourceType => ({ handling: { runBy }, ref: asIs, attributes: {}, ...rest });

const idle = (reason: string, rest: Partial<ResourceType> = {}): ResourceType => ({
  handling: { idle: reason },
  ref: asIs,
  attributes: {},
  ...rest,
});

const functionArn = (name: string) => arn('lambda', `function:${name}`);
const queueArn = (name: string) => arn('sqs', name);
const machineArn = (name: string) => arn('states', `stateMachine:${name}`);
const busArn = (name: string) => arn('events', `event-bus/${name}`);
const tableArn = (name: string) => arn('dynamodb', `table/${name}`);
const tableAttributes = {
  Arn: tableArn,
  StreamArn: (name: string) => `${tableArn(name)}/stream/local`,
};
const secretArn = (name: string) => arn('secretsmanager', `secret:${name}`);
const topicArn = (name: string) => arn('sns', name);
const roleArn = (name: string) => arn('iam', `role/${name}`, '');
const keyArn = (name: string) => arn('kms', `key/${name}`);

/** Every type of resource that the template may hold. One that is missing here stops the start. */
export const resourceTypes: Readonly<Record<string, ResourceType>> = {
  'AWS::DynamoDB::Table': run('table', { nameProperty: 'TableName', attributes: tableAttributes }),
  'AWS::DynamoDB::GlobalTable': run('table', {
    nameProperty: 'TableName',
    attributes: tableAttributes,
  }),
  'AWS::Lambda::Function': run('lambda', {
    nameProperty: 'FunctionName',
    attributes: { Arn: functionArn },
  }),
  'AWS::Lambda::EventSourceMapping': run('events'),
  'AWS::Lambda::EventInvokeConfig': run('events'),
  'AWS::SQS::Queue': run('events', {
    nameProperty: 'QueueName',
    ref: (name) => `https://sqs.${account.region}.${account.urlSuffix}/${account.id}/${name}`,
    attributes: { Arn: queueArn, QueueName: asIs },
  }),
  'AWS::Events::EventBus': run('events', {
    nameProperty: 'Name',
    attributes: { Arn: busArn, Name: asIs },
  }),
  'AWS::Events::Rule': run('events', {
    nameProperty: 'Name',
    attributes: { Arn: (name) => arn('events', `rule/${name}`) },
  }),
  'AWS::Scheduler::Schedule': run('events', {
    nameProperty: 'Name',
    attributes: { Arn: (name) => arn('scheduler', `schedule/default/${name}`) },
  }),
  'AWS::StepFunctions::StateMachine': run('states', {
    nameProperty: 'StateMachineName',
    ref: machineArn,
    attributes: { Arn: machineArn, Name: asIs },
  }),
  'AWS::ApiGatewayV2::Api': run('http', { attributes: { ApiId: asIs } }),
  'AWS::ApiGatewayV2::Route': run('http'),
  'AWS::ApiGatewayV2::Integration': run('http'),
  'AWS::ApiGatewayV2::Stage': run('http'),
  'AWS::ApiGatewayV2::Authorizer': run('http', { attributes: { AuthorizerId: asIs } }),
  'AWS::SecretsManager::Secret': run('secrets', {
    nameProperty: 'Name',
    ref: secretArn,
    attributes: { Id: secretArn },
  }),
  'AWS::Scheduler::ScheduleGroup': idle('a group only bundles schedules', {
    nameProperty: 'Name',
    attributes: { Arn: (name) => arn('scheduler', `schedule-group/${name}`) },
  }),
  'AWS::Lambda::Permission': idle(rightsReason),
  'AWS::IAM::Role': idle(rightsReason, { nameProperty: 'RoleName', attributes: { Arn: roleArn } }),
  'AWS::IAM::Policy': idle(rightsReason),
  'AWS::IAM::ManagedPolicy': idle(rightsReason, {
    ref: (name) => arn('iam', `policy/${name}`, ''),
  }),
  'AWS::SQS::QueuePolicy': idle(rightsReason),
  'AWS::SNS::TopicPolicy': idle(rightsReason),
  'AWS::SecretsManager::ResourcePolicy': idle(rightsReason),
  'AWS::Logs::ResourcePolicy': idle(rightsReason),
  'AWS::KMS::Key': idle('nothing is encrypted on one machine', {
    attributes: { Arn: keyArn, KeyId: asIs },
  }),
  'AWS::KMS::Alias': idle('nothing is encrypted on one machine', { nameProperty: 'AliasName' }),
  'AWS::Logs::LogGroup': idle('logs are files under .local', {
    nameProperty: 'LogGroupName',
    attributes: { Arn: (name) => `${arn('logs', `log-group:${name}`)}:*` },
  }),
  'AWS::Logs::MetricFilter': idle(watchReason),
  'AWS::SNS::Topic': idle(watchReason, {
    nameProperty: 'TopicName',
    ref: topicArn,
    attributes: { TopicArn: topicArn, TopicName: asIs },
  }),
  'AWS::SNS::Subscription': idle(watchReason),
  'AWS::CloudWatch::Alarm': idle(watchReason, {
    nameProperty: 'AlarmName',
    attributes: { Arn: (name) => arn('cloudwatch', `alarm:${name}`) },
  }),
  'AWS::CloudWatch::CompositeAlarm': idle(watchReason),
  'AWS::CloudWatch::Dashboard': idle(watchReason),
  'AWS::CDK::Metadata': idle('a note of the CDK to itself'),
};
