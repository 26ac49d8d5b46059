import { expect, test } from 'vitest';
import * as z from 'zod';
import { readDeployment } from '#infra/local/template/deployment.ts';
import { readProperties, withoutEffect } from '#infra/local/template/properties.ts';
import { writeAssembly } from '#test/support/local/fixture-deployment.ts';

const queue = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'letters' } };

/** A place in a text where CloudFormation puts a value. */
const place = (name: string) => `\${${name}}`;

function rule(properties: Record<string, unknown>) {
  return { Type: 'AWS::Events::Rule', Properties: properties };
}

function firstRule(properties: Record<string, unknown>, others: Record<string, unknown> = {}) {
  const folder = writeAssembly({ main: { Resources: { Rule: rule(properties), ...others } } });
  return readDeployment(folder).ofType('AWS::Events::Rule')[0]?.properties;
}

test.each([
  ['the region', { Ref: 'AWS::Region' }, 'eu-west-2'],
  ['the account', { Ref: 'AWS::AccountId' }, '000000000000'],
  [
    'a queue by its URL',
    { Ref: 'Queue' },
    'https://sqs.eu-west-2.amazonaws.com/000000000000/letters',
  ],
  [
    'a queue by its ARN',
    { 'Fn::GetAtt': ['Queue', 'Arn'] },
    'arn:aws:sqs:eu-west-2:000000000000:letters',
  ],
  ['parts joined', { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':x']] }, 'arn:aws:x'],
  [
    'names in a text',
    { 'Fn::Sub': `${place('AWS::Region')}/${place('Queue.QueueName')}/${place('!Literal')}` },
    `eu-west-2/letters/${place('Literal')}`,
  ],
  [
    'values of its own in a text',
    { 'Fn::Sub': [`a ${place('B')}`, { B: { Ref: 'AWS::Region' } }] },
    'a eu-west-2',
  ],
  ['one part of a text', { 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
  ['a resource without a chosen name', { Ref: 'Bus' }, 'main-Bus'],
])('The template names %s', (_what, value, expected) => {
  const others = { Queue: queue, Bus: { Type: 'AWS::Events::EventBus', Properties: {} } };
  expect(firstRule({ Description: value }, others)).toEqual({ Description: expected });
});

test('A property whose value is nothing is left out', () => {
  expect(firstRule({ Name: 'r', Description: { Ref: 'AWS::NoValue' } })).toEqual({ Name: 'r' });
});

test('A stack reads what another stack exports, whichever comes first', () => {
  const folder = writeAssembly({
    journey: {
      Resources: {
        Rule: rule({ Description: { 'Fn::ImportValue': 'data:Queue' } }),
        Other: rule({
          Description: { 'Fn::GetStackOutput': { StackName: 'data', OutputName: 'QueueArn' } },
        }),
      },
    },
    data: {
      Resources: { Queue: queue },
      Outputs: {
        QueueArn: { Value: { 'Fn::GetAtt': ['Queue', 'Arn'] }, Export: { Name: 'data:Queue' } },
      },
    },
  });
  const descriptions = readDeployment(folder)
    .ofType('AWS::Events::Rule')
    .map(({ properties }) => properties['Description']);
  expect(descriptions).toEqual(Array(2).fill('arn:aws:sqs:eu-west-2:000000000000:letters'));
});

test('What does nothing on one machine is left out, and may still be named', () => {
  const role = { Type: 'AWS::IAM::Role', Properties: { Anything: { 'Fn::Unheard': 1 } } };
  expect(firstRule({ RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } }, { Role: role })).toEqual({
    RoleArn: 'arn:aws:iam::000000000000:role/main-Role',
  });
});

test.each([
  [
    'an unknown type of resource',
    { Topic: { Type: 'AWS::S3::Bucket' } },
    /main\/Topic.*AWS::S3::Bucket/,
  ],
  ['an unknown intrinsic', { R: rule({ Name: { 'Fn::Cidr': [] } }) }, /main\/R.*Fn::Cidr/],
  ['an unknown attribute', { Q: queue, R: rule({ Name: { 'Fn::GetAtt': ['Q', 'Age'] } }) }, /Age/],
  ['a name that leads nowhere', { R: rule({ Name: { Ref: 'Gone' } }) }, /Gone/],
  ['an export that nobody makes', { R: rule({ Name: { 'Fn::ImportValue': 'x' } }) }, /"x"/],
  ['an attribute of a resource', { R: { ...rule({}), UpdatePolicy: {} } }, /UpdatePolicy/],
  ['a condition', { R: { ...rule({}), Condition: 'Never' } }, /Condition/],
])('A start is refused with the name of %s', (_what, Resources, message) => {
  expect(() => readDeployment(writeAssembly({ main: { Resources } }))).toThrow(message);
});

test('A property that no part knows is refused with its resource and its name', () => {
  const schema = z.strictObject({ Name: z.string(), Description: withoutEffect });
  const folder = writeAssembly({ main: { Resources: { R: rule({ Name: 'n', Colour: 'red' }) } } });
  const [resource] = readDeployment(folder).ofType('AWS::Events::Rule');
  expect(() => resource && readProperties(resource, schema)).toThrow(/main\/R[\s\S]*Colour/);
});
